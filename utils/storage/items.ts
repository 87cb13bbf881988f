import type { ReadingItem } from '../model/reading-item';
import type { ItemStore } from '../usecases/library-ports';
import type { Library } from './library';
import type { ItemRow } from './rows';

const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

/** The item without what only the table needs. */
export function itemOf({ keys: _keys, ...item }: ItemRow): ReadingItem {
  return item;
}

/** The kept before the deleted, the older before the younger. */
const firstOf = (rows: readonly ItemRow[]): ItemRow | undefined =>
  [...rows].sort((a, b) => Number(a.deleted !== undefined) - Number(b.deleted !== undefined) || a.added - b.added)[0];

/** The reading list in the library. */
export function createItemStore(library: Library): ItemStore {
  return {
    update: (id, change) =>
      library.use('items.update', (database) =>
        database.transaction('rw', database.items, async () => {
          const row = await database.items.get(id);
          const stored = row && itemOf(row);
          const next = change(stored);
          if (next === undefined || next === stored) return stored;
          await database.items.put({ ...next, keys: row?.keys ?? [] });
          return next;
        }),
      ),
    upsert: (keys, change) =>
      library.use('items.upsert', (database) =>
        database.transaction('rw', database.items, async () => {
          const row = firstOf(
            await database.items
              .where('keys')
              .anyOf([...keys])
              .distinct()
              .toArray(),
          );
          const next = change(row && itemOf(row));
          await database.items.put({ ...next, keys: union(row?.keys ?? [], keys) });
          return next;
        }),
      ),
    async holds(keys) {
      const found = await library.use('items.holds', (database) =>
        database.items
          .where('keys')
          .anyOf([...keys])
          .and((row) => row.deleted === undefined)
          .count(),
      );
      return found.ok && found.value > 0;
    },
  };
}
