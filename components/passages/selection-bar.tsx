import { useEffect, useRef } from 'preact/hooks';
import { COLOURS, type Colour } from '../../utils/model/passage';
import { TagField } from './tag-field';
import type { Say } from './words';

/** What the bar shows. */
export interface SelectionBarProps {
  /** The colour of the passage; undefined while nothing is saved. */
  readonly colour: Colour | undefined;
  readonly remark: string;
  readonly tags: readonly string[];
  /** A tag that is being written. */
  readonly tag: string;
  /** Tags of the library, for completion; empty until they are known. */
  readonly knownTags: readonly string[];
  /** The field that is open; it takes the focus when it opens. */
  readonly field: 'remark' | 'tags' | undefined;
  /** A selection that can be saved, a passage that is, one just deleted, or only something to be said. */
  readonly state: 'offered' | 'saved' | 'removed' | 'notice';
  /** One sentence about what happened last. */
  readonly message: string | undefined;
  /** Words of the saved passage whose extent can be changed to the selection; undefined where there is none. */
  readonly extendable: string | undefined;
  /** Words of the saved passage that the selection can be added to; undefined where there is none. */
  readonly joinable: string | undefined;
  /** Other saved passages at the same place, by id. */
  readonly others: readonly { readonly id: string; readonly words: string }[];
  /** Whether the selection is a word or a few, which the reader may want to explain to themselves. */
  readonly isTerm: boolean;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** How many saved passages are not on the page. */
  readonly lost: number;
  readonly say: Say;
  onColour(colour: Colour): void;
  /** Opens a field, or leaves the one that is open. */
  onField(field: 'remark' | 'tags' | undefined): void;
  onRemark(remark: string): void;
  onTag(draft: string): void;
  onAddTag(tag: string): void;
  onRemoveTag(tag: string): void;
  onDone(): void;
  onCopy(): void;
  /** Copies the words with a line that says what they are from. */
  onCite(): void;
  /** Opens the reader's own note on the selected word. */
  onDefine(): void;
  onRemove(): void;
  onUndo(): void;
  onRedo(): void;
  /** Makes the selection the extent of the saved passage it touches. */
  onExtend(): void;
  /** Makes the selection a part of the saved passage beside it. */
  onJoin(): void;
  /** Turns to another passage at the same place. */
  onOther(id: string): void;
  /** Opens the list of passages that are not on the page. */
  onLost(): void;
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

function Close({ say, onClose }: Pick<SelectionBarProps, 'say' | 'onClose'>) {
  return (
    <button type="button" class="close" aria-label={say('close')} title={say('close')} onClick={onClose}>
      <span aria-hidden="true">×</span>
    </button>
  );
}

function Travel({ canUndo, canRedo, say, onUndo, onRedo }: SelectionBarProps) {
  return (
    <>
      {canUndo && (
        <button type="button" onClick={onUndo}>
          {say('undo')}
        </button>
      )}
      {canRedo && (
        <button type="button" onClick={onRedo}>
          {say('redo')}
        </button>
      )}
    </>
  );
}

/** The small bar at a selection or a saved passage: colour, remark, tags, copy, delete. */
export function SelectionBar(props: SelectionBarProps) {
  const { colour, state, field, message, lost, tags, say } = props;
  const tagging = useRef<HTMLButtonElement>(null);
  const wasTagging = useRef(false);
  useEffect(() => {
    // Who leaves the tags with the keyboard comes back to where they were opened.
    if (wasTagging.current && field === undefined) tagging.current?.focus({ preventScroll: true });
    wasTagging.current = field === 'tags';
  }, [field]);
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
          {field !== 'remark' && (
            <button type="button" onClick={() => props.onField('remark')}>
              {say('remark')}
            </button>
          )}
          {field !== 'tags' && (
            <button type="button" ref={tagging} onClick={() => props.onField('tags')}>
              {tags.length > 0 ? say('tagsSome', tags.length) : say('tags')}
            </button>
          )}
          <button type="button" onClick={props.onCopy}>
            {say('copy')}
          </button>
          <button type="button" title={say('citeHint')} onClick={props.onCite}>
            {say('cite')}
          </button>
          {!isSaved && props.isTerm && (
            <button type="button" title={say('defineHint')} onClick={props.onDefine}>
              {say('define')}
            </button>
          )}
          {isSaved && (
            <button type="button" onClick={props.onRemove}>
              {say('remove')}
            </button>
          )}
          {isSaved && <Travel {...props} />}
          <Close {...props} />
        </div>
      )}
      {!isSaved && props.extendable && (
        <button type="button" class="other" onClick={props.onExtend}>
          {say('extend', props.extendable)}
        </button>
      )}
      {!isSaved && props.joinable && (
        <button type="button" class="other" onClick={props.onJoin}>
          {say('join', props.joinable)}
        </button>
      )}
      {props.others.map(({ id, words }) => (
        <button key={id} type="button" class="other" onClick={() => props.onOther(id)}>
          {say('alsoHere', words)}
        </button>
      ))}
      {field === 'remark' && isSaved && <Remark {...props} />}
      {field === 'tags' && isSaved && <TagField {...props} />}
      <p class="said" role="status">
        {message}
      </p>
      {state === 'notice' && (
        <div class="row">
          <Travel {...props} />
          <Close {...props} />
        </div>
      )}
      {lost > 0 && (
        <button type="button" class="chip" onClick={props.onLost}>
          {say('notFoundHere', lost)}
        </button>
      )}
    </div>
  );
}
