import type { TextPosition } from '../model/passage';
import type { QuoteHint } from './anchorer';
import { foldedAt, foldText } from './fold-text';
import { bestPlace } from './likeness';
import { foldQuote } from './pattern';
import { createShifts } from './shifts';
import { unfold } from './unfold';

/** What is found in a text without preparing it. */
export interface Nearby {
  /** A passage that began at `from` was found at `to`. */
  learn(from: number, to: number): void;
  /** Where a quote stands, if that is told by where it stood, and where its neighbours have moved; else undefined. */
  findEasily(quote: QuoteHint): TextPosition | undefined;
}

/** Longer quotes, UTF-16 units, are not compared here unless they stand letter for letter. */
const LONG = 2000;
/** How far from a guess a passage is looked for, UTF-16 units; guesses farther apart than this are of no use. */
const NEAR = 100;
const FARTHEST = 2000;
/** Context on each side, UTF-16 units, with which a place is believed; and how far from the old one, with a share of the text. */
const ENOUGH = 16;
const DRIFT = 500;
const DRIFT_SHARE = 0.02;
/** Likeness of words and of context at which a passage that stands where it is expected is believed. */
const ITSELF = 0.75;
/** The same where the passages before and behind it agree on its place, within so many UTF-16 units: of words, and of both together. */
const PINNED = 0.38;
const PINNED_SUM = 1.15;
const AGREED = 150;
/** Length of the pieces by which a changed quote is looked for, UTF-16 units; how many of them; and how many have to agree. */
const PIECE = 14;
const PIECES = 8;
const AGREEING = 2;
/** Quotes for which the whole text is searched: an index is cheaper for more. */
const MOST_SEARCHES = 8;

/**
 * Starts finding quotes in one text, knowing of no neighbours.
 *
 * @param isPrepared - Whether the text is being prepared for the thorough search, which makes searching it letter for letter
 *   a waste.
 */
export function createNearby(text: string, isPrepared: () => boolean): Nearby {
  const shifts = createShifts();
  let searches = 0;
  const farthest = text.length * DRIFT_SHARE + DRIFT;

  /** The only place of a phrase, not far from the old one. */
  function onlyPlace(phrase: string, hint: number): number | undefined {
    const at = text.indexOf(phrase);
    const isOnly = at >= 0 && text.indexOf(phrase, at + 1) < 0;
    return isOnly && Math.abs(at - hint) < farthest ? at : undefined;
  }

  /** The only place of a phrase between guesses, or around them; it begins `before` UTF-16 units earlier than what is guessed. */
  function onlyBetween(phrase: string, before: number, guesses: readonly number[]): number | undefined {
    const [least, most] = [Math.min(...guesses), Math.max(...guesses)];
    if (guesses.length === 0 || most - least > FARTHEST) return undefined;
    const from = Math.max(0, least - before - NEAR);
    const around = text.slice(from, most - before + NEAR + phrase.length);
    const at = around.indexOf(phrase);
    return at >= 0 && around.indexOf(phrase, at + 1) < 0 ? from + at + before : undefined;
  }

  /** Where it stands letter for letter. */
  function findUnchanged({ exact, prefix, suffix }: QuoteHint, hint: number, guesses: number[]): number | undefined {
    const stands = (start: number): boolean =>
      start >= 0 &&
      text.startsWith(exact, start) &&
      text.endsWith(prefix, start) &&
      text.startsWith(suffix, start + exact.length);
    if (exact.trim() === '' || prefix + suffix === '') return undefined;
    return [hint, ...guesses].find(stands) ?? onlyBetween(prefix + exact + suffix, prefix.length, guesses);
  }

  /** Where it seems to stand by guesses, if it is surely itself there. */
  function findChanged(quote: QuoteHint, guesses: readonly number[]): TextPosition | undefined {
    const { exact, prefix, suffix } = quote;
    const [least, most] = [Math.min(...guesses), Math.max(...guesses)];
    if (guesses.length === 0 || exact.length > LONG || most - least > FARTHEST) return undefined;
    const pattern = foldQuote(quote);
    if (pattern.end === pattern.start) return undefined;
    const from = Math.max(0, least - prefix.length - NEAR);
    const to = most + Math.ceil((exact.length + suffix.length) * 1.15) + NEAR;
    // Its surroundings are left in place, so that whole words are told there as they are in the text.
    const folded = foldText(text.slice(from, to));
    const first = foldedAt(folded, least - NEAR - from);
    const place = bestPlace(folded, pattern, Math.max(0, first - pattern.start), folded.length);
    if (!place) return undefined;
    const { words, context } = place;
    const isPinned = guesses.length > 1 && most - least <= AGREED;
    const isItself = isPinned ? words >= PINNED && words + context >= PINNED_SUM : Math.min(words, context) >= ITSELF;
    if (!isItself) return undefined;
    const { start, end } = unfold(folded, pattern, place.start, place.end);
    return { start: start + from, end: end + from };
  }

  /** Where pieces of it that stand nowhere else say it is; two guesses where some stand before it and some behind. */
  function guessByPieces({ exact, prefix, suffix }: QuoteHint, hint: number): number[] {
    const whole = prefix + exact + suffix;
    const step = Math.max(PIECE / 2, Math.floor((whole.length - PIECE) / (PIECES - 1)));
    const guesses: number[] = [];
    let isBefore = false;
    let isBehind = false;
    for (let from = 0; from + PIECE <= whole.length; from += step) {
      const begins = hint - prefix.length + from;
      const at = onlyPlace(whole.slice(from, from + PIECE), begins);
      if (at === undefined) continue;
      guesses.push(at - begins + hint);
      isBefore ||= from + PIECE <= prefix.length;
      isBehind ||= from >= prefix.length + exact.length;
    }
    const [least, most] = [Math.min(...guesses), Math.max(...guesses)];
    if (guesses.length < AGREEING || most - least > NEAR) return [];
    return isBefore && isBehind ? [least, most] : [least];
  }

  return {
    learn: shifts.learn,
    findEasily(quote) {
      const { exact, prefix, suffix, hintStart: hint } = quote;
      if (hint == null) return undefined;
      const guesses = shifts.guess(hint);
      const start = findUnchanged(quote, hint, guesses);
      if (start !== undefined) return { start, end: start + exact.length };
      const near = findChanged(quote, guesses);
      if (near || isPrepared() || searches >= MOST_SEARCHES || exact.length > LONG) return near;
      searches += 1;
      if (prefix.length >= ENOUGH && suffix.length >= ENOUGH) {
        const at = onlyPlace(prefix + exact + suffix, hint - prefix.length);
        if (at !== undefined) return { start: at + prefix.length, end: at + prefix.length + exact.length };
      }
      return findChanged(quote, guessByPieces(quote, hint));
    },
  };
}
