import { mergeLists, mergeTexts } from '../model/merge-texts';

/** What a reader writes or puts together, and two windows may change at once. */
interface Edited {
  readonly remark?: string;
  readonly headline?: string;
  readonly introduction?: string;
  readonly tags?: readonly string[];
  readonly collections?: readonly string[];
}

/**
 * A change as it is to be made where another window has changed the same meanwhile: both are kept. Fields that only this change
 * names, and changes that do not say what they began with, stay as they are.
 *
 * @param seen - The fields as the window had them when it changed them.
 */
export function withBothEdits<Change extends Edited>(stored: Edited, change: Change, seen: Edited | undefined): Change {
  if (!seen) return change;
  const merged: { -readonly [Name in keyof Edited]: Edited[Name] } = {};
  for (const field of ['remark', 'headline', 'introduction'] as const) {
    const [mine, before] = [change[field], seen[field]];
    if (mine !== undefined && before !== undefined) merged[field] = mergeTexts(before, mine, stored[field] ?? '');
  }
  for (const field of ['tags', 'collections'] as const) {
    const [mine, before] = [change[field], seen[field]];
    if (mine !== undefined && before !== undefined) merged[field] = mergeLists(before, mine, stored[field] ?? []);
  }
  return { ...change, ...merged };
}
