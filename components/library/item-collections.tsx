import type { Collection } from '../../utils/model/collection';
import { t } from './words';

export interface ItemCollectionsProps {
  /** Ids of those that the work is in. */
  readonly chosen: readonly string[];
  /** All that works can be put into. */
  readonly collections: readonly Collection[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The collections of a work, each removable, and a list of the others to put it into. */
export function ItemCollections({ chosen, collections, onChange }: ItemCollectionsProps) {
  const own = collections.filter(({ search }) => !search);
  const others = own.filter(({ id }) => !chosen.includes(id));
  const inside = own.filter(({ id }) => chosen.includes(id));
  if (own.length === 0) return null;
  return (
    <div class="tags item-collections">
      {inside.length > 0 && (
        <ul aria-label={t('collections')}>
          {inside.map(({ id, name }) => (
            <li key={id} class="tag">
              {name}
              <button
                type="button"
                aria-label={t('takeOutOf', name)}
                onClick={() => onChange(chosen.filter((other) => other !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <select
          aria-label={t('putInto')}
          value=""
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = '';
            if (value) onChange([...chosen, value]);
          }}
        >
          <option value="">{t('putInto')}</option>
          {others.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
