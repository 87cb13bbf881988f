import { useEffect, useRef, useState } from 'preact/hooks';
import { spelledTag, suggestTags } from './suggest-tags';
import type { Say } from './words';

export interface TagFieldProps {
  /** Those that the passage has. */
  readonly tags: readonly string[];
  /** What is being written. */
  readonly tag: string;
  /** Tags of the library, the most wanted first; empty until they are known. */
  readonly knownTags: readonly string[];
  readonly say: Say;
  onTag(draft: string): void;
  onAddTag(tag: string): void;
  onRemoveTag(tag: string): void;
  /** Leaves the field; what is being written stays a draft. */
  onField(field: undefined): void;
  onDone(): void;
}

/**
 * The tags of a passage and a field for another, which completes them: a combobox with a list
 * (https://www.w3.org/WAI/ARIA/apg/patterns/combobox/). Enter or a comma ends a tag.
 */
export function TagField({ tags, tag, knownTags, say, onTag, onAddTag, onRemoveTag, onField, onDone }: TagFieldProps) {
  const field = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const offered = suggestTags(tag, knownTags, tags);
  const isShown = isOpen && offered.length > 0;
  const chosen = isShown ? offered[active] : undefined;

  const write = (draft: string) => {
    setActive(-1);
    setOpen(draft.trim() !== '');
    onTag(draft);
  };
  const add = (text: string) => {
    setActive(-1);
    setOpen(false);
    onAddTag(spelledTag(text, knownTags));
  };
  const walk = (by: 1 | -1) => {
    setOpen(true);
    const count = offered.length + 1;
    // One place more than there are tags: what is being written itself.
    setActive(((active + 1 + by + count) % count) - 1);
  };
  const keys: { readonly [key: string]: () => void } = {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    ',': () => add(tag),
    Enter: () => ((chosen ?? tag.trim()) ? add(chosen ?? tag) : onDone()),
    Escape: () => (isShown ? setOpen(false) : onField(undefined)),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    if (event.key === 'Backspace' && tag === '' && tags.length > 0) onRemoveTag(tags.at(-1)!);
    const act = event.ctrlKey || event.altKey || event.metaKey ? undefined : keys[event.key];
    if (!act) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };
  return (
    <div class="tagging">
      <ul class="tags" aria-label={say('tags')}>
        {tags.map((name) => (
          <li key={name}>
            <span class="name">{name}</span>
            <button type="button" class="close" aria-label={say('removeTag', name)} onClick={() => onRemoveTag(name)}>
              <span aria-hidden="true">×</span>
            </button>
          </li>
        ))}
      </ul>
      <div class="completing">
        <input
          ref={field}
          type="text"
          role="combobox"
          aria-label={say('addTag')}
          aria-autocomplete="list"
          aria-expanded={isShown}
          aria-controls="ibid-tags"
          aria-activedescendant={chosen === undefined ? undefined : `ibid-tag-${active}`}
          autocomplete="off"
          spellcheck={false}
          maxLength={100}
          placeholder={say('addTag')}
          value={tag}
          onInput={(event) => {
            // Pasted: several at once.
            const [last = '', ...ended] = event.currentTarget.value.split(',').reverse();
            for (const one of ended.reverse()) add(one);
            write(last);
          }}
          onKeyDown={onKeyDown}
        />
        <div id="ibid-tags" class="options" role="listbox" aria-label={say('knownTags')} hidden={!isShown}>
          {offered.map((name, at) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard chooses it from the field.
            <div
              key={name}
              id={`ibid-tag-${at}`}
              role="option"
              tabIndex={-1}
              aria-selected={at === active}
              onClick={() => {
                add(name);
                field.current?.focus({ preventScroll: true });
              }}
            >
              {name}
            </div>
          ))}
        </div>
      </div>
      <button type="button" class="primary" onClick={onDone}>
        {say('done')}
      </button>
    </div>
  );
}
