// Dexie's live queries look for a global IndexedDB, whichever one the database uses.
import 'fake-indexeddb/auto';
import { afterEach, describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { type Database, type OpenOptions, openDatabase } from './database';
import { createItemStore } from './items';
import { createLibrary } from './library';
import { createPassageStore } from './passages';
import { openSearchIndex, type SearchIndex, type ShardSizes, type TextSearch } from './search-index';
import { createShardStore } from './shards';
import { VERSIONS } from './versions';

const base = recorded.passages[0] as Passage;
const item = recorded.items[0] as unknown as ReadingItem;
const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

const made = (id: string, exact: string, more: Partial<Passage> = {}): Passage => ({
  ...base,
  id,
  selectors: { quote: { exact, prefix: '', suffix: '' } },
  ...more,
});

const open: { close(): void }[] = [];
afterEach(() => {
  for (const one of open.splice(0)) one.close();
});

async function database(storage: OpenOptions): Promise<Database> {
  const opened = await openDatabase(storage);
  if (!opened.ok) throw new Error(opened.failure.message);
  open.push(opened.value);
  return opened.value;
}

/** An index, and the means to wait until it has been told of something. */
async function indexOf(storage: OpenOptions, { keeps = true, sizes }: { keeps?: boolean; sizes?: ShardSizes } = {}) {
  let heard = () => {};
  const errors: unknown[] = [];
  let waiting = 0;
  const told: number[] = [];
  const index: SearchIndex = await openSearchIndex({
    library: await database(storage),
    store: createShardStore(storage),
    segment: (text) => segmenter.segment(text),
    pause: async () => {},
    keeps,
    sizes,
    tell: (left, { passages, items }) => {
      waiting = left;
      told.push(passages + items);
      heard();
    },
    onError: (error) => errors.push(error),
  });
  open.push(index);
  const ask = (text: string, more: Partial<TextSearch> = {}) =>
    index.search({ text, isTyping: false, chosen: {}, order: 'best', ...more });
  const ids = async (text: string, more?: Partial<TextSearch>) => {
    const answer = ask(text, more);
    return (await answer.entries(0, answer.total)).map(({ entry }) => entry.id);
  };
  return {
    ask,
    ids,
    errors,
    /** How much could be found, as it was told. */
    told,
    /** Waits until a question has this many answers. */
    async until(text: string, total: number) {
      while (ask(text).total !== total || waiting > 0) {
        await new Promise<void>((resolve) => {
          heard = resolve;
        });
      }
    },
  };
}

describe('the search index', () => {
  it('finds what was in the library before there was an index, without the trash', async () => {
    const storage = freshStorage();
    const old = await openDatabase({ ...storage, versions: VERSIONS.slice(0, 1) });
    if (!old.ok) throw new Error('not opened');
    await old.value.passages.bulkAdd(recorded.passages as never);
    await old.value.items.bulkAdd(recorded.items as never);
    old.value.close();
    const index = await indexOf(storage);
    await index.until('', 2);
    expect(await index.ids('shift work')).toEqual([base.id]);
    expect(await index.ids('invented')).toEqual([item.id]);
    expect(await index.ids('rest')).toEqual([]);
    expect((await index.ask('').entries(0, 9)).every(({ entry }) => !('keys' in entry))).toBe(true);
  });

  it('is built anew over a library that came in the place of a lost one', async () => {
    const storage = freshStorage();
    const before = createPassageStore(createLibrary(storage));
    for (const id of ['passage-1', 'passage-2']) await before.update(id, () => made(id, 'Terns nest on cliffs.'));
    const first = await indexOf(storage, { sizes: { full: 2, recent: 0, small: 8 } });
    await first.until('terns', 2);
    for (const one of open.splice(0)) one.close();
    await new Promise((resolve) => {
      storage.indexedDB!.deleteDatabase(storage.name!).onsuccess = resolve;
    });
    const after = createPassageStore(createLibrary(storage));
    await after.update('passage-3', () => made('passage-3', 'Lamps are amber.'));
    const second = await indexOf(storage);
    await second.until('lamps', 1);
    expect(second.ask('').total).toBe(1);
  });

  it('points out where else the same words are saved, but not on the page itself, and not in the trash', async () => {
    const storage = freshStorage();
    const passages = createPassageStore(createLibrary(storage));
    const words = 'Terns nest on amber cliffs where nobody walks.';
    const on = (name: string) => ({
      page: { url: `https://${name}.example/1`, title: name, keys: [`clean:${name}.example/1`] },
    });
    await passages.update('passage-1', () => made('passage-1', words, on('one')));
    await passages.update('passage-2', () => made('passage-2', `“${words.toUpperCase()}”`, on('two')));
    await passages.update('passage-3', () => made('passage-3', words, on('one')));
    await passages.update('passage-4', () => made('passage-4', words, { ...on('three'), deleted: 1 }));
    await passages.update('passage-5', () => made('passage-5', 'short', on('four')));
    await passages.update('passage-6', () => made('passage-6', 'short', on('five')));
    const index = await indexOf(storage);
    await index.until('', 5);
    const entries = await index.ask('').entries(0, 9);
    const elsewhere = Object.fromEntries(
      entries.map((each) => [each.entry.id, 'elsewhere' in each ? each.elsewhere?.map(({ title }) => title) : []]),
    );
    expect(elsewhere).toEqual({
      'passage-1': ['two'],
      'passage-2': ['one'],
      'passage-3': ['two'],
      'passage-5': [],
      'passage-6': [],
    });
  });

  it('knows at once what was saved after it was last stored', async () => {
    const storage = freshStorage();
    const passages = createPassageStore(createLibrary(storage));
    await passages.update('passage-1', () => made('passage-1', 'an amber lamp'));
    const first = await indexOf(storage);
    await first.until('amber', 1);
    await passages.update('passage-2', () => made('passage-2', 'another amber lamp'));
    await first.until('amber', 2);
    // A second window, and the next day.
    for (const keeps of [false, true]) {
      const next = await indexOf(storage, { keeps });
      expect(next.told).toEqual([2]);
      expect((await next.ids('amber')).sort()).toEqual(['passage-1', 'passage-2']);
    }
  });

  it('follows what another connection saves, changes, deletes and restores', async () => {
    const storage = freshStorage();
    const index = await indexOf(storage);
    const library = createLibrary(storage);
    const passages = createPassageStore(library);
    await passages.update('passage-1', () => made('passage-1', 'an amber lamp'));
    await index.until('amber', 1);
    await passages.update('passage-1', (stored) => stored && { ...stored, remark: 'heliotrope' });
    await index.until('heliotrope', 1);
    await passages.update('passage-1', (stored) => stored && { ...stored, deleted: 1 });
    await index.until('amber', 0);
    await passages.update('passage-1', (stored) => {
      const { deleted: _deleted, ...kept } = stored!;
      return kept;
    });
    await index.until('amber', 1);
    const items = createItemStore(library);
    await items.upsert(['pmid:1'], () => item);
    await index.until('invented', 1);
    await items.update(item.id, (stored) => stored && { ...stored, tags: ['heliotrope'] });
    await index.until('heliotrope', 2);
    expect(index.errors).toEqual([]);
  });

  it('finds works of a collection in the reader’s own order, and counts them by two groups', async () => {
    const storage = freshStorage();
    const items = createItemStore(createLibrary(storage));
    for (const [n, id] of ['one', 'two', 'three', 'four'].entries()) {
      const collections = id === 'four' ? [] : ['nights'];
      await items.upsert([`pmid:${n}`], () => ({ ...item, id, added: n, collections, headline: `My ${id}` }));
    }
    const index = await indexOf(storage);
    await index.until('', 4);
    const inNights = { chosen: { collection: ['nights'] } };
    expect(await index.ids('', inNights)).toEqual(['three', 'two', 'one']);
    const byHand = index.ask('', { ...inNights, byHand: ['two', 'gone', 'one'] });
    expect(byHand.ids()).toEqual(['two', 'one', 'three']);
    expect((await byHand.entries(0, 2)).map(({ entry }) => entry.id)).toEqual(['two', 'one']);
    expect(await index.ids('my two')).toEqual(['two']);
    const counts = index.ask('').cross('collection', 'status');
    expect([...counts].sort((a, b) => a.count - b.count)).toEqual([
      { row: '', column: item.status, count: 1 },
      { row: 'nights', column: item.status, count: 3 },
    ]);
  });

  it('is stored, and a later one goes on from there', async () => {
    const storage = freshStorage();
    const library = createLibrary(storage);
    const passages = createPassageStore(library);
    await passages.update('passage-1', () => made('passage-1', 'an amber lamp'));
    await passages.update('passage-2', () => made('passage-2', 'an amber stone'));
    const first = await indexOf(storage);
    await first.until('amber', 2);
    for (const one of open.splice(0)) one.close();
    await passages.update('passage-1', (stored) => stored && { ...stored, remark: 'heliotrope' });

    const second = await indexOf(storage);
    // Before it has read any change: what is there was stored.
    expect(second.ask('amber').total).toBe(2);
    await second.until('heliotrope', 1);
    expect(await second.ids('amber', { order: 'newest' })).toHaveLength(2);
  });

  it('keeps many changes apart from what they supersede, over many openings', async () => {
    const storage = freshStorage();
    const library = createLibrary(storage);
    const change = (from: number, to: number, word: string) =>
      library.use('test', (database) =>
        database.transaction('rw', database.passages, database.changes, async () => {
          const ids = Array.from({ length: to - from }, (_, index) => `passage-${from + index}`);
          await database.passages.bulkPut(ids.map((id) => made(id, `lamp ${word}`)));
          const last = (await database.changes.orderBy('seq').last())?.seq ?? 0;
          await database.changes.bulkPut(ids.map((id, index) => ({ table: 'passages', id, seq: last + 1 + index })));
        }),
      );
    const sizes = { full: 32, recent: 4, small: 3 };
    await change(0, 50, 'first');
    for (const [round, word] of [
      'amber',
      'tern',
      'stone',
      'night',
      'shift',
      'dusk',
      'dawn',
      'noon',
      'moon',
    ].entries()) {
      await change(round * 6, round * 6 + 7 + round, word);
      const index = await indexOf(storage, { sizes });
      await index.until(word, 7 + round);
      await index.until('lamp', Math.max(50, round * 6 + 7 + round));
      expect(index.errors).toEqual([]);
      for (const one of open.splice(0)) one.close();
    }
    const { parts = [] } = (await createShardStore(storage).load()) ?? {};
    expect(parts.length).toBeLessThan(8);
  });

  it('works in memory where it is not the one that stores', async () => {
    const storage = freshStorage();
    await createPassageStore(createLibrary(storage)).update('passage-1', () => made('passage-1', 'an amber lamp'));
    const index = await indexOf(storage, { keeps: false });
    await index.until('amber', 1);
    expect(await createShardStore(storage).load()).toBeUndefined();
  });

  it('gives the entries of an answer as they are now, whatever was found since', async () => {
    const storage = freshStorage();
    const passages = createPassageStore(createLibrary(storage));
    await passages.update('passage-1', () => made('passage-1', 'amber', { created: 1 }));
    const index = await indexOf(storage);
    await index.until('amber', 1);
    const answer = index.ask('amber');
    await passages.update('passage-2', () => made('passage-2', 'amber', { created: 2 }));
    await index.until('amber', 2);
    expect((await answer.entries(0, 9)).map(({ entry }) => entry.id)).toEqual(['passage-1']);
  });
});
