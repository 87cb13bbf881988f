import type { ReadingItem } from './reading-item';

/** Several items made one. */
export interface ItemMerge {
  /** The one that stays. */
  readonly item: ReadingItem;
  /** Each as it was before and the time of the merging, as JSON: what is needed to take them apart again. */
  readonly before: readonly string[];
}
