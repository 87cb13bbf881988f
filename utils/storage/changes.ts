import type { EntryTable } from '../search/entry-doc';
import type { Database } from './database';

/** The number of the last change of any entry; 0 where nothing was ever changed. */
export const lastSeq = async (database: Database): Promise<number> =>
  (await database.changes.orderBy('seq').last())?.seq ?? 0;

/**
 * Notes that an entry has changed, so that what is derived from the library (the search index) can follow. Call it in the
 * transaction that changes the entry: that transaction must span `changes`. One row for each entry, whatever its number of
 * changes; `seq` rises with every change.
 *
 * @param last - {@link lastSeq}, where it is known already.
 */
export async function noteChanges(
  database: Database,
  table: EntryTable,
  ids: readonly string[],
  last?: number,
): Promise<void> {
  const from = (last ?? (await lastSeq(database))) + 1;
  await database.changes.bulkPut(ids.map((id, index) => ({ table, id, seq: from + index })));
}
