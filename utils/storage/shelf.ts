import type { Table } from 'dexie';
import { FailureError } from '../model/failure';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { Database } from './database';
import { itemOf } from './items';
import type { Library } from './library';
import { passageOf } from './passages';
import type { PassageRow } from './rows';

interface Row {
  readonly id: string;
  readonly deleted?: number | undefined;
}

/** How many rows may be read for each that is wanted: a stretch of them is read in one go, single ones take ten times as long. */
const PER_WANTED = 4;

/** Rows of one request. Chromium sends eight answers of fifty rows in about half the time of one of four hundred. */
const PER_REQUEST = 50;

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

/** A stretch of values in shorter ones, one after another, none of which divides what is equal: `to` belongs to the last one alone. */
function piecesOf<T extends string | number>(sorted: ArrayLike<T>, from: T, to: T): readonly (readonly [T, T])[] {
  const end = placeOf(sorted, to, true);
  const pieces: [T, T][] = [];
  let begin = from;
  for (let at = placeOf(sorted, from, false) + PER_REQUEST; at < end; at += PER_REQUEST) {
    const next = sorted[at]!;
    if (next > begin) pieces.push([begin, next]);
    begin = next;
  }
  return [...pieces, [begin, to]];
}

/** Reads some rows that stand far apart. */
type ReadApart<Outline, Stored> = (database: Database, outlines: readonly Outline[]) => Promise<(Stored | undefined)[]>;

/** Reads the rows of stretches that follow one another, in one transaction. */
async function readTogether<Stored>(
  table: Table<Stored, string>,
  index: string,
  pieces: readonly (readonly [string | number, string | number])[],
): Promise<Stored[]> {
  const last = pieces.length - 1;
  const rows = await table.db.transaction('r', table, () =>
    Promise.all(
      pieces.map(([from, to], i) =>
        table
          .where(index)
          .between(from, to, true, i === last)
          .toArray(),
      ),
    ),
  );
  return rows.flat();
}

/** Reads rows by id: a stretch of them by id or by time where they stand close together, otherwise as `readApart` does. */
function readerOf<Outline extends { readonly id: string }, Stored extends Row>(
  all: readonly Outline[],
  time: string,
  timeOf: (outline: Outline) => number,
  table: (database: Database) => Table<Stored, string>,
  readApart: ReadApart<Outline, Stored>,
) {
  const ids = all.map(({ id }) => id).sort();
  const times = Float64Array.from(all, timeOf).sort();
  return async (database: Database, outlines: readonly Outline[]): Promise<Stored[]> => {
    const wanted = outlines.map(({ id }) => id);
    const [byId, byTime] = [stretch(ids, wanted), stretch(times, outlines.map(timeOf))];
    const shorter =
      byId.count <= byTime.count
        ? { count: byId.count, index: 'id', pieces: () => piecesOf(ids, byId.from, byId.to) }
        : { count: byTime.count, index: time, pieces: () => piecesOf(times, byTime.from, byTime.to) };
    const rows =
      shorter.count > PER_WANTED * wanted.length
        ? await readApart(database, outlines)
        : await readTogether(table(database), shorter.index, shorter.pieces());
    const isWanted = new Set(wanted);
    return rows.filter((row) => row !== undefined && row.deleted === undefined && isWanted.has(row.id)) as Stored[];
  };
}

/** Reads passages page by page where they are few pages, because files that are ordered by page ask for them so. */
function pageReader(all: readonly Passage[]): ReadApart<Passage, PassageRow> {
  const keyOf = ({ page, id }: Passage) => page.keys[0] ?? id;
  const counts = new Map<string, number>();
  for (const passage of all) counts.set(keyOf(passage), (counts.get(keyOf(passage)) ?? 0) + 1);
  return async (database, outlines) => {
    const { passages } = database;
    const keys = [...new Set(outlines.map(keyOf))];
    const count = keys.reduce((sum, key) => sum + counts.get(key)!, 0);
    if (keys.length * 2 > outlines.length || count > PER_WANTED * outlines.length)
      return passages.bulkGet(outlines.map(({ id }) => id));
    // In one transaction: dozens of them take longer than what is read in them.
    const pages = await database.transaction('r', passages, () =>
      Promise.all(keys.map((key) => passages.where('page.keys').equals(key).toArray())),
    );
    return [...new Map(pages.flat().map((row) => [row.id, row])).values()];
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
    (database, outlines) => database.items.bulkGet(outlines.map(({ id }) => id)),
  );
  const readPassages = readerOf(
    passages,
    'created',
    ({ created }) => created,
    (database) => database.passages,
    pageReader(passages),
  );
  async function read<T>(stage: string, work: (database: Database) => Promise<T>): Promise<T> {
    const found = await library.use(stage, work);
    if (!found.ok) throw new FailureError(found.failure);
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
