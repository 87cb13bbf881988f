import type { StorageState } from '../model/storage-state';

/** What the browser says of the room that it gives the extension. Rejects where it says nothing. */
export async function readStorageState(): Promise<StorageState> {
  const [{ usage = 0, quota = 0 }, isPersistent] = await Promise.all([
    navigator.storage.estimate(),
    navigator.storage.persisted(),
  ]);
  return { usedBytes: usage, roomBytes: quota, isPersistent };
}
