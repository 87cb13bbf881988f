import type { TextPosition, TextQuote } from '../model/passage';
import { verbatimPlaces, vote } from './candidates';
import { emptiedPlaces } from './emptied';
import { type FoldedText, type Folding, foldedAt, startFolding } from './fold-text';
import { type GramIndex, type Indexing, startIndexing } from './gram-index';
import { decide, judge } from './judge';
import { bestPlace, contextLikeness, type Place } from './likeness';
import { createNearby } from './nearby';
import { foldQuote } from './pattern';
import { unfold } from './unfold';

/** What to look for: a quote with its context, and where it once began. */
export interface QuoteHint extends TextQuote {
  /** UTF-16 offset at which the quote began when it was saved, where that is known. */
  readonly hintStart?: number | null;
}

/** Finds quotes in one text. */
export interface Anchorer {
  /** UTF-16 offsets, end exclusive; null where the quote is not there, or not surely. */
  (quote: QuoteHint): TextPosition | null;
  /**
   * Prepares a part of what it takes to find this quote, where that is much: so that a long text can be prepared in slices.
   *
   * @returns Whether there is more to prepare.
   */
  prepare(quote: QuoteHint): boolean;
}

/** Verbatim places of a quote that are compared at most. */
const MOST_VERBATIM = 400;
/** Changed places that are compared at most. */
const MOST_CHANGED = 6;
/** Longer quotes, UTF-16 units, are found by their ends. */
const LONG = 2000;
/** Length of each end, UTF-16 units. */
const END = 800;
/** Length of text that is folded or indexed at a time, UTF-16 units: some milliseconds. */
const SLICE = 50_000;
const CONTEXT = 48;
/** A long passage may have grown or shrunk by this factor. */
const GROWTH = 1.6;

/**
 * Prepares a text for finding quotes in it. Folding and indexing it is put off until a quote needs it: one that stands
 * letter for letter where it stood is found without.
 */
export function createAnchorer(text: string): Anchorer {
  let prepared: { readonly folded: FoldedText; readonly index: GramIndex } | undefined;
  let folding: Folding | undefined;
  let indexing: Indexing | undefined;
  let folded: FoldedText | undefined;
  /** Does a part of it. @returns Whether there is more to do. */
  const prepareMore = (most: number): boolean => {
    if (prepared) return false;
    folding ??= startFolding(text);
    if (!folded) {
      if (!folding.read(most)) folded = folding.folded();
      return true;
    }
    indexing ??= startIndexing(folded.codes, folded.length);
    if (indexing.read(most)) return true;
    prepared = { folded, index: indexing.index() };
    return false;
  };
  const prepare = () => {
    while (prepareMore(Number.POSITIVE_INFINITY));
    return prepared!;
  };

  function find(quote: QuoteHint): TextPosition | null {
    const { folded, index } = prepare();
    const pattern = foldQuote(quote);
    const { codes, length } = pattern.folded;
    const size = pattern.end - pattern.start;
    if (size === 0) return null;

    const all = { codes, from: 0, to: length };
    const drift = 12 + Math.ceil(length * 0.25);
    const candidates = vote(index, all, drift, MOST_CHANGED);
    const whole = verbatimPlaces(folded, index, all, 2);
    const isUnique = candidates.length < 2 || candidates[1]!.votes * 2 < candidates[0]!.votes;
    if (whole.length === 1 && isUnique) {
      const start = whole[0]! + pattern.start;
      return unfold(folded, pattern, start, start + size);
    }
    if (quote.exact.length > LONG) return findByEnds(quote);

    const part = { codes, from: pattern.start, to: pattern.end };
    const places: Place[] = verbatimPlaces(folded, index, part, MOST_VERBATIM).map((start) => {
      const end = start + size;
      return { start, end, words: 1, context: contextLikeness(folded, pattern, start, end) };
    });
    const slack = 12 + Math.ceil(length * 0.15);
    for (const { low, high } of candidates) {
      const from = Math.max(0, low - slack);
      const place = bestPlace(folded, pattern, from, Math.min(folded.length, high + length + slack));
      if (place) places.push(place);
    }
    const hint = quote.hintStart == null ? undefined : foldedAt(folded, quote.hintStart);
    const judged = places.map((place) => judge(place, pattern, hint, folded.length));
    const best = decide(judged, emptiedPlaces(folded, index, pattern));
    return best ? unfold(folded, pattern, best.start, best.end) : null;
  }

  /** A long quote is where both its ends are, provided that most of what lies between is there too. */
  function findByEnds(quote: QuoteHint): TextPosition | null {
    const { exact } = quote;
    const piece = (from: number, to: number) =>
      find({
        exact: exact.slice(from, to),
        prefix: from === 0 ? quote.prefix : exact.slice(Math.max(0, from - CONTEXT), from),
        suffix: to === exact.length ? quote.suffix : exact.slice(to, to + CONTEXT),
        hintStart: quote.hintStart == null ? null : quote.hintStart + from,
      });
    const head = piece(0, END);
    const tail = head && piece(exact.length - END, exact.length);
    if (!head || !tail) return null;
    const grown = (tail.end - head.start) / exact.length;
    if (grown > GROWTH || grown < 1 / GROWTH) return null;
    let kept = 0;
    for (const share of [0.25, 0.5, 0.75]) {
      const from = Math.floor((exact.length - END) * share);
      const found = piece(from, from + END);
      if (found && found.start >= head.start && found.end <= tail.end) kept += 1;
    }
    return kept >= 2 ? { start: head.start, end: tail.end } : null;
  }

  const { learn, findEasily } = createNearby(text, () => folding !== undefined);
  const anchor = (quote: QuoteHint): TextPosition | null => {
    const place = findEasily(quote) ?? find(quote);
    if (place && quote.hintStart != null) learn(quote.hintStart, place.start);
    return place;
  };
  return Object.assign(anchor, {
    prepare: (quote: QuoteHint) => !prepared && !findEasily(quote) && prepareMore(SLICE),
  });
}
