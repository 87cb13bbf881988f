import { useState } from 'preact/hooks';
import type { Collection } from '../../utils/model/collection';
import type { FacetCount } from './facets';
import { t } from './words';

export interface CollectionsProps {
  readonly collections: readonly Collection[];
  /** How many works of what was found are in each; undefined where works are not what is searched. */
  readonly counts: readonly FacetCount[] | undefined;
  /** The one that is shown. */
  readonly active?: Collection;
  /** Whether there is a search that could be kept. */
  readonly isNarrowed: boolean;
  readonly onOpen: (collection: Collection) => void;
  readonly onMake: (name: string, keepsSearch: boolean) => void;
}

/** The reader's collections and kept searches, and the means to make another. */
export function Collections({ collections, counts, active, isNarrowed, onOpen, onMake }: CollectionsProps) {
  const [name, setName] = useState('');
  const make = (keepsSearch: boolean) => {
    if (name.trim() === '') return;
    onMake(name.trim().slice(0, 500), keepsSearch);
    setName('');
  };
  return (
    <section class="collections" aria-labelledby="collections">
      <h3 id="collections">{t('collections')}</h3>
      <ul>
        {collections.map((each) => (
          <li key={each.id}>
            <button
              type="button"
              class={`quiet open-collection ${each.search ? 'kept-search' : ''}`}
              aria-pressed={each.id === active?.id}
              onClick={() => onOpen(each)}
            >
              {each.name}
            </button>
            {!each.search && counts && (
              <span class="count">{counts.find(({ value }) => value === each.id)?.count ?? 0}</span>
            )}
          </li>
        ))}
      </ul>
      <form
        class="collection-form"
        onSubmit={(event) => {
          event.preventDefault();
          make(false);
        }}
      >
        <input
          aria-label={t('collectionName')}
          placeholder={t('collectionName')}
          maxLength={500}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <button type="submit" disabled={name.trim() === ''}>
          {t('makeCollection')}
        </button>
        <button type="button" disabled={name.trim() === '' || !isNarrowed} onClick={() => make(true)}>
          {t('keepSearch')}
        </button>
      </form>
    </section>
  );
}
