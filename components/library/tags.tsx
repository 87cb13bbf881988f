import { useState } from 'preact/hooks';
import { type FindMarks, Highlighted } from './highlighted';
import { t } from './words';

export interface TagsProps {
  readonly tags: readonly string[];
  readonly marks: FindMarks;
  readonly onChange: (tags: readonly string[]) => void;
}

/** The tags of an entry, each removable, and a field for another; a comma or Enter ends a tag. */
export function Tags({ tags, marks, onChange }: TagsProps) {
  const [draft, setDraft] = useState('');

  const add = (text: string) => {
    const fresh = text
      .split(',')
      .map((tag) => tag.trim().slice(0, 100))
      .filter((tag) => tag !== '' && !tags.includes(tag));
    setDraft('');
    if (fresh.length > 0) onChange([...tags, ...new Set(fresh)].slice(0, 50));
  };

  return (
    <div class="tags">
      {tags.length > 0 && (
        <ul aria-label={t('tags')}>
          {tags.map((tag) => (
            <li key={tag} class="tag">
              <Highlighted text={tag} marks={marks} />
              <button
                type="button"
                aria-label={t('removeTag', tag)}
                onClick={() => onChange(tags.filter((other) => other !== tag))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <input
        aria-label={t('addTag')}
        placeholder={t('addTag')}
        value={draft}
        onInput={(event) => {
          const { value } = event.currentTarget;
          if (value.includes(',')) add(value);
          else setDraft(value);
        }}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && add(draft)}
        onBlur={() => add(draft)}
      />
    </div>
  );
}
