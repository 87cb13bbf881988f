// Dexie's live queries look for a global IndexedDB, whichever one the database uses.
import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { LoggedRequest } from '../model/logged-request';
import { openDatabase } from './database';
import { createLibrary } from './library';
import { createRequestLog } from './requests';
import type { RequestRow } from './rows';
import { VERSIONS } from './versions';
import { type Watched, watchRequests } from './watch';

const { id: _id, ...sent } = recorded.requests[0]!;
const request = sent as LoggedRequest;

type Log = { readonly requests: readonly RequestRow[]; readonly total: number };

/** The first thing told for which `wanted` holds. */
function heard(
  start: (tell: (watched: Watched<Log>) => void) => () => void,
  wanted: (watched: Watched<Log>) => boolean,
) {
  return new Promise<Watched<Log>>((resolve) => {
    const undo = start((watched) => {
      if (!wanted(watched)) return;
      resolve(watched);
      undo();
    });
  });
}

describe('watching the log', () => {
  it('tells what is there, and what another connection adds: the newest, and how many there are', async () => {
    const storage = freshStorage();
    const log = createRequestLog(createLibrary(storage));
    let isAsked = false;
    const watched = heard(
      (tell) =>
        watchRequests(
          1,
          (told) => {
            tell(told);
            if (told.type !== 'open' || isAsked) return;
            isAsked = true;
            void log.add({ ...request, at: 1 }).then(() => log.add({ ...request, at: 2 }));
          },
          storage,
        ),
      (told) => told.type === 'open' && told.value.total === 2,
    );
    expect(await watched).toMatchObject({ type: 'open', value: { requests: [{ at: 2 }], total: 2 } });
  });

  it('tells of a library from a newer version as such', async () => {
    const storage = freshStorage();
    const versions = [...VERSIONS, { version: VERSIONS.length + 1, stores: { items: 'id' } }];
    const newer = await openDatabase({ ...storage, versions });
    if (newer.ok) newer.value.close();
    expect(
      await heard(
        (tell) => watchRequests(1, tell, storage),
        () => true,
      ),
    ).toMatchObject({ type: 'failed', isNewer: true });
  });

  it('opens the library once for all who watch, until the last one leaves', async () => {
    const storage = freshStorage();
    let openings = 0;
    const { open } = storage.indexedDB;
    storage.indexedDB.open = function (...given) {
      openings += 1;
      return open.apply(this, given);
    };
    const told = new Set<number>();
    const leave = [1, 2].map((number) =>
      watchRequests(number, ({ type }) => type === 'open' && told.add(number), storage),
    );
    await vi.waitFor(() => expect(told.size).toBe(2));
    expect(openings).toBe(1);
    leave[0]!();
    leave[1]!();
    await heard(
      (tell) => watchRequests(1, tell, storage),
      ({ type }) => type === 'open',
    );
    expect(openings).toBe(2);
  });

  it('tells all who watch when a newer version takes the library over', async () => {
    const storage = freshStorage();
    const versions = [...VERSIONS, { version: VERSIONS.length + 1, stores: {} }];
    const all = [1, 2].map((number) =>
      heard(
        (tell) => watchRequests(number, tell, storage),
        ({ type }) => type === 'superseded',
      ),
    );
    await heard(
      (tell) => watchRequests(1, tell, storage),
      ({ type }) => type === 'open',
    );
    void openDatabase({ ...storage, versions });
    expect(await Promise.all(all)).toHaveLength(2);
  });

  it('tells when a newer version takes the library over', async () => {
    const storage = freshStorage();
    const versions = [...VERSIONS, { version: VERSIONS.length + 1, stores: {} }];
    const watched = heard(
      (tell) =>
        watchRequests(
          1,
          (told) => {
            tell(told);
            if (told.type === 'open') void openDatabase({ ...storage, versions });
          },
          storage,
        ),
      (told) => told.type !== 'open',
    );
    expect(await watched).toEqual({ type: 'superseded' });
  });
});
