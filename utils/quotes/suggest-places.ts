import type { TextPosition } from '../model/passage';
import type { QuoteHint } from './anchorer';
import { verbatimPlaces, vote } from './candidates';
import { emptiedPlaces } from './emptied';
import { foldedAt, foldText } from './fold-text';
import { indexGrams } from './gram-index';
import { judge } from './judge';
import { bestPlace, contextLikeness, type Place } from './likeness';
import { foldQuote } from './pattern';
import { unfold } from './unfold';

/** A place where a quote that was not surely found may stand. */
export interface SuggestedPlace extends TextPosition {
  /** How like it the place is, words and context together, 0 to 1; its rivals are not counted. */
  readonly confidence: number;
}

/** Places given for a quote at most. */
const MOST = 3;
/** Places with the same words that are compared at most. */
const MOST_VERBATIM = 40;
/** Of words and context, less than this is another passage. */
const LEAST = 0.25;
/** What words count for beside context. */
const WORDS = 0.75;
/** Longer quotes, UTF-16 units, are looked for by their beginnings: nobody compares more in a list. */
const LONG = 2000;

/**
 * Prepares a text for guessing where quotes may stand that the anchorer, which has to be sure, has not found in it.
 *
 * @returns Gives the best places for a quote, UTF-16 offsets, best first; none where nothing is like it. Where its
 *   surroundings are left with other words between them, those are a place, too.
 */
export function createSuggester(text: string): (quote: QuoteHint) => readonly SuggestedPlace[] {
  const folded = foldText(text);
  const index = indexGrams(folded.codes, folded.length);
  return (hint) => {
    const isLong = hint.exact.length > LONG;
    const quote = isLong ? { ...hint, exact: hint.exact.slice(0, LONG), suffix: '' } : hint;
    const pattern = foldQuote(quote);
    const size = pattern.end - pattern.start;
    if (size === 0) return [];
    const { codes, length } = pattern.folded;
    const all = { codes, from: 0, to: length };
    const words = { codes, from: pattern.start, to: pattern.end };
    const places: Place[] = verbatimPlaces(folded, index, words, MOST_VERBATIM).map((start) => {
      const end = start + size;
      return { start, end, words: 1, context: contextLikeness(folded, pattern, start, end) };
    });
    const drift = 12 + Math.ceil(length * 0.4);
    for (const part of [all, words])
      for (const { low, high } of vote(index, part, drift, MOST * 2)) {
        const from = Math.max(0, low - drift + (part === words ? -pattern.start : 0));
        const place = bestPlace(folded, pattern, from, Math.min(folded.length, high + length + drift));
        if (place) places.push(place);
      }
    for (const { start, end } of emptiedPlaces(folded, index, pattern))
      if (end > start) places.push({ start, end, words: 0, context: 1 });
    const near = quote.hintStart == null ? undefined : foldedAt(folded, quote.hintStart);
    const ranked = places.map((place) => judge(place, pattern, near, folded.length)).sort((a, b) => a.cost - b.cost);
    const chosen: { readonly start: number; readonly end: number; readonly confidence: number }[] = [];
    for (const { start, end, words, context } of ranked) {
      const confidence = words * WORDS + context * (1 - WORDS);
      const isNew = chosen.every((other) => start >= other.end || other.start >= end);
      if (isNew && confidence >= LEAST && chosen.length < MOST) chosen.push({ start, end, confidence });
    }
    return chosen.map(({ start, end, confidence }) => ({ ...unfold(folded, pattern, start, end), confidence }));
  };
}
