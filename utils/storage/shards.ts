import { Dexie, type DexieOptions, type Table } from 'dexie';
import type { Part } from '../search/corpus';
import type { Shard } from '../search/shard';
import type { OpenOptions } from './database';

/**
 * Shape of what is stored, in words and arrays. Raise it whenever a stored shard would be read wrongly, or would find other
 * words, than one built now: the index is then built anew.
 */
const SHAPE = 6;

/** A stored part with the number under which it is stored. */
export interface StoredPart extends Part {
  readonly number: number;
}

/** The search index at rest. */
export interface ShardStore {
  /**
   * Everything stored; undefined where nothing is, or nothing that can be used. `seq`: the last change that is in it; `of`: the name of
   * the library that it is of.
   */
  load(): Promise<{ readonly parts: readonly StoredPart[]; readonly seq: number; readonly of?: string } | undefined>;
  /** Forgets everything. */
  clear(): Promise<void>;
  /**
   * In one transaction: stores a new shard, drops some parts, remembers which entries of others are superseded, and how far
   * the index has come (undefined while it is still being built: what is there then is of no use to the next).
   *
   * @returns The new part's number; undefined where `shard` is.
   */
  put(change: {
    readonly shard?: Shard;
    readonly drop?: readonly number[];
    readonly marked?: readonly StoredPart[];
    readonly seq?: number;
    readonly of?: string;
  }): Promise<number | undefined>;
  close(): void;
}

/**
 * A shard at rest: its lists of texts are one text each, which IndexedDB gives back many times faster. There are so many words
 * that no list is made of them: each is cut out of the text when it is asked for.
 */
interface ShardRow extends Omit<Shard, 'keys' | 'terms'> {
  readonly keys: string;
  readonly terms: string;
  /** Where each word begins in `terms`; one more for the end. */
  readonly termStarts: Uint32Array;
}

/** Stands in no key. */
const BETWEEN = '\n';

function rowOf(shard: Shard): ShardRow {
  const words = Array.from({ length: shard.terms.length }, (_, term) => shard.terms.at(term)!);
  const termStarts = new Uint32Array(words.length + 1);
  for (const [term, word] of words.entries()) termStarts[term + 1] = termStarts[term]! + word.length;
  return { ...shard, keys: shard.keys.join(BETWEEN), terms: words.join(''), termStarts };
}

/** The shard of a row; its keys are made when they are first wanted, so that the library can open before. */
function shardOf({ termStarts, terms, ...row }: ShardRow): Shard {
  let keys: readonly string[] | undefined;
  return {
    ...row,
    get keys() {
      keys ??= row.keys.split(BETWEEN);
      return keys;
    },
    terms: { length: termStarts.length - 1, at: (term) => terms.slice(termStarts[term], termStarts[term + 1]) },
  };
}

/**
 * What of a row is stored apart, each with what is read with it: a large value holds the thread up while the browser gives it, and several
 * small ones take less time altogether (a shard of 8,192 passages: 9 ms at most, and 160 for thirteen of them, in place of 30 and 290).
 */
const APART = [['keys'], ['terms'], ['postings'], ['places', 'placesAt']] as const satisfies (keyof ShardRow)[][];

/** What is stored apart of one row, under its number and the place in {@link APART}. */
type Piece = Partial<ShardRow>;

/** A row in pieces: what is stored of it under its number, then what is apart. */
function inPieces(row: ShardRow): { readonly rest: Piece; readonly apart: readonly Piece[] } {
  const rest: Piece = { ...row };
  const apart = APART.map((names) => {
    const piece: Piece = Object.fromEntries(names.map((name) => [name, row[name]]));
    for (const name of names) delete rest[name];
    return piece;
  });
  return { rest, apart };
}

const pieceKeys = (number: number) => APART.map((_, place): [number, number] => [number, place]);

interface IndexTables {
  readonly shards: Table<Piece, number>;
  readonly pieces: Table<Piece, [shard: number, place: number]>;
  readonly dead: Table<Uint8Array, number>;
  readonly state: Table<{ readonly shape: number; readonly seq: number; readonly of?: string }, string>;
}

/**
 * The search index in a database of its own beside the library: it can be built from the library at any time, so it needs no
 * migrations and is in no backup (decision 0012).
 */
export function createShardStore(options: OpenOptions = {}): ShardStore {
  const { name = 'ibid', indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = options;
  const given: DexieOptions = { indexedDB, IDBKeyRange };
  const database = new Dexie(`${name}-search`, given) as Dexie & IndexTables;
  database.version(1).stores({ shards: '++', dead: '', state: '' });
  database.version(2).stores({ pieces: '' });
  const tables = [database.shards, database.pieces, database.dead, database.state];

  return {
    load: () =>
      database.transaction('r', tables, async () => {
        const state = await database.state.get('state');
        if (state?.shape !== SHAPE) return undefined;
        const numbers = await database.shards.toCollection().primaryKeys();
        // Each by itself: to be given all at once holds the thread up for as long as they all take.
        const parts = await Promise.all(
          numbers.map(async (number) => {
            const [dead, ...pieces] = await Promise.all([
              database.dead.get(number),
              database.shards.get(number),
              ...pieceKeys(number).map((key) => database.pieces.get(key)),
            ]);
            const row = Object.assign({}, ...pieces) as ShardRow;
            return { number, shard: shardOf(row), dead: dead ?? new Uint8Array(row.at.length) };
          }),
        );
        return { parts, seq: state.seq, of: state.of };
      }),
    clear: () =>
      database.transaction('rw', tables, async () => {
        await Promise.all(tables.map((table) => table.clear()));
      }),
    put: ({ shard, drop = [], marked = [], seq, of }) =>
      database.transaction('rw', tables, async () => {
        await database.shards.bulkDelete([...drop]);
        await database.pieces.bulkDelete(drop.flatMap(pieceKeys));
        await database.dead.bulkDelete([...drop]);
        await database.dead.bulkPut(
          marked.map(({ dead }) => dead),
          marked.map(({ number }) => number),
        );
        if (seq === undefined) await database.state.delete('state');
        else await database.state.put({ shape: SHAPE, seq, of }, 'state');
        if (!shard) return undefined;
        const { rest, apart } = inPieces(rowOf(shard));
        const number = await database.shards.add(rest);
        const keys = pieceKeys(number);
        await Promise.all(apart.map((piece, place) => database.pieces.add(piece, keys[place])));
        return number;
      }),
    close: () => database.close(),
  };
}
