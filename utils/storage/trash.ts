import type { Result } from '../model/failure';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { noteChanges } from './changes';
import type { OpenOptions } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import { passageOf } from './passages';
import { type Watched, watch } from './watch';

/** Something in the trash; `deleted` is set in both. */
export type Trashed =
  | { readonly table: 'passages'; readonly entry: Passage }
  | { readonly table: 'items'; readonly entry: ReadingItem };

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

/** Tells what is in the trash, what was deleted last first, now and after every change. Returns its undo. */
export const watchTrash = (
  tell: (watched: Watched<readonly Trashed[]>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async (database) => {
      const [passages, items] = await Promise.all([
        database.passages.where('deleted').above(0).toArray(),
        database.items.where('deleted').above(0).toArray(),
      ]);
      const all: Trashed[] = [
        ...passages.map((row) => ({ table: 'passages' as const, entry: passageOf(row) })),
        ...items.map((row) => ({ table: 'items' as const, entry: itemOf(row) })),
      ];
      return all.sort((a, b) => b.entry.deleted! - a.entry.deleted!);
    },
    tell,
    options,
  );
