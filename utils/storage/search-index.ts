import { liveQuery } from 'dexie';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { assemblingCorpus, type Corpus, countLiving, createCorpus, keyOf, type Part } from '../search/corpus';
import { type CrossCount, crossCounts } from '../search/cross-count';
import { type EntryTable, itemDoc, passageDoc, type SearchDoc } from '../search/entry-doc';
import { type Found, type Search, search } from '../search/search';
import { parseQuery } from '../search/search-query';
import { buildingShard, entryKey, type Shard } from '../search/shard';
import type { SegmentWords } from '../search/tokens';
import { lastSeq } from './changes';
import type { Database } from './database';
import { itemOf } from './items';
import { passageOf } from './passages';
import type { ChangeRow, PassageRow } from './rows';
import type { ShardStore, StoredPart } from './shards';
import { wholePassage } from './whole';

/** An entry of the library, whole. */
export type Entry =
  | {
      readonly table: 'passages';
      readonly entry: Passage;
      /** Other pages on which the same words are saved; missing where there are none. */
      readonly elsewhere?: readonly { readonly url: string; readonly title: string }[];
    }
  | { readonly table: 'items'; readonly entry: ReadingItem };

/** What a search asks for, with the query as the reader typed it. */
export interface TextSearch extends Omit<Search, 'clauses'> {
  readonly text: string;
  /** Whether the last word may be the beginning of a longer one. */
  readonly isTyping: boolean;
  /** Ids in the reader's own order: what is found stands so, what is not named after it. */
  readonly byHand?: readonly string[];
}

/** What was found; it stays as it is while the index goes on. */
export interface Answer extends Pick<Found, 'facets' | 'meant'> {
  readonly total: number;
  /** Ids of all, in their order. */
  ids(): readonly string[];
  /** What was found by two groups of facets at once. */
  cross(rows: string, columns: string): readonly CrossCount[];
  /** The entries from one place of the order up to another (exclusive), as they are now; left out those that are gone. */
  entries(from: number, to: number): Promise<readonly Entry[]>;
}

/** The index over an open library: in memory, stored beside the library, and following its changes. */
export interface SearchIndex {
  search(asked: TextSearch): Answer;
  /** Ends the following. */
  close(): void;
}

/** What the index leans on. */
export interface SearchIndexNeeds {
  readonly library: Database;
  readonly store: ShardStore;
  readonly segment: SegmentWords;
  /** Gives other work its turn, between two slices of long work. */
  readonly pause: () => Promise<void>;
  /** Whether this index stores what it builds. Of several windows, one does. */
  readonly keeps: boolean;
  readonly sizes?: ShardSizes;
  /** Told whenever something else may be found than before; `waiting` entries are not in the index yet. */
  readonly tell: (waiting: number, kept: Readonly<Record<EntryTable, number>>) => void;
  /** Told when the library could not be read; the index then stays as it is. */
  readonly onError: (error: unknown) => void;
}

interface Key {
  readonly table: EntryTable;
  readonly id: string;
}

/** Numbers of entries and shards; tests bring smaller ones. */
export interface ShardSizes {
  /** Entries of a full shard: so few that building one never takes long, so many that a large library has few. */
  readonly full: number;
  /** Changed entries that are kept in memory before they become a shard of their own. */
  readonly recent: number;
  /** How many shards smaller than half a full one there may be before they become one. */
  readonly small: number;
}

const SIZES: ShardSizes = { full: 8192, recent: 512, small: 8 };
const MOST_CLAUSES = 32;

const keyIn = (key: string): Key => {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash) as EntryTable, id: key.slice(slash + 1) };
};

/** Where else the words of some passages are saved, by passage. */
async function readElsewhere(library: Database, passages: readonly (PassageRow | undefined)[]) {
  const keys = new Set(passages.flatMap((row) => row?.alike ?? []));
  const alike =
    keys.size > 0
      ? await library.passages
          .where('alike')
          .anyOf([...keys])
          .toArray()
          .then((rows) => rows.map(wholePassage))
      : [];
  return (row: PassageRow) => {
    const others = alike.filter(
      (other) =>
        other.alike === row.alike &&
        other.deleted === undefined &&
        !other.page.keys.some((key) => row.page.keys.includes(key)),
    );
    return [...new Map(others.map(({ page: { url, title } }) => [url, { url, title }])).values()].slice(0, 5);
  };
}

