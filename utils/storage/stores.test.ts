import { beforeEach, describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { LoggedRequest } from '../model/logged-request';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { createItemStore } from './items';
import { createLibrary, type Library } from './library';
import { createPassageStore } from './passages';
import { createRecordCache } from './records';
import { createRequestLog } from './requests';

const passage = recorded.passages[0] as Passage;
const { keys: _keys, ...item } = recorded.items[0]!;
const reading = item as unknown as ReadingItem;
const { id: _id, ...sent } = recorded.requests[0]!;
const request = sent as LoggedRequest;

let library: Library;
beforeEach(() => {
  library = createLibrary(freshStorage());
});

describe('the passage store', () => {
  it('finds a passage once, under any of several keys', async () => {
    const store = createPassageStore(library);
    await store.update(passage.id, () => passage);
    expect(await store.onPage(passage.page.keys)).toEqual({ ok: true, value: [passage] });
    expect(await store.onPage(['clean:example.org/other'])).toEqual({ ok: true, value: [] });
    expect(await store.onPage([])).toEqual({ ok: true, value: [] });
  });

  it('shows each of many changes at once what the one before left', async () => {
    const store = createPassageStore(library);
    await store.update(passage.id, () => ({ ...passage, remark: '' }));
    await Promise.all(
      [...'abcdef'].map((letter) =>
        store.update(passage.id, (stored) => stored && { ...stored, remark: stored.remark + letter }),
      ),
    );
    const found = await store.update(passage.id, () => undefined);
    expect(found.ok && [...(found.value?.remark ?? '')].sort().join('')).toBe('abcdef');
  });

  it('leaves everything as it is when the change throws, and gives a failure', async () => {
    const store = createPassageStore(library);
    await store.update(passage.id, () => passage);
    const result = await store.update(passage.id, () => {
      throw new Error('a slip');
    });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'storage', stage: 'passages.update' } });
    expect(await store.onPage(passage.page.keys)).toEqual({ ok: true, value: [passage] });
  });
});

describe('the item store', () => {
  it('recognises a work by any of its keys and remembers them all', async () => {
    const store = createItemStore(library);
    await store.upsert(['doi:10.5555/a'], () => reading);
    await store.upsert(['doi:10.5555/a', 'pmid:1'], (stored) => stored!);
    await store.upsert(['pmid:1'], (stored) => ({ ...stored!, remark: 'seen' }));
    expect(await store.update(reading.id, () => undefined)).toEqual({
      ok: true,
      value: { ...reading, remark: 'seen' },
    });
  });

  it('prefers the item that is kept to one that was deleted', async () => {
    const store = createItemStore(library);
    await store.upsert(['pmid:1'], () => ({ ...reading, id: 'a', added: 1, deleted: 5 }));
    await store.upsert(['pmid:2'], () => ({ ...reading, id: 'b', added: 2 }));
    const found = await store.upsert(['pmid:1', 'pmid:2'], (stored) => stored!);
    expect(found.ok && found.value.id).toBe('b');
  });

  it('holds what is kept, not what was deleted', async () => {
    const store = createItemStore(library);
    await store.upsert(['pmid:1'], () => reading);
    expect(await store.holds(['pmid:9', 'pmid:1'])).toBe(true);
    await store.update(reading.id, (stored) => stored && { ...stored, deleted: 1 });
    expect(await store.holds(['pmid:1'])).toBe(false);
    expect(await store.holds([])).toBe(false);
  });

  it('tells how far the reader has come with what is kept, by the keys asked for', async () => {
    const store = createItemStore(library);
    await store.upsert(['pmid:1', 'doi:10.5555/a'], () => ({ ...reading, status: 'read' }));
    await store.upsert(['pmid:2'], () => ({ ...reading, id: 'other', deleted: 1 }));
    expect(await store.statuses(['pmid:1', 'pmid:2', 'pmid:3'])).toEqual(new Map([['pmid:1', 'read']]));
  });
});

describe('the record cache', () => {
  it('gives what was put last, and leaves out what it does not know', async () => {
    const cache = createRecordCache(library);
    await cache.put({ key: 'crossref|doi:10.5555/a', source: 'crossref', fetchedAt: 1, work: null });
    await cache.put({ key: 'crossref|doi:10.5555/a', source: 'crossref', fetchedAt: 2, work: reading.work });
    expect(await cache.get(['crossref|doi:10.5555/a', 'crossref|doi:10.5555/b'])).toEqual([
      { key: 'crossref|doi:10.5555/a', source: 'crossref', fetchedAt: 2, work: reading.work },
    ]);
  });
});

describe('the request log', () => {
  it('keeps every request, in the order in which they were made', async () => {
    const log = createRequestLog(library);
    for (let at = 1; at <= 7; at += 1) await log.add({ ...request, at });
    const kept = await library.use('test', (database) => database.requests.orderBy('id').toArray());
    expect(kept.ok && kept.value.map(({ at }) => at)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('a library that cannot be opened', () => {
  const broken = () => createLibrary({ ...freshStorage(), indexedDB: undefined });

  it('lets reading go on: the cache is empty, the log silent, nothing is listed', async () => {
    const library = broken();
    expect(await createRecordCache(library).get(['a'])).toEqual([]);
    await createRecordCache(library).put({ key: 'a', source: 'a', fetchedAt: 1, work: null });
    await createRequestLog(library).add(request);
    expect(await createItemStore(library).holds(['pmid:1'])).toBe(false);
  });

  it('gives a failure for what the reader wants kept', async () => {
    const result = await createPassageStore(broken()).update(passage.id, () => passage);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'storage' } });
  });
});
