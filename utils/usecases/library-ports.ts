import type { Collection } from '../model/collection';
import type { Result } from '../model/failure';
import type { ItemMerge } from '../model/merge';
import type { Passage } from '../model/passage';
import type { ReadingItem, Status } from '../model/reading-item';

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
  /** Every item, deleted ones too. */
  all(): Promise<Result<readonly ReadingItem[]>>;
  /** Changes the known ones of some items, all in one transaction; `change` may give back the same object. */
  updateAll(
    ids: readonly string[],
    change: (stored: ReadingItem) => ReadingItem,
  ): Promise<Result<Record<string, never>>>;
  /**
   * Makes some kept items one, in one transaction: the first listed becomes what `change` makes of all and is found under the
   * keys of all; the others go to the trash at the time given.
   */
  unite(
    ids: readonly string[],
    at: number,
    change: (first: ReadingItem, others: readonly ReadingItem[]) => ReadingItem,
  ): Promise<Result<ItemMerge>>;
  /** Undoes `unite`: puts back what each was, where it was not changed since. */
  putBack(before: readonly string[]): Promise<Result<Record<string, never>>>;
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
  /** How far the reader has come with the work that is kept under any of `keys`, and their remark on it; undefined where there is none, or the library cannot be used. */
  noted(keys: readonly string[]): Promise<Pick<ReadingItem, 'status' | 'remark'> | undefined>;
  /** The status of the works that are kept under some keys, by key; empty where the library cannot be used. */
  statuses(keys: readonly string[]): Promise<ReadonlyMap<string, Status>>;
}

/** Where collections are kept. Nothing throws. */
export interface CollectionStore {
  /** As {@link PassageStore.update}. */
  update(
    id: string,
    change: (stored: Collection | undefined) => Collection | undefined,
  ): Promise<Result<Collection | undefined>>;
}
