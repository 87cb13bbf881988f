import type { Part } from './corpus';
import { letterMask, maskDistance, slipsAllowed, slipsBetween } from './misspelling';
import type { Shard, Terms } from './shard';

/** The terms of the index that a word of the query stands for. */
export interface Meant {
  /** The word as it was asked for. */
  readonly word: string;
  /** How the terms are like it. */
  readonly as: 'whole' | 'beginning' | 'misspelt';
  /** For `misspelt`: the words that may have been meant. */
  readonly corrections: readonly string[];
  /** For each part the numbers of its terms, the word itself first where it is there. */
  readonly terms: readonly (readonly number[])[];
  /** Number of entries that hold any of them, an entry counted once for each. */
  readonly count: number;
}

/** Number of the first term that is not before a word. */
function lowerBound(terms: Terms, word: string): number {
  let low = 0;
  let high = terms.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (terms.at(middle)! < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function plainTerms({ terms }: Shard, word: string, isPrefix: boolean): number[] {
  const found: number[] = [];
  for (let term = lowerBound(terms, word); term < terms.length; term += 1) {
    const own = terms.at(term)!;
    if (!(isPrefix ? own.startsWith(word) : own === word)) break;
    found.push(term);
  }
  return found;
}

const countOf = (parts: readonly Part[], terms: readonly (readonly number[])[]) =>
  terms.reduce((sum, list, part) => sum + list.reduce((count, term) => count + parts[part]!.shard.counts[term]!, 0), 0);

/** The words nearest to a misspelt one, all with the same number of slips. */
function nearest(parts: readonly Part[], word: string): ReadonlySet<string> {
  const mask = letterMask(word);
  let most = slipsAllowed(word.length);
  let found = new Set<string>();
  if (most === 0) return found;
  for (const { shard } of parts) {
    for (let term = 0; term < shard.terms.length; term += 1) {
      if (maskDistance(shard.masks[term]!, mask) > 2 * most) continue;
      const candidate = shard.terms.at(term)!;
      const slips = slipsBetween(word, candidate, most);
      if (slips > most) continue;
      if (slips < most) found = new Set();
      most = slips;
      found.add(candidate);
    }
  }
  return found;
}

/** What a word of a query stands for: itself, else (where allowed) every word that begins with it, else the nearest. */
export function meantBy(parts: readonly Part[], word: string, isPrefix: boolean): Meant {
  const terms = parts.map(({ shard }) => plainTerms(shard, word, isPrefix));
  const count = countOf(parts, terms);
  if (count > 0) return { word, as: isPrefix ? 'beginning' : 'whole', corrections: [], terms, count };
  const corrections = [...nearest(parts, word)];
  const near = parts.map(({ shard }) => corrections.flatMap((term) => plainTerms(shard, term, false)));
  return { word, as: 'misspelt', corrections, terms: near, count: countOf(parts, near) };
}
