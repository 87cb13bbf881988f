import { failedAs, type Result, success } from '../model/failure';
import type { BackupStore } from '../usecases/backup';
import type { BackupRow } from '../usecases/backup-line';
import type { OpenOptions } from './database';

const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** Opens a database as it is, whatever its version; one that is not there is not made. */
async function openAsItIs(factory: IDBFactory, name: string): Promise<IDBDatabase> {
  const request = factory.open(name);
  request.onupgradeneeded = () => request.transaction?.abort();
  return answerOf(request);
}

/**
 * What can still be read of a library that does not open as one: read only, without its versions and migrations, row by row,
 * past rows that the browser cannot read. For a backup of it; nothing in it is changed.
 */
export function createRescueStore(options: OpenOptions = {}): Pick<BackupStore, 'batch'> {
  const { name = 'ibid', indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = options;
  return {
    async batch(table, after, most): Promise<Result<readonly BackupRow[]>> {
      let database: IDBDatabase | undefined;
      try {
        database = await openAsItIs(indexedDB, name);
        if (!database.objectStoreNames.contains(table)) return success([]);
        const store = () => database!.transaction(table, 'readonly').objectStore(table);
        const range = after === undefined ? undefined : IDBKeyRange.lowerBound(after, true);
        const keys = await answerOf(store().getAllKeys(range, most));
        const rows: BackupRow[] = [];
        for (const key of keys) {
          try {
            rows.push({ table, row: await answerOf(store().get(key)) } as BackupRow);
          } catch {
            // This row is lost; the next may not be.
          }
        }
        return success(rows);
      } catch (error) {
        return failedAs('storage', 'rescue', 'unreadable', String(error));
      } finally {
        database?.close();
      }
    },
  };
}
