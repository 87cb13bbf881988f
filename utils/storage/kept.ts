import type { Table } from 'dexie';
import { FailureError, type Result } from '../model/failure';
import type { EntryTable } from '../search/entry-doc';
import { lastSeq } from './changes';
import type { Database } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import { passageOf } from './passages';
import type { ItemRow, PassageRow } from './rows';
import type { Entry } from './search-index';
import { wholeItem, wholePassage } from './whole';

/** The number of the last change of an entry: what was read before it is old. 0 where nothing was ever changed. */
export const lastChange = (library: Library): Promise<Result<number>> => library.use('kept.change', lastSeq);

/** The newest entries of one half of the library, and which half that is. */
export interface Newest {
  readonly table: EntryTable;
  readonly entries: readonly Entry[];
}

/**
 * The newest works, or passages where there are no works, newest first: what the library page opens with. Read by an index, so
 * that it takes as long in a large library as in a small one.
 */
export const readNewest = (library: Library, most: number): Promise<Result<Newest>> =>
  library.use('kept.newest', async (database: Database) => {
    const items = await database.items
      .orderBy('added')
      .reverse()
      .filter(({ deleted }) => deleted === undefined)
      .limit(most)
      .toArray();
    if (items.length > 0) {
      return { table: 'items', entries: items.map((row) => ({ table: 'items' as const, entry: itemOf(row) })) };
    }
    const passages = await database.passages
      .orderBy('created')
      .reverse()
      .filter(({ deleted }) => deleted === undefined)
      .limit(most)
      .toArray();
    return {
      table: 'passages',
      entries: passages.map((row) => ({ table: 'passages' as const, entry: passageOf(row) })),
    };
  });

/** What was made, changed or deleted at or after a time, changed last first: read by an index. */
export const readChangedSince = (library: Library, since: number): Promise<Result<readonly Entry[]>> =>
  library.use('kept.changed', async (database) => {
    const [items, passages] = await Promise.all([
      database.items.where('modified').aboveOrEqual(since).toArray(),
      database.passages.where('modified').aboveOrEqual(since).toArray(),
    ]);
    const all: Entry[] = [
      ...items.map((row) => ({ table: 'items' as const, entry: itemOf(row) })),
      ...passages.map((row) => ({ table: 'passages' as const, entry: passageOf(row) })),
    ];
    return all.sort((a, b) => b.entry.modified - a.entry.modified);
  });

/** What is kept of one table, so many rows at a time: no batch takes long. Rejects where the library cannot be read. */
async function* listed<Row extends { readonly id: string; readonly deleted?: number | undefined }>(
  library: Library,
  most: number,
  table: (database: Database) => Table<Row, string>,
  whole: (row: Row) => Row,
): AsyncGenerator<readonly Row[]> {
  let after = '';
  for (;;) {
    const batch = await library.use('kept.listed', (database) =>
      table(database).where('id').above(after).limit(most).toArray(),
    );
    if (!batch.ok) throw new FailureError(batch.failure);
    if (batch.value.length === 0) return;
    yield batch.value.filter(({ deleted }) => deleted === undefined).map(whole);
    after = batch.value.at(-1)!.id;
  }
}

/** Every kept work with the keys under which it is recognised, so many at a time. */
export const listedWorks = (library: Library, most: number): AsyncGenerator<readonly ItemRow[]> =>
  listed(library, most, ({ items }) => items, wholeItem);

/** Every kept passage, so many at a time. */
export const listedPassages = (library: Library, most: number): AsyncGenerator<readonly PassageRow[]> =>
  listed(library, most, ({ passages }) => passages, wholePassage);
