import type { Meant } from './matched-terms';
import { type SegmentWords, tokens } from './tokens';

/** A stretch of a text, UTF-16 units, end exclusive. */
export type Stretch = readonly [start: number, end: number];

/** What {@link highlight} needs of a word that was found; can be sent between contexts. */
export type Wanted = Pick<Meant, 'word' | 'as' | 'corrections'>;

const fits = (term: string, { word, as, corrections }: Wanted): boolean =>
  as === 'misspelt' ? corrections.includes(term) : as === 'beginning' ? term.startsWith(word) : term === word;

/**
 * The words of a text for which it was found, in reading order, none overlapping: what of a word the reader typed, where it
 * may go on; a phrase as one stretch.
 */
export function highlight(text: string, clauses: readonly (readonly Wanted[])[], segment: SegmentWords): Stretch[] {
  if (clauses.length === 0) return [];
  const words = tokens(text, segment);
  const stretches: [number, number][] = [];
  for (let first = 0; first < words.length; first += 1) {
    for (const clause of clauses) {
      if (!clause.every((wanted, index) => words[first + index] && fits(words[first + index]!.term, wanted))) continue;
      const [begin, last] = [words[first]!, words[first + clause.length - 1]!];
      stretches.push([begin.start, last.end]);
    }
  }
  const joined: [number, number][] = [];
  for (const [start, end] of stretches.sort((a, b) => a[0] - b[0])) {
    const before = joined.at(-1);
    if (before && start < before[1]) before[1] = Math.max(before[1], end);
    else joined.push([start, end]);
  }
  return joined;
}
