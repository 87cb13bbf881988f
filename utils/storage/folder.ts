import { Dexie, type Table } from 'dexie';
import type { OpenOptions } from './database';

/** Where the folder for backups is kept: IndexedDB alone keeps the browser's handle of it. */
export interface FolderStore {
  load(): Promise<FileSystemDirectoryHandle | undefined>;
  keep(folder: FileSystemDirectoryHandle): Promise<void>;
}

/** The folder for backups, in a database of its own: it is of this device, and in no backup. Rejects where it cannot be opened. */
export function createFolderStore({ name = 'ibid', indexedDB, IDBKeyRange }: OpenOptions = {}): FolderStore {
  const database = new Dexie(`${name}-folder`, {
    indexedDB: indexedDB ?? globalThis.indexedDB,
    IDBKeyRange: IDBKeyRange ?? globalThis.IDBKeyRange,
  }) as Dexie & { readonly folders: Table<FileSystemDirectoryHandle, string> };
  database.version(1).stores({ folders: '' });
  return {
    load: () => database.folders.get('backup'),
    async keep(folder) {
      await database.folders.put(folder, 'backup');
    },
  };
}
