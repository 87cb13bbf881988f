import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import { freshStorage } from '../../tests/storage';
import type { Passage } from '../model/passage';
import { backupText } from '../usecases/backup';
import { openDatabase } from './database';
import { createRescueStore } from './rescue';
import { type LibraryVersion, VERSIONS } from './versions';

const passage = recorded.passages[0] as Passage;

async function linesOf(storage: ReturnType<typeof freshStorage>): Promise<readonly string[]> {
  let text = '';
  for await (const piece of backupText(createRescueStore(storage), 0)) text += piece;
  return text.trimEnd().split('\n').slice(1);
}

async function filled(versions: readonly LibraryVersion[]) {
  const storage = freshStorage();
  const opened = await openDatabase({ ...storage, versions });
  if (!opened.ok) throw new Error(opened.failure.message);
  await opened.value.passages.bulkAdd(['a', 'b', 'c'].map((id) => ({ ...passage, id })));
  opened.value.close();
  return storage;
}

describe('the rescue of a library', () => {
  it('reads one from a newer version, of which nothing else will open, and changes nothing', async () => {
    const storage = await filled([...VERSIONS, { version: VERSIONS.length + 1, stores: { spells: 'id' } }]);
    const before = await storage.indexedDB.databases();
    expect(await openDatabase(storage)).toMatchObject({ ok: false });
    const lines = await linesOf(storage);
    expect(lines).toHaveLength(4);
    expect(JSON.parse(lines[0]!)).toEqual({ table: 'passages', row: { ...passage, id: 'a' } });
    expect(await storage.indexedDB.databases()).toEqual(before);
  });

  it('passes over rows that the browser cannot read', async () => {
    const storage = await filled(VERSIONS);
    const open = storage.indexedDB.open.bind(storage.indexedDB);
    storage.indexedDB.open = ((...args: Parameters<IDBFactory['open']>) => {
      const request = open(...args);
      request.addEventListener('success', () => {
        const { transaction } = request.result;
        request.result.transaction = ((...names: Parameters<IDBDatabase['transaction']>) => {
          const made = transaction.apply(request.result, names);
          const { objectStore } = made;
          made.objectStore = (name) => {
            const store = objectStore.call(made, name);
            const { get } = store;
            store.get = (key) => {
              if (key === 'b') throw new DOMException('Data lost', 'NotReadableError');
              return get.call(store, key);
            };
            return store;
          };
          return made;
        }) as IDBDatabase['transaction'];
      });
      return request;
    }) as IDBFactory['open'];
    const ids = (await linesOf(storage)).slice(0, -1).map((line) => JSON.parse(line).row.id);
    expect(ids).toEqual(['a', 'c']);
  });

  it('makes no database where there is none', async () => {
    const storage = freshStorage();
    await expect(linesOf(storage)).rejects.toThrow('unreadable');
    expect(await storage.indexedDB.databases()).toEqual([]);
  });
});
