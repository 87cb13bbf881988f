import type { Result } from '../model/failure';
import { noteChanges } from './changes';
import type { Library } from './library';

/** The trash, for good. */
export interface TrashStore {
  /** Deletes what was put into the trash at or before a time; what the reader keeps is never touched. */
  empty(before: number): Promise<Result<{ readonly removed: number }>>;
}

/** The trash of the library. */
export function createTrashStore(library: Library): TrashStore {
  return {
    empty: (before) =>
      library.use('trash.empty', (database) =>
        database.transaction('rw', database.passages, database.items, database.changes, async () => {
          let removed = 0;
          for (const table of ['passages', 'items'] as const) {
            const ids = await database[table].where('deleted').belowOrEqual(before).primaryKeys();
            await database[table].bulkDelete(ids);
            await noteChanges(database, table, ids);
            removed += ids.length;
          }
          return { removed };
        }),
      ),
  };
}