async function readEntries(library: Database, keys: readonly Key[]): Promise<readonly Entry[]> {
  const idsOf = (wanted: EntryTable) => keys.flatMap(({ table, id }) => (table === wanted ? [id] : []));
  const [passages, items] = await Promise.all([
    library.passages.bulkGet(idsOf('passages')).then((rows) => rows.map((row) => row && wholePassage(row))),
    library.items.bulkGet(idsOf('items')),
  ]);
  const elsewhere = await readElsewhere(library, passages);
  const found = new Map<string, Entry>();
  for (const row of passages) {
    const others = row && elsewhere(row);
    if (!row || !others) continue;
    const entry = { table: 'passages' as const, entry: passageOf(row) };
    found.set(entryKey('passages', row.id), others.length > 0 ? { ...entry, elsewhere: others } : entry);
  }
  for (const row of items) if (row) found.set(entryKey('items', row.id), { table: 'items', entry: itemOf(row) });
  return keys.flatMap(({ table, id }) => found.get(entryKey(table, id)) ?? []);
}

/** Numbers in the order of their ids in a list; the others after them, as they were. */
function inHandOrder(
  numbers: Uint32Array,
  idOf: (number: number) => string,
  byHand: readonly string[],
): Uint32Array<ArrayBuffer> {
  const places = new Map(byHand.map((id, place) => [id, place]));
  const ranked = [...numbers].map((number) => ({ number, place: places.get(idOf(number)) ?? byHand.length }));
  return Uint32Array.from(
    ranked.sort((a, b) => a.place - b.place),
    ({ number }) => number,
  );
}

