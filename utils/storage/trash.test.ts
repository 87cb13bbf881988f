// Dexie's live queries look for a global IndexedDB, whichever one the database uses.
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { createItemStore } from './items';
import { createLibrary } from './library';
import { createPassageStore } from './passages';
import { createTrashStore } from './trash';
import { watchTrash } from './watched';

const passage = recorded.passages[0] as Passage;
const item = recorded.items[0] as unknown as ReadingItem;

async function filled() {
  const storage = freshStorage();
  const library = createLibrary(storage);
  const passages = createPassageStore(library);
  await passages.update('kept', () => ({ ...passage, id: 'kept' }));
  await passages.update('old', () => ({ ...passage, id: 'old', deleted: 10 }));
  await passages.update('new', () => ({ ...passage, id: 'new', deleted: 30 }));
  await createItemStore(library).upsert(['pmid:1'], () => ({ ...item, deleted: 20 }));
  return { storage, library, passages };
}

describe('the trash', () => {
  it('is emptied up to a time, of passages and works; what is kept stays, and the search is told', async () => {
    const { library } = await filled();
    const trash = createTrashStore(library);
    expect(await trash.empty(20)).toEqual({ ok: true, value: { removed: 2 } });
    expect(await trash.empty(20)).toEqual({ ok: true, value: { removed: 0 } });
    const left = await library.use('test', async (database) => ({
      passages: await database.passages.toCollection().primaryKeys(),
      items: await database.items.count(),
      last: await database.changes.orderBy('seq').reverse().limit(2).toArray(),
    }));
    expect(left).toMatchObject({
      ok: true,
      value: { passages: ['kept', 'new'], items: 0, last: [{ id: item.id }, { id: 'old' }] },
    });
  });

  it('is shown live as far as there is room, what was deleted last first, and counted', async () => {
    const { storage, passages } = await filled();
    const told: [ids: string[], count: number][] = [];
    await new Promise<void>((resolve) => {
      const stop = watchTrash(
        3,
        (watched) => {
          if (watched.type !== 'open') return;
          const { latest, count } = watched.value;
          told.push([latest.map(({ entry }) => entry.id), count]);
          if (told.length === 1) void passages.update('kept', (stored) => stored && { ...stored, deleted: 40 });
          if (count < 4) return;
          stop();
          resolve();
        },
        storage,
      );
    });
    expect(told.at(0)).toEqual([['new', item.id, 'old'], 3]);
    expect(told.at(-1)).toEqual([['kept', 'new', item.id], 4]);
  });
});
