import { describe, expect, it, vi } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import recorded3 from '../../tests/fixtures/storage/v3.json';
import { freshStorage } from '../../tests/storage';
import { alikeKey } from '../model/alike';
import { firstStamp } from '../model/stamp';
import { type Database, NEWER_STAGE, openDatabase } from './database';
import { type LibraryVersion, VERSIONS } from './versions';

const TABLES = ['passages', 'items', 'records', 'requests'] as const;

async function opened(options: Parameters<typeof openDatabase>[0]): Promise<Database> {
  const result = await openDatabase(options);
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

async function fill(database: Database): Promise<void> {
  for (const table of TABLES) await database.table(table).bulkAdd(recorded[table]);
}

async function contents(database: Database): Promise<unknown> {
  const all: Record<string, unknown> = {};
  for (const table of TABLES) all[table] = await database.table(table).toArray();
  return all;
}

/** A version that does not exist yet, to rehearse the next. */
const NEXT: LibraryVersion = {
  version: VERSIONS.length + 1,
  stores: { passages: 'id, *page.keys, modified, deleted, colour' },
  rows: { passages: (row) => ({ ...(row as object), pinned: false }) },
};

describe('the library', () => {
  it('reads every row recorded from version 1 as it was', async () => {
    const storage = freshStorage();
    const old = await opened({ ...storage, versions: VERSIONS.slice(0, 1) });
    await fill(old);
    old.close();
    const now = await opened(storage);
    const stamped = <Row extends { modified: number }>(row: Row) => ({ ...row, stamp: firstStamp(row.modified) });
    expect(await contents(now)).toEqual({
      ...recorded,
      passages: recorded.passages.map(stamped),
      items: recorded.items.map(stamped),
    });
    expect(await now.passages.where('page.keys').equals('doi:10.5555/rest').count()).toBe(1);
    expect(await now.items.where('keys').equals('doi:10.5555/night').count()).toBe(1);
    now.close();
  });

  it('gives every row recorded from version 3 the stamp of its last change, and passages what they share with their like', async () => {
    const storage = freshStorage();
    const old = await opened({ ...storage, versions: VERSIONS.slice(0, 3) });
    for (const table of ['passages', 'items', 'collections', 'changes'] as const) {
      await old.table(table).bulkAdd(recorded3[table]);
    }
    old.close();
    const now = await opened(storage);
    const [short, long] = recorded3.passages;
    expect(await now.passages.toArray()).toEqual([
      { ...short, stamp: firstStamp(short!.modified) },
      { ...long, stamp: firstStamp(long!.modified), alike: alikeKey(long!.selectors.quote.exact) },
    ]);
    expect(await now.passages.where('alike').equals(alikeKey(long!.selectors.quote.exact)!).count()).toBe(1);
    for (const table of ['items', 'collections'] as const) {
      expect(await now.table(table).toArray()).toEqual(
        recorded3[table].map((row) => ({ ...row, stamp: firstStamp(row.modified) })),
      );
    }
    expect(await now.changes.toArray()).toEqual(recorded3.changes);
    now.close();
  });

  it('opens where rows of version 3 are damaged, and leaves of them what there is', async () => {
    const storage = freshStorage();
    const old = await opened({ ...storage, versions: VERSIONS.slice(0, 3) });
    const damaged = [
      { id: 'a' },
      { id: 'b', modified: 'never', selectors: { quote: null } },
      { id: 'c', selectors: 7 },
    ];
    await old.table('passages').bulkAdd(damaged);
    await old.table('items').bulkAdd([{ id: 'd', keys: 'x' }]);
    old.close();
    const now = await opened(storage);
    expect(await now.passages.toArray()).toEqual(damaged.map((row) => ({ ...row, stamp: firstStamp(Number.NaN) })));
    expect(await now.items.count()).toBe(1);
    now.close();
  });

  it('takes a row function to every row of its table when a version is appended, and to no other', async () => {
    const storage = freshStorage();
    const old = await opened(storage);
    await fill(old);
    old.close();
    const next = await opened({ ...storage, versions: [...VERSIONS, NEXT] });
    expect((await next.passages.toArray()).every((row) => 'pinned' in row)).toBe(true);
    expect(await next.items.toArray()).toEqual(recorded.items);
    next.close();
  });

  it('leaves the library as it was when a row function fails', async () => {
    const storage = freshStorage();
    const old = await opened(storage);
    await fill(old);
    old.close();
    const rows = {
      passages: () => {
        throw new Error('a row nobody thought of');
      },
    };
    const result = await openDatabase({ ...storage, versions: [...VERSIONS, { ...NEXT, rows }] });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'storage', stage: 'storage.open' } });
    const again = await opened(storage);
    expect(await contents(again)).toEqual(recorded);
    again.close();
  });

  it('refuses a library from a newer version with a clear message, and changes nothing in it', async () => {
    const storage = freshStorage();
    const newer = await opened({ ...storage, versions: [...VERSIONS, NEXT] });
    await fill(newer);
    newer.close();
    const result = await openDatabase(storage);
    expect(result).toMatchObject({ ok: false, failure: { kind: 'storage', stage: NEWER_STAGE, says: ['newer'] } });
    const after = await opened({ ...storage, versions: [...VERSIONS, NEXT] });
    expect(after.verno).toBe(NEXT.version);
    expect(await contents(after)).toEqual(recorded);
    after.close();
  });

  it('opens a library whose shape Dexie mended by itself, which gives it a number between two versions', async () => {
    const storage = freshStorage();
    const before = await opened(storage);
    await fill(before);
    before.close();
    await new Promise<void>((resolve, reject) => {
      const request = storage.indexedDB.open('ibid-test', VERSIONS.at(-1)!.version * 10 + 1);
      request.onsuccess = () => resolve(request.result.close());
      request.onerror = () => reject(request.error);
    });
    const after = await opened(storage);
    expect(await contents(after)).toEqual(recorded);
    after.close();
  });

  it('lets a newer version through, and tells that it was superseded', async () => {
    const storage = freshStorage();
    const onSuperseded = vi.fn();
    const old = await opened({ ...storage, onSuperseded });
    const next = await opened({ ...storage, versions: [...VERSIONS, NEXT] });
    expect(onSuperseded).toHaveBeenCalledOnce();
    await expect(old.passages.count()).rejects.toThrow();
    next.close();
  });

  it('says so when another window does not let go', async () => {
    const storage = freshStorage();
    const old = await opened(storage);
    old.close();
    const stubborn = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = storage.indexedDB.open('ibid-test');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
    const result = await openDatabase({ ...storage, versions: [...VERSIONS, NEXT], patienceMs: 1 });
    expect(result).toMatchObject({ ok: false, failure: { stage: 'storage.blocked' } });
    stubborn.close();
  });

  it.each([
    ['is missing', undefined],
    [
      'refuses, as some private windows do',
      {
        databases: async () => [],
        open: () => {
          throw new DOMException('A mutation operation was attempted', 'InvalidStateError');
        },
      },
    ],
  ])('fails with a sentence where IndexedDB %s', async (_name, indexedDB) => {
    const result = await openDatabase({ ...freshStorage(), indexedDB: indexedDB as unknown as IDBFactory });
    expect(result).toMatchObject({ ok: false, failure: { kind: 'storage', stage: 'storage.open' } });
  });
});
