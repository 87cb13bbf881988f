import type { Found, PageSnapshot, SnapshotBlock } from '../model/snapshot';
import { bareLabel } from '../references/label';
import { fragmentPattern } from './fragment-pattern';
import { toReference } from './to-reference';

/** A dash between the endpoints of a range. */
const DASH = /^\s*[\])]?\s*(?:[–—‐‑−-]|to)\s*[[(]?\s*$/;

/** Most members a printed range is believed to have. */
const LONGEST_RANGE = 60;

/** A citation of a range that no label of its own stands for. */
export interface Member extends Found {
  readonly label: string;
}

/**
 * The works between two linked endpoints (`3–6` has 4 and 5), where the page's own list has them. They stand on the dash.
 *
 * @param before - The citation before the dash; `after` the one behind it, in the same block.
 * @returns Empty where the two are no range, or where the entries between cannot be told for certain.
 */
export function rangeMembers(page: PageSnapshot, block: SnapshotBlock, before: Found, after: Found): Member[] {
  if (before.kind !== after.kind || !before.reference?.id || !after.reference?.id) return [];
  const [from, to] = [block.links[before.link ?? -1], block.links[after.link ?? -1]];
  if (!from || !to?.gap || !DASH.test(to.gap)) return [];
  const first = Number(bareLabel(from.label));
  const last = Number(bareLabel(to.label));
  if (!(last - first > 1 && last - first <= LONGEST_RANGE)) return [];

  const pattern = fragmentPattern(before.reference.id, first);
  if (!pattern || fragmentPattern(after.reference.id, last) !== pattern) return [];
  const members: Member[] = [];
  for (let number = first + 1; number < last; number++) {
    const target = page.target(pattern.replace('\0', String(number)));
    // The entry must not print another number than the one it is taken for.
    if (!target || (/^\d+$/.test(target.label) && Number(target.label) !== number)) continue;
    members.push({
      kind: before.kind,
      block: before.block,
      start: before.end,
      end: after.start,
      link: before.link,
      until: after.link,
      identifiers: [],
      reference: toReference(target, page),
      confidence: Math.min(before.confidence, after.confidence) * 0.9,
      label: String(number),
    });
  }
  return members;
}
