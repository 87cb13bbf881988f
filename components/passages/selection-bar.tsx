import { useEffect, useRef, useState } from 'preact/hooks';
import { COLOURS, type Colour } from '../../utils/model/passage';
import type { Say } from './words';

/** What the bar shows. */
export interface SelectionBarProps {
  /** The colour of the passage; undefined while nothing is saved. */
  readonly colour: Colour | undefined;
  readonly remark: string;
  /** Whether the remark's field is open; it takes the focus when it opens. */
  readonly isWriting: boolean;
  /** A selection that can be saved, a passage that is, one just deleted, or only something to be said. */
  readonly state: 'offered' | 'saved' | 'removed' | 'notice';
  /** One sentence about what happened last. */
  readonly message: string | undefined;
  /** Words of saved passages that are not on the page. */
  readonly notFound: readonly string[];
  readonly say: Say;
  onColour(colour: Colour): void;
  onWrite(): void;
  onRemark(remark: string): void;
  onDone(): void;
  onCopy(): void;
  onRemove(): void;
  onUndo(): void;
  onClose(): void;
}

function Colours({ colour, say, onColour }: Pick<SelectionBarProps, 'colour' | 'say' | 'onColour'>) {
  const row = useRef<HTMLFieldSetElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const buttons = [...(row.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(event.target as HTMLButtonElement);
    if (!by || at < 0) return;
    event.preventDefault();
    buttons[(at + by + buttons.length) % buttons.length]?.focus();
  };
  return (
    <fieldset class="colours" aria-label={say('bar')} ref={row} onKeyDown={onKeyDown}>
      {COLOURS.map((name) => (
        <button
          key={name}
          type="button"
          class={`colour ${name}`}
          data-colour={name}
          aria-label={say(name)}
          title={say(name)}
          aria-pressed={colour === name}
          onClick={() => onColour(name)}
        >
          <span class="sample" aria-hidden="true">
            a
          </span>
        </button>
      ))}
    </fieldset>
  );
}

function Remark({ remark, say, onRemark, onDone }: Pick<SelectionBarProps, 'remark' | 'say' | 'onRemark' | 'onDone'>) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(remark.length, remark.length);
    // Only when it opens: typing must not move the caret.
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || (event.shiftKey && !event.ctrlKey)) return;
    event.preventDefault();
    onDone();
  };
  return (
    <div class="remark">
      <textarea
        ref={field}
        rows={2}
        aria-label={say('remark')}
        placeholder={say('remarkHint')}
        value={remark}
        onInput={(event) => onRemark(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="button" class="primary" onClick={onDone}>
        {say('done')}
      </button>
    </div>
  );
}

function NotFound({ notFound, say }: Pick<SelectionBarProps, 'notFound' | 'say'>) {
  const [isOpen, setOpen] = useState(false);
  if (notFound.length === 0) return null;
  return (
    <div class="not-found">
      <button type="button" class="chip" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {notFound.length === 1 ? say('notFoundOne') : say('notFoundMany', notFound.length)}
      </button>
      {isOpen && (
        <ul>
          {notFound.map((words) => (
            <li key={words} dir="auto">
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Close({ say, onClose }: Pick<SelectionBarProps, 'say' | 'onClose'>) {
  return (
    <button type="button" class="close" aria-label={say('close')} title={say('close')} onClick={onClose}>
      <span aria-hidden="true">×</span>
    </button>
  );
}

/** The small bar at a selection or a saved passage: colour, remark, copy, delete. */
export function SelectionBar(props: SelectionBarProps) {
  const { colour, state, isWriting, message, say } = props;
  const isSaved = state === 'saved';
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    event.preventDefault();
    props.onClose();
  };
  return (
    <div class="bar" role="dialog" aria-label={say(isSaved ? 'saved' : 'bar')} onKeyDown={onKeyDown}>
      {state === 'removed' && (
        <div class="row">
          <span class="said">{say('removed')}</span>
          <button type="button" onClick={props.onUndo}>
            {say('undo')}
          </button>
          <Close {...props} />
        </div>
      )}
      {(isSaved || state === 'offered') && (
        <div class="row">
          <Colours {...props} />
          {!isSaved && (
            <button type="button" class="primary" onClick={() => props.onColour(colour ?? COLOURS[0])}>
              {say('save')}
            </button>
          )}
          {!isWriting && (
            <button type="button" onClick={props.onWrite}>
              {say('remark')}
            </button>
          )}
          <button type="button" onClick={props.onCopy}>
            {say('copy')}
          </button>
          {isSaved && (
            <button type="button" onClick={props.onRemove}>
              {say('remove')}
            </button>
          )}
          <Close {...props} />
        </div>
      )}
      {isWriting && isSaved && <Remark {...props} />}
      <p class="said" role="status">
        {message}
      </p>
      {state === 'notice' && <Close {...props} />}
      <NotFound {...props} />
    </div>
  );
}
