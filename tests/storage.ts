import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { OpenOptions } from '../utils/storage/database';

/** A fresh IndexedDB in memory, as options of the library. */
export const freshStorage = (): OpenOptions & { readonly indexedDB: IDBFactory } => ({
  name: 'ibid-test',
  indexedDB: new IDBFactory(),
  IDBKeyRange,
});
