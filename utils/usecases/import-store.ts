import type { Result } from '../model/failure';
import type { BroughtCounts, ImportJob } from '../model/imported';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';

/** A work of a file. */
export interface BroughtWork {
  /** Under which it is recognised, and found from then on. */
  readonly keys: readonly string[];
  /** What the item shall be: `stored` stands under one of the keys, the one that is kept before a deleted one, then the oldest. */
  make(stored: ReadingItem | undefined): ReadingItem;
}

/** A passage of a file. */
export interface BroughtPassage {
  /** Those of its page. */
  readonly keys: readonly string[];
  /** The passage; undefined where it is among those of its page, deleted ones too. */
  make(onPage: readonly Passage[]): Passage | undefined;
}

/** Where what was brought in is kept, with what is needed to take it back. Nothing throws. */
export interface ImportStore {
  /**
   * Brings in one batch in one transaction with what is needed to take it back. One that was brought in before is not again.
   *
   * @param at - Numbers of the slice of the file and of the batch in it.
   */
  bring(
    job: Pick<ImportJob, 'name' | 'from' | 'label' | 'at'>,
    at: readonly [slice: number, batch: number],
    works: readonly BroughtWork[],
    passages: readonly BroughtPassage[],
  ): Promise<Result<BroughtCounts>>;
  /** Takes the last batches of an import back, and forgets an import that has none left; gives whether there were any. */
  takeBack(name: string, at: number): Promise<Result<boolean>>;
  /** Forgets imports that were begun before a time, and those that are more than so many; they cannot be taken back any more. */
  forget(before: number, most: number): Promise<Result<Record<string, never>>>;
}
