import { verbatimPlaces } from './candidates';
import type { FoldedText } from './fold-text';
import type { GramIndex } from './gram-index';
import { wordLikeness } from './likeness';
import type { Pattern } from './pattern';

/** Context on one side that is looked for, folded characters; less than the least names no place. */
const MOST = 24;
const LEAST = 9;
const PLACES = 16;
/** Words less alike than this are other words. */
const UNLIKE = 0.5;

/**
 * Places where the words around a quote still stand, and other words, or none, between them: where a passage was taken out
 * or replaced. A passage found somewhere else while such a place exists is most likely its sibling.
 *
 * @returns Folded offsets of what stands between, end exclusive.
 */
export function emptiedPlaces(
  text: FoldedText,
  index: GramIndex,
  pattern: Pattern,
): { readonly start: number; readonly end: number }[] {
  const { codes, length } = pattern.folded;
  const before = Math.min(MOST, pattern.start);
  const after = Math.min(MOST, length - pattern.end);
  if (before < LEAST || after < LEAST) return [];
  const starts = verbatimPlaces(text, index, { codes, from: pattern.start - before, to: pattern.start }, PLACES);
  const ends = verbatimPlaces(text, index, { codes, from: pattern.end, to: pattern.end + after }, PLACES);
  const room = 40 + (pattern.end - pattern.start) * 1.5;
  const found: { start: number; end: number }[] = [];
  for (const at of starts) {
    const start = at + before;
    const end = ends.find((candidate) => candidate >= start && candidate - start <= room);
    if (end !== undefined && wordLikeness(text, pattern, { start, end }) < UNLIKE) found.push({ start, end });
  }
  return found;
}
