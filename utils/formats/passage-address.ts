import type { Passage } from '../model/passage';
import { oneLine } from './rich';

/** Beyond this many characters a quote is given by its first and last words: addresses have to stay pasteable. */
const LONGEST = 300;
const ENDS = 5;

/**
 * The address of a saved passage: its page with a text fragment, at which browsers scroll to the quote and mark it
 * (https://wicg.github.io/scroll-to-text-fragment/). A fragment of the page's own is kept.
 */
export function passageAddress(passage: Passage): string {
  // Hyphens and commas have a meaning in a text directive; a lone surrogate cannot be encoded.
  const encode = (text: string): string => encodeURIComponent(text.toWellFormed()).replaceAll('-', '%2D');
  const quote = passage.selectors.quote.exact.trim();
  const words = quote.split(/\s+/);
  const ends = Math.min(ENDS, Math.floor(words.length / 2));
  // One piece of text cannot reach across blocks, its two ends can.
  const isLong = quote.length > LONGEST || /[\r\n]/.test(quote);
  const text =
    isLong && ends > 0
      ? `${encode(words.slice(0, ends).join(' '))},${encode(words.slice(-ends).join(' '))}`
      : encode(oneLine(quote));
  const [page = '', hash = ''] = passage.page.url.split('#');
  return `${page}#${hash.split(':~:')[0]}:~:text=${text}`;
}
