import { useEffect, useState } from 'preact/hooks';
import type { EntryView } from '../../utils/notes/view';
import type { Say } from '../../utils/notes/words';
import { Consent } from './consent';
import { Heading } from './heading';
import { Candidates, type CandidatesProps, Related } from './more';
import { type Fill, Slot } from './slot';
import { Summary } from './summary';

/** Characters of a printed reference that fill about four lines. */
const LONG_TEXT = 220;

/** What happened to an entry through the reader's own doing. */
export interface EntryDeeds {
  /** `saved` here and now, so that it can be undone. */
  readonly save: 'open' | 'saving' | 'saved';
  /** Whether related works are being asked about. */
  readonly isRelating?: boolean;
  /** The reader said that it is no citation, which can be taken back. */
  readonly isForgotten?: boolean;
  /** A sentence about the last deed. */
  readonly message?: string;
}

export interface EntryActions {
  /** Draw what else can be done with the work, and the question which work it is instead. */
  readonly drawFurther: Fill;
  readonly drawWhich: Fill;
  /** Draws what is to be known of the record itself. */
  readonly drawRecord: Fill;
  /** Takes back the reader's own word for which work it is. */
  onUncorrect(): void;
  onSave(): void;
  onUndo(): void;
  onCopy(): void;
  /** Undefined where no words of the page belong to it. */
  readonly onHighlight?: () => void;
  /** Opens the cited document at the words that are looked for in it; undefined where there are none. */
  readonly onOpenThere?: () => void;
  /** Lists every passage of the page that cites the same work. Undefined where it is not the page's. */
  readonly drawMentions?: Fill;
  /** Follows the page's own link, where a tap opened the note in its stead. */
  readonly onFollow?: () => void;
  onLookUp(): void;
  onRelated(): void;
  /** It is no citation; once more: it is one after all. Undefined where it is not the page's. */
  readonly onForget?: () => void;
  readonly onPick: CandidatesProps['onPick'];
  onAllow(lookUp: 'on-open' | 'on-press'): void;
}

export interface EntryProps extends EntryActions {
  readonly view: EntryView;
  readonly deeds: EntryDeeds;
  readonly say: Say;
  readonly titleId?: string;
  readonly isPrivate: boolean;
}

/** Which of the parts that are drawn on request is shown, and the way to show one. */
interface PartState {
  readonly part: 'further' | 'mentions' | undefined;
  turnTo(part: PartState['part']): void;
}

function Deeds({ view, deeds, say, isPrivate, part, turnTo, ...actions }: EntryProps & PartState) {
  const toggle = (name: NonNullable<PartState['part']>) => (
    <button type="button" aria-expanded={part === name} onClick={() => turnTo(part === name ? undefined : name)}>
      {say(name)}
    </button>
  );
  const isSaved = view.isListed || deeds.save === 'saved';
  return (
    <div class="actions">
      <button
        type="button"
        class={isSaved ? 'save saved' : 'save'}
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
      {actions.onHighlight && (
        <button type="button" onClick={actions.onHighlight}>
          {say('highlight')}
        </button>
      )}
      {actions.onOpenThere && !view.closest && (
        <button type="button" onClick={actions.onOpenThere}>
          {say('openThere')}
        </button>
      )}
      {actions.drawMentions && toggle('mentions')}
      {view.related === 'offered' && (
        <button type="button" disabled={deeds.isRelating} onClick={actions.onRelated}>
          {say('related')}
        </button>
      )}
      {toggle('further')}
    </div>
  );
}

/** Under the line that says where this is from: the way to say that it is another study, and to take that back. */
function Correction({ view, say, drawWhich, onUncorrect }: EntryProps) {
  const [isAsking, setAsking] = useState(false);
  useEffect(() => setAsking(false), [view.corrected]);
  return (
    <div class={isAsking ? 'provenance asking' : 'provenance'}>
      {view.corrected && `${view.corrected} `}
      <button type="button" aria-expanded={isAsking} onClick={() => setAsking(!isAsking)}>
        {say('wrong')}
      </button>
      {view.corrected && (
        <button type="button" class="apart" onClick={onUncorrect}>
          {say('uncorrect')}
        </button>
      )}
      {isAsking && <Slot fill={drawWhich} />}
    </div>
  );
}

/** The line that says where this is from, and behind it more about that. */
function Provenance({ view, drawRecord }: EntryProps) {
  const [isOpen, setOpen] = useState(false);
  if (!view.hasRecord) return <p class="provenance">{view.provenance}</p>;
  return (
    <details class="provenance" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{view.provenance}</summary>
      {isOpen && <Slot fill={drawRecord} />}
    </details>
  );
}

/** One citation, unfolded: everything the note says of it and what can be done with it. */
export function Entry(props: EntryProps) {
  const { view, deeds, say } = props;
  const [part, turnTo] = useState<PartState['part']>();
  return (
    <article class={view.warning ? 'entry retracted' : 'entry'}>
      <div class="body">
        <Heading view={view} titleId={props.titleId} />
        {view.closest && (
          <figure class="closest">
            <figcaption title={say('closestHint')}>
              {say('closest')}
              {view.voice && ` (${view.voice})`}
            </figcaption>
            <blockquote dir="auto">{view.closest}</blockquote>
            {view.check && <p class="check">{view.check}</p>}
            {/* Beside the words that it leads to. */}
            {props.onOpenThere && (
              <button type="button" onClick={props.onOpenThere}>
                {say('openThere')}
              </button>
            )}
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
        {view.candidates && <Candidates candidates={view.candidates} say={say} onPick={props.onPick} />}
        <Summary view={view} say={say} />
        {Array.isArray(view.related) && <Related works={view.related} say={say} />}
        {view.consent && <Consent consent={view.consent} say={say} onAllow={props.onAllow} onLookUp={props.onLookUp} />}
        {view.ownRemark && (
          <p class="remarks" dir="auto">
            {view.ownRemark}
          </p>
        )}
        {view.remarks.length > 0 && <p class="remarks">{view.remarks.join(' ')}</p>}
        {part === 'mentions' && props.drawMentions && <Slot fill={props.drawMentions} />}
        {part === 'further' && <Slot fill={props.drawFurther} />}
      </div>
      <footer>
        {props.onFollow && (
          <button type="button" class="follow" onClick={props.onFollow}>
            {say('follow')}
          </button>
        )}
        {view.isWork && <Deeds {...props} part={part} turnTo={turnTo} />}
        {view.isWork && props.isPrivate && (
          <p class="small" id="private">
            {say('privateWindow')}
          </p>
        )}
        <p class="message" role="status">
          {deeds.message}
        </p>
        {props.onForget && (part === 'further' || !view.isWork || deeds.isForgotten) && (
          <button type="button" class="forget" onClick={props.onForget}>
            {say(deeds.isForgotten ? 'undo' : 'forget')}
          </button>
        )}
        <div class="colophon">
          <Provenance {...props} />
          {view.isWork && <Correction {...props} />}
        </div>
      </footer>
    </article>
  );
}
