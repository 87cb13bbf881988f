import type { Result } from '../model/failure';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { EntryTable } from '../search/entry-doc';
import type { Database } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import { passageOf } from './passages';
import type { ItemRow } from './rows';
import type { Entry } from './search-index';

/** Everything the reader keeps that is not in the trash: works by the time they were added, passages by that of their making; newest first. */
export interface Kept {
  readonly items: readonly ReadingItem[];
  readonly passages: readonly Passage[];
}

/** Reads the whole library at once, for what needs it whole: an export. */
export const readKept = (library: Library): Promise<Result<Kept>> =>
  library.use('kept.read', async (database) => {
    const [rows, passages] = await Promise.all([database.items.toArray(), database.passages.toArray()]);
    return {
      items: rows
        .filter(({ deleted }) => deleted === undefined)
        .map(itemOf)
        .sort((a, b) => b.added - a.added),
      passages: passages.filter(({ deleted }) => deleted === undefined).sort((a, b) => b.created - a.created),
    };
  });

/** The number of the last change of an entry: what was read before it is old. 0 where nothing was ever changed. */
export const lastChange = (library: Library): Promise<Result<number>> =>
  library.use('kept.change', async (database) => (await database.changes.orderBy('seq').last())?.seq ?? 0);

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
    return { table: 'passages', entries: passages.map((entry) => ({ table: 'passages' as const, entry })) };
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

/** Every kept work with the keys under which it is recognised, so many at a time: no batch takes long. */
export async function* listedWorks(library: Library, most: number): AsyncGenerator<readonly ItemRow[]> {
  let after = '';
  for (;;) {
    const batch = await library.use('kept.listed', (database) =>
      database.items.where('id').above(after).limit(most).toArray(),
    );
    if (!batch.ok || batch.value.length === 0) return;
    yield batch.value.filter(({ deleted }) => deleted === undefined);
    after = batch.value.at(-1)!.id;
  }
}
