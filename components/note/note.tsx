import { useEffect, useRef } from 'preact/hooks';
import { plainText } from '../../utils/model/rich-text';
import type { EntryView } from '../../utils/notes/view';
import type { Say } from '../../utils/notes/words';
import { Entry, type EntryActions, type EntryDeeds } from './entry';
import { Grip } from './grip';

/** One citation of a note's cluster. */
export interface NoteEntry {
  readonly label: string;
  readonly view: EntryView;
  readonly deeds: EntryDeeds;
}

export interface NoteProps {
  readonly entries: readonly NoteEntry[];
  /** Index of the unfolded entry; undefined: all folded. */
  readonly unfolded: number | undefined;
  /** Whether it takes the focus: opened by key or touch. */
  readonly isDialog: boolean;
  /** Along the lower edge of a small screen instead of beside the citation. */
  readonly isSheet?: boolean;
  /** Stays where it is until it is closed, and can be moved and resized. */
  readonly isPinned?: boolean;
  /** Whether room is kept for what may still come. */
  readonly isRoomy?: boolean;
  readonly isPrivate: boolean;
  readonly say: Say;
  actions(index: number): EntryActions;
  onUnfold(index: number | undefined): void;
  /** Undefined where it cannot be pinned. */
  readonly onPin?: () => void;
  onMove?(byX: number, byY: number): void;
  onResize?(byX: number, byY: number): void;
  /** @param byEscape - Not by its own button: a note inside this one goes first. */
  onClose(byEscape?: boolean): void;
}

const FOCUSABLE = 'a[href], button:not([disabled]), summary, input, textarea';

/** Characters of a label that are shown beside its entry. */
const LONGEST_LABEL = 12;

/** Keeps Tab inside a dialog: from the last element to the first and back. */
function keepInside(event: KeyboardEvent, frame: HTMLElement): void {
  const all = [...frame.querySelectorAll<HTMLElement>(FOCUSABLE)];
  const active = (frame.getRootNode() as ShadowRoot | Document).activeElement;
  const at = all.indexOf(active as HTMLElement);
  const isLeaving = event.shiftKey ? at <= 0 : at === all.length - 1;
  if (!isLeaving || all.length === 0) return;
  event.preventDefault();
  all[event.shiftKey ? all.length - 1 : 0]?.focus();
}

/** What a screen reader says of an entry, in few words: what it is, what stands against it, what came of the look-up. */
const spokenOf = ({ kindLine, warning, title, consent, remarks, isWork, pageText }: EntryView, say: Say): string =>
  [
    kindLine,
    warning,
    plainText(title),
    !isWork && pageText?.text,
    consent?.isQuestion && say('consentQuestion'),
    remarks[0],
  ]
    .filter(Boolean)
    .join('. ');

function Folded({ entry, onUnfold }: { readonly entry: NoteEntry; onUnfold(): void }) {
  const { view, label } = entry;
  const grave = view.badges.filter(({ tone }) => tone !== 'good');
  return (
    <button type="button" class="folded" aria-expanded={false} onClick={onUnfold}>
      <span class="label">{label}</span>
      <span class="lines">
        <span class="kind">{view.kindLine}</span>
        {grave.map(({ text, tone }) => (
          <span key={text} class={`badge ${tone}`}>
            {text}
          </span>
        ))}
        <span class="short" dir="auto">
          {plainText(view.title) || view.pageText?.text || label}
        </span>
      </span>
    </button>
  );
}

/** The note: one entry, or a list of short ones of which one is unfolded. */
export function Note(props: NoteProps) {
  const { entries, unfolded, isDialog, say } = props;
  const frame = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isDialog) frame.current?.focus();
  }, [isDialog]);
  const shown = entries[unfolded ?? 0];
  const name = entries.length > 1 ? say('clusterName', entries.length) : say('noteName', entries[0]?.label ?? '');
  // A dialog is read when it gets the focus; what came of looking it up is said then.
  const spoken = shown && !(isDialog && shown.view.isWaiting) ? spokenOf(shown.view, say) : '';
  return (
    <div
      class={[
        'frame',
        entries.length > 1 && 'cluster',
        props.isSheet && 'sheet',
        props.isPinned && 'pinned',
        props.isRoomy && 'roomy',
      ]
        .filter(Boolean)
        .join(' ')}
      ref={frame}
      role="dialog"
      aria-label={name}
      aria-describedby="spoken"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key === 'Escape') props.onClose(true);
        if (event.key === 'Tab' && isDialog) keepInside(event, event.currentTarget);
      }}
    >
      {entries.length > 1 ? (
        <ol
          style={{ '--label-length': Math.min(LONGEST_LABEL, Math.max(...entries.map(({ label }) => label.length))) }}
        >
          {entries.map((entry, index) => (
            <li key={index} class={index === unfolded ? 'unfolded' : undefined}>
              {index === unfolded ? (
                <>
                  <button type="button" class="fold" aria-expanded={true} onClick={() => props.onUnfold(undefined)}>
                    <span class="label">{entry.label}</span>
                  </button>
                  <Entry {...entry} {...props.actions(index)} say={say} isPrivate={props.isPrivate} />
                </>
              ) : (
                <Folded entry={entry} onUnfold={() => props.onUnfold(index)} />
              )}
            </li>
          ))}
        </ol>
      ) : (
        shown && <Entry {...shown} {...props.actions(0)} say={say} isPrivate={props.isPrivate} />
      )}
      <div class="corner">
        {entries.length > 1 && (
          <span class="kind" aria-hidden="true">
            {name}
          </span>
        )}
        {props.isPinned && props.onMove && props.onResize && (
          <Grip label={say('move')} onMove={props.onMove} onResize={props.onResize} />
        )}
        {props.onPin && !props.isPinned && (
          <button type="button" class="pin" aria-label={say('pin')} title={say('pin')} onClick={props.onPin}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <path d="M5 2h6v1l-1 1v3l2 2v1H8.5v4L8 15l-.5-1v-4H4V9l2-2V4L5 3z" />
            </svg>
          </button>
        )}
        <button type="button" class="close" aria-label={say('close')} onClick={() => props.onClose()}>
          <span aria-hidden="true">×</span>
        </button>
      </div>
      <p class="spoken" id="spoken" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}
