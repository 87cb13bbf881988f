import type { TextQuote } from '../model/passage';
import { type FoldedText, foldedAt, foldText } from './fold-text';

/** A quote with its context as one folded text: `[0, start)` is the prefix, `[start, end)` the quote, the rest the suffix. */
export interface Pattern {
  readonly folded: FoldedText;
  readonly start: number;
  readonly end: number;
  readonly quote: TextQuote;
  /** UTF-16 units of prefix that are part of `folded.text`. */
  readonly prefixLength: number;
}

/** Longest context that is looked at, UTF-16 units. Ibid keeps 32 itself; imported passages may bring more. */
const CONTEXT = 64;
const CUT_MARKER_BEFORE = /^[\p{L}\p{N},.\s–-]{0,24}\]/u;
const CUT_MARKER_AFTER = /\[[\p{L}\p{N},.\s–-]{0,24}$/u;

/** Folds a quote. Reference markers that the context cuts in two are left out of it, as whole ones are by folding. */
export function foldQuote(quote: TextQuote): Pattern {
  const prefix = quote.prefix.slice(-CONTEXT).replace(CUT_MARKER_BEFORE, '');
  const suffix = quote.suffix.slice(0, CONTEXT).replace(CUT_MARKER_AFTER, '');
  const folded = foldText(prefix + quote.exact + suffix);
  return {
    folded,
    start: foldedAt(folded, prefix.length),
    end: foldedAt(folded, prefix.length + quote.exact.length),
    quote,
    prefixLength: prefix.length,
  };
}
