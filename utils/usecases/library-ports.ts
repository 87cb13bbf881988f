import type { Result } from '../model/failure';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';

/** Where passages are kept. Nothing throws; a library that cannot be used is a failure of kind `storage`. */
export interface PassageStore {
  /** Passages under any of a page's keys, deleted ones too, each once. */
  onPage(keys: readonly string[]): Promise<Result<readonly Passage[]>>;
  /**
   * Changes one passage in one transaction: `change` sees what is stored and gives what shall be; undefined, or the same
   * object, leaves everything as it is.
   *
   * @returns What is stored afterwards.
   */
  update(
    id: string,
    change: (stored: Passage | undefined) => Passage | undefined,
  ): Promise<Result<Passage | undefined>>;
}

/** Where the reading list is kept. Nothing throws. */
export interface ItemStore {
  /** As {@link PassageStore.update}. */
  update(
    id: string,
    change: (stored: ReadingItem | undefined) => ReadingItem | undefined,
  ): Promise<Result<ReadingItem | undefined>>;
  /**
   * Adds or changes the item of a work in one transaction: `change` sees the item stored under any of `keys` (the one that
   * is kept before a deleted one, then the oldest) and gives what shall be, which is found under `keys` from then on.
   */
  upsert(
    keys: readonly string[],
    change: (stored: ReadingItem | undefined) => ReadingItem,
  ): Promise<Result<ReadingItem>>;
  /** Whether an item that is not deleted stands under any of `keys`; false where the library cannot be used. */
  holds(keys: readonly string[]): Promise<boolean>;
}
