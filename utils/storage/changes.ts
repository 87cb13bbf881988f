import type { EntryTable } from '../search/entry-doc';
import type { Database } from './database';

/**
 * Notes that an entry has changed, so that what is derived from the library (the search index) can follow. Call it in the
 * transaction that changes the entry: that transaction must span `changes`. One row for each entry, whatever its number of
 * changes; `seq` rises with every change.
 */
export async function noteChanges(database: Database, table: EntryTable, ids: readonly string[]): Promise<void> {
  const last = await database.changes.orderBy('seq').last();
  const from = (last?.seq ?? 0) + 1;
  await database.changes.bulkPut(ids.map((id, index) => ({ table, id, seq: from + index })));
}
