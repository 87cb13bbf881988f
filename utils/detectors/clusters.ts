import type { Found, SnapshotBlock } from '../model/snapshot';
import { type LabelKind, labelKind } from '../references/label';

/** Kinds that stand together; an identifier in text stands for itself. */
const TOGETHER = new Set(['marker', 'footnote', 'document-link', 'identifier-link']);

/** What may stand between two citations of one bracket or superscript run. */
const SEPARATOR = /^(?:[\s,;·、，；‚–—‐‑−-]|[\])）］]\s*[,;、，–—-]?\s*[[(（［]|and|&|und|et|y|e|och)*$/;

const DATED = new Set<LabelKind>(['year', 'author-year', 'number']);

/** Whether a text opens a round or square bracket that it does not close. */
function isInsideBracket(text: string): boolean {
  let depth = 0;
  for (const character of text.slice(-400)) {
    if (character === '(' || character === '[' || character === '（') depth++;
    else if ((character === ')' || character === ']' || character === '）') && depth > 0) depth--;
  }
  return depth > 0;
}

function isTogether(block: SnapshotBlock, before: Found, after: Found): boolean {
  if (!TOGETHER.has(before.kind) || !TOGETHER.has(after.kind)) return false;
  // One label of several works.
  if (before.start === after.start && before.end === after.end) return true;
  const first = before.link === undefined ? undefined : block.links[before.link];
  const second = after.link === undefined ? undefined : block.links[after.link];
  if (first && second && after.link !== before.link! + 1) return false;
  if (block.isPartial && !(first && second)) return false;
  const gap = first && second ? second.gap : block.text.slice(before.end, after.start);
  if (gap === undefined || gap.length > 120) return false;
  const isClose = gap.length <= 16 && SEPARATOR.test(gap);
  if (!isClose && /[()[\]（）]/.test(gap)) return false;
  const labels = [
    first?.label ?? block.text.slice(before.start, before.end),
    second?.label ?? block.text.slice(after.start, after.end),
  ];
  const kinds = labels.map(labelKind);
  if (kinds.includes('words')) return false;
  if (isClose) return true;
  return (
    kinds.every((kind) => DATED.has(kind)) &&
    isInsideBracket(first ? first.before + first.label : block.text.slice(0, before.end))
  );
}

/**
 * The clusters of one block: citations that one reader would look up together, because they share a bracket or superscript.
 *
 * @param found - Of one block, in order, without overlaps.
 * @returns A number for each, starting at `first`; equal numbers are one cluster.
 */
export function clusterNumbers(block: SnapshotBlock, found: readonly Found[], first: number): number[] {
  let number = first - 1;
  return found.map((one, index) => {
    const before = found[index - 1];
    if (!before || !isTogether(block, before, one)) number++;
    return number;
  });
}
