import type { TextQuote } from '../model/passage';
import type { TextDirective } from './text-fragment';

/** Longest quote that is written out, UTF-16 units; longer ones are named by their first and last words. */
const LONGEST = 100;
const WORDS = 5;
const CONTEXT_WORDS = 3;

const firstWords = (text: string, count: number): string =>
  new RegExp(`^\\s*(?:\\S+\\s*){1,${count}}`).exec(text)?.[0].trim() ?? '';
const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');

/** Whether words stand more than once in a text. */
const repeats = (text: string, words: string): boolean => text.indexOf(words) !== text.lastIndexOf(words);

/**
 * A text directive for a quote whose page is not at hand: `makeTextDirective` knows better where it is. Context is added
 * where the quote's own surroundings repeat its words.
 *
 * @returns undefined where the quote is empty.
 */
export function quoteDirective({ exact, prefix, suffix }: TextQuote): TextDirective | undefined {
  const quote = exact.trim();
  if (!quote) return undefined;
  // A directive's part cannot reach over the end of a block, so what does is named by its ends.
  const isShort = quote.length <= LONGEST && !/[\n\t]/.test(quote);
  const lines = quote.split(/[\n\t]/);
  const start = isShort ? quote : firstWords(lines[0]!, WORDS);
  const end = isShort ? undefined : lastWords(lines.at(-1)!, WORDS);
  if (!repeats(prefix + exact + suffix, start)) return { start, end };
  return {
    start,
    end,
    prefix: lastWords(prefix.split('\n').at(-1)!, CONTEXT_WORDS),
    suffix: firstWords(suffix.split('\n')[0]!, CONTEXT_WORDS),
  };
}
