// Dexie's live queries look for a global IndexedDB, whichever one the database uses.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { Passage } from '../model/passage';
import { openDatabase } from './database';
import { createLibrary } from './library';
import { createPassageStore } from './passages';
import { VERSIONS } from './versions';
import { type Kept, type Watched, watchKept } from './watch';

const passage = recorded.passages[0] as Passage;

/** The first thing told for which `wanted` holds. */
function heard(
  start: (tell: (watched: Watched<Kept>) => void) => () => void,
  wanted: (watched: Watched<Kept>) => boolean,
) {
  return new Promise<Watched<Kept>>((resolve) => {
    const undo = start((watched) => {
      if (!wanted(watched)) return;
      resolve(watched);
      undo();
    });
  });
}

describe('watchKept', () => {
  it('tells what is there, and what another connection adds, without what is in the trash', async () => {
    const storage = freshStorage();
    const store = createPassageStore(createLibrary(storage));
    const watched = heard(
      (tell) =>
        watchKept((told) => {
          tell(told);
          if (told.type === 'open' && told.value.passages.length === 0) {
            void store.update('trash-01', () => ({ ...passage, id: 'trash-01', deleted: 1 }));
            void store.update(passage.id, () => passage);
          }
        }, storage),
      (told) => told.type === 'open' && told.value.passages.length > 0,
    );
    expect(await watched).toEqual({ type: 'open', value: { items: [], passages: [passage] } });
  });

  it('tells of a library from a newer version as such', async () => {
    const storage = freshStorage();
    const versions = [...VERSIONS, { version: VERSIONS.length + 1, stores: { items: 'id' } }];
    const newer = await openDatabase({ ...storage, versions });
    if (newer.ok) newer.value.close();
    expect(
      await heard(
        (tell) => watchKept(tell, storage),
        () => true,
      ),
    ).toMatchObject({ type: 'failed', isNewer: true });
  });

  it('tells when a newer version takes the library over', async () => {
    const storage = freshStorage();
    const versions = [...VERSIONS, { version: VERSIONS.length + 1, stores: {} }];
    const watched = heard(
      (tell) =>
        watchKept((told) => {
          tell(told);
          if (told.type === 'open') void openDatabase({ ...storage, versions });
        }, storage),
      (told) => told.type !== 'open',
    );
    expect(await watched).toEqual({ type: 'superseded' });
  });
});
