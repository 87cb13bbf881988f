import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import { damaged } from '../../tests/damaged';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { openDatabase } from './database';
import { listedPassages, listedWorks, readNewest } from './kept';
import { createLibrary } from './library';
import { openSearchIndex } from './search-index';
import { createShardStore } from './shards';
import { wholeItem, wholePassage } from './whole';

const passage = recorded.passages[0] as Passage;
const item = recorded.items[0] as unknown as ReadingItem;

describe('rows of which parts are missing', () => {
  it('are left as they are where nothing is', () => {
    expect(wholePassage(passage)).toBe(passage);
    expect(wholeItem(item)).toBe(item);
  });

  it('have times of which dates can be made', () => {
    for (const created of [Number.NaN, Number.POSITIVE_INFINITY, -1e300, '', null, undefined])
      expect(wholePassage({ ...passage, created } as Passage).created).toBe(0);
  });

  it('do not keep the others from being opened, found and taken away', async () => {
    const storage = freshStorage();
    const library = createLibrary(storage);
    const opened = await openDatabase(storage);
    if (!opened.ok) throw new Error(opened.failure.message);
    const name = (table: string, index: number) => `${table}-${index}`;
    const passages = [...damaged(passage)].map((row, index) => ({ ...(row as Passage), id: name('passage', index) }));
    const items = [...damaged(item)].map((row, index) => ({
      ...(row as ReadingItem),
      id: name('item', index),
      keys: [],
    }));
    expect(passages.length).toBeGreaterThan(50);
    await opened.value.passages.bulkAdd(passages);
    await opened.value.items.bulkAdd(items);

    const errors: unknown[] = [];
    const index = await new Promise<Awaited<ReturnType<typeof openSearchIndex>>>((resolve) => {
      const opening = openSearchIndex({
        library: opened.value,
        store: createShardStore(storage),
        segment: () => [],
        pause: async () => {},
        keeps: true,
        tell: (waiting) => waiting === 0 && void opening.then(resolve),
        onError: (error) => {
          errors.push(error);
          void opening.then(resolve);
        },
      });
    });
    expect(errors).toEqual([]);
    const kept = (rows: readonly { readonly deleted?: unknown }[]) =>
      rows.filter(({ deleted }) => deleted === undefined);
    const answer = index.search({ text: '', isTyping: false, chosen: {}, order: 'newest' });
    expect(answer.total).toBe(kept(passages).length + kept(items).length);
    for (const found of await answer.entries(0, answer.total)) {
      expect(new Date(found.table === 'items' ? found.entry.added : found.entry.created).toISOString()).toMatch(/^\d/);
    }
    index.close();
    expect(await readNewest(library, 1000)).toMatchObject({ ok: true });
    const listed = async (rows: AsyncGenerator<readonly unknown[]>) => {
      let count = 0;
      for await (const batch of rows) count += batch.length;
      return count;
    };
    expect(await listed(listedPassages(library, 100))).toBe(kept(passages).length);
    expect(await listed(listedWorks(library, 100))).toBe(kept(items).length);
  });
});
