import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Deed } from '../utils/model/deed';
import type { OpenOptions } from '../utils/storage/database';
import { createDeeds } from '../utils/usecases/deeds';

/** A fresh IndexedDB in memory, as options of the library. */
export const freshStorage = (): OpenOptions & { readonly indexedDB: IDBFactory } => ({
  name: 'ibid-test',
  indexedDB: new IDBFactory(),
  IDBKeyRange,
});

/** What was done to passages, remembered by nobody else. */
export function memoryDeeds() {
  let kept: readonly Deed[] = [];
  const keep = async (deeds: readonly Deed[]) => {
    kept = deeds;
  };
  return createDeeds({ load: async () => kept, keep }, () => 0);
}
