import { useEffect, useState } from 'preact/hooks';
import type { StorageState } from '../../utils/model/storage-state';
import { readStorageState } from '../../utils/platform/storage-state';

/** What the browser says of the room that it gives, and the means to ask it to keep what is there; undefined where it says nothing. */
export function useStorage(): { readonly storage?: StorageState; readonly onPersist: () => void } {
  const [storage, setStorage] = useState<StorageState>();
  const look = () => void readStorageState().then(setStorage, () => setStorage(undefined));
  useEffect(look, []);
  return { storage, onPersist: () => void navigator.storage.persist().finally(look) };
}
