import type { TextQuote } from '../model/passage';

/** Context kept on each side of a quote, UTF-16 units. */
const CONTEXT = 32;

const isLow = (code: number) => code >= 0xdc00 && code <= 0xdfff;

/**
 * The words at a place with their context, as {@link createAnchorer} takes them. Surrogate pairs are kept whole.
 *
 * @param start - UTF-16 offsets, end exclusive.
 */
export function describeQuote(text: string, start: number, end: number): TextQuote {
  let before = Math.max(0, start - CONTEXT);
  if (before > 0 && isLow(text.charCodeAt(before))) before += 1;
  let after = Math.min(text.length, end + CONTEXT);
  if (after < text.length && isLow(text.charCodeAt(after))) after -= 1;
  return { exact: text.slice(start, end), prefix: text.slice(before, start), suffix: text.slice(end, after) };
}
