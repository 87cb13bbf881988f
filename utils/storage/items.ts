import type { ReadingItem } from '../model/reading-item';
import type { ItemStore } from '../usecases/library-ports';
import type { Library } from './library';
import type { ItemRow } from './rows';
import { wholeItem } from './whole';
import { BESIDE, readBefore, writeRows } from './write';

/** Keys of both, each once. */
export const union = (a: readonly string[], b: readonly string[]): readonly string[] => [...new Set([...a, ...b])];

/** The item without what only the table needs, whole even where its row is not. */
export function itemOf({ keys: _keys, stamp: _stamp, ...item }: ItemRow): ReadingItem {
  return wholeItem(item);
}

/** The kept before the deleted, the older before the younger. */
export const firstOf = (rows: readonly ItemRow[]): ItemRow | undefined =>
  [...rows].sort((a, b) => Number(a.deleted !== undefined) - Number(b.deleted !== undefined) || a.added - b.added)[0];

/** The reading list in the library. */
export function createItemStore(library: Library): ItemStore {
  return {
    all: () => library.use('items.all', async (database) => (await database.items.toArray()).map(itemOf)),
    update: (id, change) =>
      library.use('items.update', (database) =>
        database.transaction('rw', ['items', ...BESIDE], async () => {
          const [row, before] = await Promise.all([database.items.get(id), readBefore(database)]);
          const stored = row && itemOf(row);
          const next = change(stored);
          if (next === undefined || next === stored) return stored;
          await writeRows(database, 'items', [{ ...next, keys: row?.keys ?? [] } as ItemRow], false, before);
          return next;
        }),
      ),
    updateAll: (ids, change) =>
      library.use('items.updateAll', (database) =>
        database.transaction('rw', ['items', ...BESIDE], async () => {
          const rows = (await database.items.bulkGet([...ids])).filter((row) => row !== undefined);
          const changed = rows.flatMap((row) => {
            const stored = itemOf(row);
            const next = change(stored);
            return next === stored ? [] : [{ ...next, keys: row.keys }];
          });
          await writeRows(database, 'items', changed);
          return {};
        }),
      ),
    unite: (ids, at, change) =>
      library.use('items.unite', (database) =>
        database.transaction('rw', ['items', ...BESIDE], async () => {
          const rows = (await database.items.bulkGet([...ids]))
            .filter((row) => row !== undefined)
            .filter(({ deleted }) => deleted === undefined)
            .sort((a, b) => a.added - b.added);
          const [first, ...others] = rows;
          if (!first) throw new Error('None of these works is in the reading list any more.');
          if (others.length === 0) return { item: itemOf(first), before: [] };
          const item = change(itemOf(first), others.map(itemOf));
          const keys = rows.reduce<readonly string[]>((all, row) => union(all, row.keys), []);
          const gone = others.map((row) => ({ ...row, deleted: at, modified: at }));
          await writeRows(database, 'items', [{ ...item, keys } as ItemRow, ...gone]);
          return { item, before: rows.map((row) => JSON.stringify({ row, at: row === first ? item.modified : at })) };
        }),
      ),
    putBack: (before) =>
      library.use('items.putBack', (database) =>
        database.transaction('rw', ['items', ...BESIDE], async () => {
          for (const line of before) {
            const { row, at } = JSON.parse(line) as { row: ItemRow; at: number };
            if ((await database.items.get(row.id))?.modified !== at) continue;
            await writeRows(database, 'items', [row]);
          }
          return {};
        }),
      ),
    upsert: (keys, change) =>
      library.use('items.upsert', (database) =>
        database.transaction('rw', ['items', ...BESIDE], async () => {
          const [rows, before] = await Promise.all([
            database.items
              .where('keys')
              .anyOf([...keys])
              .distinct()
              .toArray(),
            readBefore(database),
          ]);
          const row = firstOf(rows);
          const next = change(row && itemOf(row));
          const written = { ...next, keys: union(row?.keys ?? [], keys) } as ItemRow;
          await writeRows(database, 'items', [written], false, before);
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
    async noted(keys) {
      const found = await library.use('items.noted', (database) =>
        database.items
          .where('keys')
          .anyOf([...keys])
          .and((row) => row.deleted === undefined)
          .first(),
      );
      return found.ok && found.value ? itemOf(found.value) : undefined;
    },
    async statuses(keys) {
      const wanted = new Set(keys);
      const found = await library.use('items.statuses', (database) =>
        database.items
          .where('keys')
          .anyOf([...wanted])
          .and((row) => row.deleted === undefined)
          .distinct()
          .toArray(),
      );
      const rows = found.ok ? found.value : [];
      return new Map(rows.flatMap((row) => row.keys.flatMap((key) => (wanted.has(key) ? [[key, row.status]] : []))));
    },
  };
}