/** Opens the index of a library: what is stored, brought up to date in the background. */
export async function openSearchIndex(needs: SearchIndexNeeds): Promise<SearchIndex> {
  const { library, store, segment, pause, tell, onError, sizes = SIZES } = needs;
  let { keeps } = needs;
  let parts: StoredPart[] = [];
  /** Changed entries that are in no stored shard yet, whole. */
  const recent = new Map<string, SearchDoc>();
  let corpus: Corpus = createCorpus([]);
  /** The stored parts put together; undefined when they have become others. */
  let base: Corpus | undefined;
  /** Parts in which entries were superseded since they were stored. */
  const marked = new Set<StoredPart>();
  let seq = 0;
  let unstored = 0;
  let isClosed = false;
  let work = Promise.resolve();

  /** What the library is called: one that came in the place of a lost one counts its changes anew. */
  const name = async () => (await library.clock.get('clock'))?.node ?? '';

  /** Runs work to its end that rests now and then. */
  const inSlices = async <T>(steps: Generator<undefined, T, undefined>): Promise<T> => {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await pause();
    }
  };
  const build = (docs: readonly SearchDoc[]): Promise<Shard> => inSlices(buildingShard(docs, segment));
  const assemble = async (waiting: number) => {
    base ??= await inSlices(assemblingCorpus([...parts]));
    const all: Part[] = [...parts];
    if (recent.size > 0) {
      const shard = await build([...recent.values()]);
      all.push({ shard, dead: new Uint8Array(shard.at.length) });
    }
    const next = await inSlices(assemblingCorpus(all, base));
    if (isClosed) return;
    corpus = next;
    const [passages = 0, items = 0] = countLiving(corpus, ['in:passages', 'in:items']);
    tell(waiting, { passages, items });
  };

  /** The entries as the index sees them; what is in the trash, or gone, is left out. */
  const read = async (keys: readonly Key[]): Promise<readonly SearchDoc[]> =>
    (await readEntries(library, keys)).flatMap((found) => {
      if (found.entry.deleted !== undefined) return [];
      return [found.table === 'passages' ? passageDoc(found.entry) : itemDoc(found.entry)];
    });
  /** Takes entries out of the shards. There is no map of where each is: it would weigh more than the words do. */
  function bury(keys: ReadonlySet<string>): void {
    // Not even asked for where there is nothing to look for: a stored shard makes its keys when they are first wanted.
    if (keys.size === 0) return;
    for (const part of parts) {
      const own = part.shard.keys;
      for (let doc = 0; doc < own.length; doc += 1) {
        if (part.dead[doc] === 1 || !keys.has(own[doc]!)) continue;
        part.dead[doc] = 1;
        marked.add(part);
      }
    }
  }
  /** @param upTo - Undefined while more shards of the same change are to come. */
  async function addShard(docs: readonly SearchDoc[], upTo: number | undefined, drop: readonly StoredPart[] = []) {
    const shard = docs.length > 0 ? await build(docs) : undefined;
    const numbers = drop.map(({ number }) => number);
    const stays = [...marked].filter(({ number }) => !numbers.includes(number));
    let number: number | undefined;
    try {
      if (keeps) number = await store.put({ shard, drop: numbers, marked: stays, seq: upTo, of: await name() });
      marked.clear();
    } catch {
      // The disk is full, or the index was taken away: it lives on in memory, and is built anew next time.
      keeps = false;
    }
    parts = parts.filter((part) => !drop.includes(part));
    unstored -= 1;
    if (shard) parts.push({ number: number ?? unstored, shard, dead: new Uint8Array(shard.at.length) });
    base = undefined;
  }
  /** Makes one shard of many small ones, or of what is left in them. */
  async function tidy(): Promise<void> {
    const sized = parts
      .map((part) => ({ part, living: part.dead.reduce((sum, is) => sum + 1 - is, 0) }))
      .filter(({ living }) => living < sizes.full / 2)
      .sort((a, b) => a.living - b.living);
    if (sized.length < sizes.small) return;
    let total = 0;
    const chosen = sized.filter(({ living }) => {
      total += living;
      return total <= sizes.full;
    });
    const keys = chosen.flatMap(({ part: { shard, dead } }) => shard.keys.filter((_key, doc) => dead[doc] === 0));
    await addShard(
      await read(keys.map(keyIn)),
      seq,
      chosen.map(({ part }) => part),
    );
  }

  /** Brings entries into the index: few stay in memory, many become shards. */
  async function take(keys: readonly Key[], upTo: number, isWhole: boolean): Promise<void> {
    const named = new Map(keys.map((key) => [entryKey(key.table, key.id), key]));
    bury(new Set(named.keys()));
    if (!isWhole && recent.size + named.size <= sizes.recent) {
      for (const key of named.keys()) recent.delete(key);
      for (const doc of await read(keys)) recent.set(entryKey(doc.table, doc.id), doc);
      seq = upTo;
      await assemble(0);
      return;
    }
    for (const key of recent.keys()) named.set(key, keyIn(key));
    recent.clear();
    const all = [...named.values()];
    for (let from = 0; from === 0 || from < all.length; from += sizes.full) {
      if (isClosed) return;
      const next = from + sizes.full;
      await addShard(await read(all.slice(from, next)), next >= all.length ? upTo : undefined);
      if (next < all.length) await assemble(all.length - next);
      await pause();
    }
    seq = upTo;
    await tidy();
    await assemble(0);
  }

  const changesSince = () => library.changes.where('seq').above(seq);
  const lastOf = (changes: readonly ChangeRow[]) => changes.reduce((most, row) => Math.max(most, row.seq), seq);

  const [stored, own] = await Promise.all([store.load().catch(() => undefined), name()]);
  // Of what has no name yet, or had none when it was stored, nothing else is known than that it fitted.
  if (stored && (!stored.of || stored.of === own)) {
    parts = [...stored.parts];
    seq = stored.seq;
    // What is not stored yet comes first: a list that lacks what was saved last, for a moment, looks as if it were lost.
    const news = await changesSince()
      .limit(sizes.recent + 1)
      .toArray();
    if (news.length > sizes.recent) await assemble(news.length);
    else await take(news, lastOf(news), false).catch(onError);
  } else {
    if (keeps) await store.clear().catch(() => undefined);
    const [last, passages, items] = await Promise.all([
      lastSeq(library),
      library.passages.toCollection().primaryKeys(),
      library.items.toCollection().primaryKeys(),
    ]);
    const keys: Key[] = [
      ...passages.map((id) => ({ table: 'passages' as const, id })),
      ...items.map((id) => ({ table: 'items' as const, id })),
    ];
    work = take(keys, last, true).catch(onError);
  }

  const following = liveQuery(() => changesSince().toArray()).subscribe({
    next: (rows) => {
      work = work
        .then(async () => {
          const news = rows.filter((row) => row.seq > seq);
          if (news.length > 0 && !isClosed) await take(news, lastOf(news), false);
        })
        .catch(onError);
    },
    error: onError,
  });

  return {
    search({ text, isTyping, byHand, ...rest }) {
      const clauses = parseQuery(text, segment, isTyping).slice(0, MOST_CLAUSES);
      const searched = corpus;
      const found = search(searched, { ...rest, clauses });
      const { facets, meant } = found;
      const idOf = (number: number) => keyIn(keyOf(searched, number)).id;
      const numbers = byHand ? inHandOrder(found.numbers, idOf, byHand) : found.numbers;
      return {
        total: numbers.length,
        facets,
        meant,
        ids: () => [...numbers].map(idOf),
        cross: (rows, columns) => crossCounts(searched, numbers, rows, columns),
        entries: (from, to) =>
          readEntries(
            library,
            [...numbers.subarray(from, to)].map((number) => keyIn(keyOf(searched, number))),
          ),
      };
    },
    close() {
      isClosed = true;
      following.unsubscribe();
      store.close();
    },
  };
}
