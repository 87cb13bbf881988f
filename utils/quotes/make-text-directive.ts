import type { DirectiveFinder } from './find-text-directive';
import type { TextDirective } from './text-fragment';
import { type BlockText, createWordEdges } from './word-edges';

/** Longest quote that is written out, UTF-16 units; longer ones are named by their first and last words. */
const LONGEST = 100;
/** Words at each end that name a longer quote; more where fewer are not enough. */
const ENDS = [4, 7, 12];
/** Words of context before and behind: what is tried, shortest first. */
const CONTEXTS = [0, 1, 2, 3, 5, 12, 30].flatMap(
  (most) =>
    [
      [0, most],
      [most, 0],
      [most, most],
    ] as const,
);

const isBlank = (character: string | undefined) => character !== undefined && /\s/.test(character);

/**
 * The shortest text directive that leads to a stretch of a page and nowhere before it.
 *
 * @param find - The finder of the same page, which is asked where each one leads.
 * @param start - UTF-16 offsets, end exclusive.
 * @returns undefined where the stretch is empty, or like another in more than its words and their surroundings.
 */
export function makeTextDirective(
  page: BlockText,
  find: DirectiveFinder,
  start: number,
  end: number,
): TextDirective | undefined {
  const { text, blockAt } = page;
  while (start < end && isBlank(text[start])) start += 1;
  while (end > start && isBlank(text[end - 1])) end -= 1;
  if (start === end) return undefined;
  const { ahead, back } = createWordEdges(page);
  let before = start;
  while (before > 0 && isBlank(text[before - 1])) before -= 1;
  let behind = end;
  while (behind < text.length && isBlank(text[behind])) behind += 1;

  const whole = { start: text.slice(start, end) };
  const ends = ENDS.map((count) => ({
    start: text.slice(start, Math.min(end, ahead(start, count))),
    end: text.slice(Math.max(start, back(end, count)), end),
  }));
  const isShort = end - start <= LONGEST && end <= blockAt(start).end && !/[\n\t]/.test(whole.start);
  for (const words of isShort ? [whole] : ends) {
    for (const [left, right] of CONTEXTS) {
      const prefix = left ? text.slice(back(before, left), before).trim() : undefined;
      const suffix = right ? text.slice(behind, ahead(behind, right)).trim() : undefined;
      if (prefix === '' || suffix === '') continue;
      const directive = { ...words, prefix, suffix };
      const place = find(directive);
      if (place?.start === start && place.end === end) return directive;
    }
  }
  return undefined;
}
