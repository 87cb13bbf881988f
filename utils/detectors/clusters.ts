import type { Found, SnapshotBlock } from '../model/snapshot';
import { labelKind } from '../references/label';

/** Kinds that stand together; an identifier in text stands for itself. */
const TOGETHER = new Set(['marker', 'footnote', 'document-link', 'identifier-link']);

/** What may stand between two citations of one bracket or superscript run. */
const SEPARATOR = /^(?:[\s,;·、，；‚–—‐‑−-]|[\])）］]\s*[,;、，–—-]?\s*[[(（［]|and|&|und|et|y|e|och)*$/;

/** Longest text between two author–year citations of one bracket, UTF-16 units. */
const LONGEST_GAP = 120;

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
  const gap = block.text.slice(before.end, after.start);
  const isClose = gap.length <= 16 && SEPARATOR.test(gap);
  if (!isClose && (gap.length > LONGEST_GAP || /[()[\]（）]/.test(gap))) return false;
  const [first, second] = [before, after].map((found) => labelKind(block.text.slice(found.start, found.end)));
  if (first === 'words' || second === 'words') return false;
  if (isClose) return true;
  const isDated = (kind: string | undefined) => kind === 'year' || kind === 'author-year' || kind === 'number';
  return isDated(first) && isDated(second) && isInsideBracket(block.text.slice(0, before.end));
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
