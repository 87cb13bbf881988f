import type { EntryView } from '../../utils/notes/view';
import type { Say } from '../../utils/notes/words';
import { Consent } from './consent';
import { Heading } from './heading';
import { Summary } from './summary';

/** Characters of a printed reference that fill about four lines. */
const LONG_TEXT = 220;

/** What happened to an entry through the reader's own doing. */
export interface EntryDeeds {
  /** `saved` here and now, so that it can be undone. */
  readonly save: 'open' | 'saving' | 'saved';
  /** A sentence about the last deed. */
  readonly message?: string;
}

export interface EntryActions {
  onSave(): void;
  onUndo(): void;
  onCopy(): void;
  onHighlight(): void;
  onLookUp(): void;
  onAllow(lookUp: 'on-open' | 'on-press'): void;
}

export interface EntryProps extends EntryActions {
  readonly view: EntryView;
  readonly deeds: EntryDeeds;
  readonly say: Say;
  readonly titleId?: string;
  readonly isPrivate: boolean;
}

function Deeds({ view, deeds, say, isPrivate, ...actions }: EntryProps) {
  const isSaved = view.isListed || deeds.save === 'saved';
  return (
    <div class="actions">
      <button
        type="button"
        class="save"
        disabled={isPrivate || isSaved || deeds.save === 'saving'}
        aria-describedby={isPrivate ? 'private' : undefined}
        onClick={actions.onSave}
      >
        {isSaved && <span aria-hidden="true">✓ </span>}
        {say(isSaved ? 'saved' : deeds.save === 'saving' ? 'saving' : 'save')}
      </button>
      {deeds.save === 'saved' && (
        <button type="button" onClick={actions.onUndo}>
          {say('undo')}
        </button>
      )}
      <button type="button" onClick={actions.onCopy}>
        {say('copy')}
      </button>
      <button type="button" onClick={actions.onHighlight}>
        {say('highlight')}
      </button>
    </div>
  );
}

/** One citation, unfolded: everything the note says of it and what can be done with it. */
export function Entry(props: EntryProps) {
  const { view, deeds, say } = props;
  return (
    <article class={view.warning ? 'entry retracted' : 'entry'}>
      <div class="body">
        <Heading view={view} titleId={props.titleId} />
        {view.closest && (
          <figure class="closest">
            <figcaption title={say('closestHint')}>{say('closest')}</figcaption>
            <blockquote dir="auto">{view.closest}</blockquote>
          </figure>
        )}
        {view.pageText && (
          <div class="page-text">
            {view.isWork && view.pageText.label && <h3>{view.pageText.label}</h3>}
            {/* A question at its foot must be seen; the whole text comes back when it is answered. */}
            <p class={view.consent && view.pageText.text.length > LONG_TEXT ? 'clamped' : undefined} dir="auto">
              {view.pageText.text}
            </p>
            {view.identifier && (
              <a class="identifier" href={view.identifier.url} rel="noreferrer">
                {view.identifier.text}
              </a>
            )}
          </div>
        )}
        <Summary view={view} say={say} />
        {view.consent && <Consent consent={view.consent} say={say} onAllow={props.onAllow} onLookUp={props.onLookUp} />}
        {view.remarks.length > 0 && <p class="remarks">{view.remarks.join(' ')}</p>}
      </div>
      <footer>
        {view.isWork && <Deeds {...props} />}
        {view.isWork && props.isPrivate && (
          <p class="small" id="private">
            {say('privateWindow')}
          </p>
        )}
        <p class="message" role="status">
          {deeds.message}
        </p>
        <p class="provenance">{view.provenance}</p>
      </footer>
    </article>
  );
}
