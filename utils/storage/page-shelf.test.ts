import { beforeEach, describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import { freshStorage } from '../../tests/storage';
import type { ReadingItem } from '../model/reading-item';
import { type Database, openDatabase } from './database';
import { readPageShelf } from './page-shelf';

const PAGE = ['url:https://a.example/p', 'clean:a.example/p'];
let database: Database;

beforeEach(async () => {
  const opened = await openDatabase(freshStorage());
  if (!opened.ok) throw new Error(opened.failure.message);
  database = opened.value;
});

const put = (id: string, keys: readonly string[], more: Partial<ReadingItem> = {}) =>
  database.items.put({ ...sampleItem({}, { id, ...more } as Parameters<typeof sampleItem>[1]), keys });
const met = (url: string, at: number) => ({ url, title: 'P', at });
const read = (workKeys: readonly string[] = ['doi:10.5555/a']) => readPageShelf(database, { pageKeys: PAGE, workKeys });
const reasons = async () =>
  (await read()).related.map(({ item, reason, shared }) => [item.id, reason, ...(shared ? [shared] : [])].join(' '));

describe('what the library knows of a page', () => {
  it('is its passages under any of its keys, the oldest first, without those in the trash', async () => {
    const page = { url: 'https://a.example/p', title: 'P', keys: [PAGE[1]!] };
    await database.passages.bulkPut([
      samplePassage('later', { id: 'passage-later', page, created: 20 }),
      samplePassage('first', { id: 'passage-first', page, created: 10 }),
      samplePassage('gone', { id: 'passage-gone', page, created: 5, deleted: 30 }),
      samplePassage('elsewhere', { id: 'passage-other', page: { ...page, keys: ['clean:b.example/'] } }),
    ]);
    const shelf = await read();
    expect(shelf.passages.map(({ id }) => id)).toEqual(['passage-first', 'passage-later']);
    expect(shelf.firstKept).toBe(10);
  });

  it('is the works it cites, by the names they are cited under', async () => {
    await put('cited', ['doi:10.5555/a', 'pmid:1'], { status: 'read', encounters: [met('https://a.example/p#3', 7)] });
    await put('deleted', ['doi:10.5555/b'], { deleted: 9 });
    const shelf = await read(['doi:10.5555/a', 'doi:10.5555/b', 'pmid:1']);
    expect([...shelf.cited].map(([key, { id }]) => `${key} ${id}`)).toEqual(['doi:10.5555/a cited', 'pmid:1 cited']);
    expect(shelf.firstKept).toBe(7);
  });

  it('is other works, each with its strongest reason', async () => {
    await database.collections.bulkPut([
      { id: 'collection-1', name: 'Lamps', introduction: '', order: [], created: 1, modified: 1 },
      { id: 'collection-2', name: 'Gone', introduction: '', order: [], created: 1, modified: 1, deleted: 2 },
    ]);
    await put('cited', ['doi:10.5555/a'], { tags: ['light'], collections: ['collection-1', 'collection-2'] });
    await put('itself', [PAGE[1]!]);
    await put('met-here', ['doi:10.5555/m'], { encounters: [met('https://a.example/p', 3)] });
    await put('together', ['doi:10.5555/t'], { collections: ['collection-1'], tags: ['light'] });
    await put('tagged', ['doi:10.5555/g'], { tags: ['sound', 'light'] });
    await put('of-the-gone', ['doi:10.5555/o'], { collections: ['collection-2'] });
    await put('stranger', ['doi:10.5555/s'], { tags: ['sound'] });
    expect(await reasons()).toEqual(['itself page', 'met-here met', 'together collection Lamps', 'tagged tag light']);
  });

  it('is nothing where nothing was kept', async () => {
    expect(await read()).toEqual({ passages: [], cited: new Map(), related: [] });
  });
});
