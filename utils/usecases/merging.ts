import type { Result } from '../model/failure';
import type { ItemMerge } from '../model/merge';
import { type ReadingItem, STATUSES } from '../model/reading-item';
import type { Work } from '../model/work';
import type { ItemStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { withEncounter } from './reading-list';

/** Works that were listed more than once, made one, and taken apart again. */
export interface Merging {
  /** Merges items into the one listed first; the others go to the trash. One that is in the trash already is left there. */
  merge(ids: readonly string[], where: Where): Promise<Result<ItemMerge>>;
  /** Gives every item back what it was, but for those that were changed since. */
  undo(before: readonly string[], where: Where): Promise<Result<Record<string, never>>>;
}

const LONGEST_REMARK = 50_000;
const MOST_TAGS = 50;

/** What two items say together; the first is the one that stays. */
function united(first: ReadingItem, second: ReadingItem, merge: (a: Work, b: Work) => Work): ReadingItem {
  const remark = first.remark.includes(second.remark) ? first.remark : `${first.remark}\n\n${second.remark}`.trim();
  const further = STATUSES.indexOf(second.status) > STATUSES.indexOf(first.status) ? second : first;
  const headline = first.headline || second.headline;
  const collections = [...new Set([...(first.collections ?? []), ...(second.collections ?? [])])];
  return {
    ...first,
    work: merge(first.work, second.work),
    status: further.status,
    ...(headline && { headline }),
    ...(collections.length > 0 && { collections }),
    remark: remark.slice(0, LONGEST_REMARK),
    tags: [...new Set([...first.tags, ...second.tags])].slice(0, MOST_TAGS),
    encounters: second.encounters.reduce(withEncounter, first.encounters),
    added: Math.min(first.added, second.added),
  };
}

/** Merging over the store of items. */
export function createMerging(needs: {
  readonly items: ItemStore;
  /** What two records of one work say together; the first is the one stored. */
  readonly merge: (stored: Work, found: Work) => Work;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}): Merging {
  const { items, merge, now } = needs;
  return {
    async merge(ids, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const at = now();
      return items.unite(ids, at, (first, others) => ({
        ...others.reduce((all, each) => united(all, each, merge), first),
        modified: at,
      }));
    },
    async undo(before, where) {
      return refusePrivate(where) ?? items.putBack(before);
    },
  };
}
