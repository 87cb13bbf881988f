import type { Table } from 'dexie';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { Database } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import { passageOf } from './passages';

interface Row {
  readonly id: string;
  readonly deleted?: number | undefined;
}

/** How many rows may be read for each that is wanted: a stretch of them is read in one go, single ones take ten times as long. */
const PER_WANTED = 4;

/** Where a value would stand in a sorted list: after what is less, and after what is equal, too, where `after` says so. */
function placeOf<T extends string | number>(sorted: ArrayLike<T>, value: T, after: boolean): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const each = sorted[middle]!;
    if (each < value || (after && each === value)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The least and the greatest of some values, and how many of a sorted list stand between them. */
function stretch<T extends string | number>(sorted: ArrayLike<T>, values: readonly T[]) {
  let from = values[0]!;
  let to = from;
  for (const value of values) {
    if (value < from) from = value;
    if (to < value) to = value;
  }
  return { from, to, count: placeOf(sorted, to, true) - placeOf(sorted, from, false) };
}

/** Reads rows by id: a stretch of them by id or by time where they stand close together, each by itself otherwise. */
function readerOf<Outline extends { readonly id: string }, Stored extends Row>(
  all: readonly Outline[],
  time: string,
  timeOf: (outline: Outline) => number,
  table: (database: Database) => Table<Stored, string>,
) {
  const ids = all.map(({ id }) => id).sort();
  const times = Float64Array.from(all, timeOf).sort();
  return async (database: Database, outlines: readonly Outline[]): Promise<Stored[]> => {
    const wanted = outlines.map(({ id }) => id);
    const [byId, byTime] = [stretch(ids, wanted), stretch(times, outlines.map(timeOf))];
    const shorter = byId.count <= byTime.count ? { ...byId, index: 'id' } : { ...byTime, index: time };
    const rows =
      shorter.count > PER_WANTED * wanted.length
        ? await table(database).bulkGet(wanted)
        : await table(database).where(shorter.index).between(shorter.from, shorter.to, true, true).toArray();
    const isWanted = new Set(wanted);
    return rows.filter((row) => row !== undefined && row.deleted === undefined && isWanted.has(row.id)) as Stored[];
  };
}

/** Entries of the library, some or all, whole or in outline. */
interface Entries {
  readonly items: readonly ReadingItem[];
  readonly passages: readonly Passage[];
}

/** Reads whole what it is given in outline. */
interface EntryShelf {
  works(outlines: readonly ReadingItem[]): Promise<readonly ReadingItem[]>;
  passages(outlines: readonly Passage[]): Promise<readonly Passage[]>;
}

/**
 * Reads whole what an outline of the library has, as it is now; what has been deleted since is left out. Rejects where the library cannot
 * be read.
 */
export function createShelf(library: Library, { items, passages }: Entries): EntryShelf {
  const readItems = readerOf(
    items,
    'added',
    ({ added }) => added,
    (database) => database.items,
  );
  const readPassages = readerOf(
    passages,
    'created',
    ({ created }) => created,
    (database) => database.passages,
  );
  async function read<T>(stage: string, work: (database: Database) => Promise<T>): Promise<T> {
    const found = await library.use(stage, work);
    if (!found.ok) throw new Error(found.failure.message);
    return found.value;
  }
  return {
    works: async (outlines) =>
      outlines.length === 0 ? [] : (await read('shelf.works', (database) => readItems(database, outlines))).map(itemOf),
    passages: async (outlines) =>
      outlines.length === 0
        ? []
        : (await read('shelf.passages', (database) => readPassages(database, outlines))).map(passageOf),
  };
}
