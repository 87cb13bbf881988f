import type { Collection } from '../model/collection';
import type { CollectionStore } from '../usecases/library-ports';
import type { OpenOptions } from './database';
import type { Library } from './library';
import type { CollectionRow } from './rows';
import { type Watched, watch } from './watch';
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

/** Tells the collections that are not in the trash, by name, now and after every change. Returns its undo. */
export const watchCollections = (
  tell: (watched: Watched<readonly Collection[]>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async (database) => {
      const all = await database.collections.toArray();
      return all
        .filter(({ deleted }) => deleted === undefined)
        .map(collectionOf)
        .sort((a, b) => a.name.localeCompare(b.name));
    },
    tell,
    options,
  );
