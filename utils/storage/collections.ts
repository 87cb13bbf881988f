import type { Collection } from '../model/collection';
import type { CollectionStore } from '../usecases/library-ports';
import type { Library } from './library';
import type { CollectionRow } from './rows';
import { BESIDE, writeRows } from './write';

/** The collection without what only the table needs. */
export function collectionOf({ stamp: _stamp, ...collection }: CollectionRow): Collection {
  return collection;
}

/** Collections in the library. */
export function createCollectionStore(library: Library): CollectionStore {
  return {
    update: (id, change) =>
      library.use('collections.update', (database) =>
        database.transaction('rw', ['collections', ...BESIDE], async () => {
          const row = await database.collections.get(id);
          const stored = row && collectionOf(row);
          const next = change(stored);
          if (next === undefined || next === stored) return stored;
          await writeRows(database, 'collections', [next]);
          return next;
        }),
      ),
  };
}
