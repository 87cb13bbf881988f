/** Longest quote that is written out in a link, UTF-16 units; longer ones are named by their first and last words. */
const LONGEST = 100;
const WORDS = 5;

/** Dashes, commas and ampersands divide the parts of a fragment and have to be escaped beyond what addresses need; half a character cannot be. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed().replace(/\s+/g, ' ').trim()).replace(
    /[-!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const firstWords = (text: string, count: number): string =>
  new RegExp(`^\\s*(?:\\S+\\s*){1,${count}}`).exec(text)?.[0].trim() ?? '';
const lastWords = (text: string, count: number): string => text.trim().split(/\s+/).slice(-count).join(' ');

function appearances(text: string, words: string): number {
  let count = 0;
  for (let at = text.indexOf(words); at >= 0 && count < 2; at = text.indexOf(words, at + 1)) count += 1;
  return count;
}

/**
 * The text directive that leads a browser to a stretch of a text (https://wicg.github.io/scroll-to-text-fragment/), with
 * context only where the words are not unique.
 *
 * @param start - UTF-16 offsets, end exclusive.
 * @returns `text=…`, without `#:~:`; undefined where the stretch is empty.
 */
export function textFragment(text: string, start: number, end: number): string | undefined {
  const quote = text.slice(start, end).trim();
  if (!quote) return undefined;
  // A directive's part cannot reach over the end of a block, so what does is named by its ends.
  const isShort = quote.length <= LONGEST && !/[\n\t]/.test(quote);
  const lines = quote.split(/[\n\t]/);
  const head = isShort ? quote : firstWords(lines[0]!, WORDS);
  const tail = isShort ? undefined : lastWords(lines.at(-1)!, WORDS);
  const parts = tail === undefined ? encode(head) : `${encode(head)},${encode(tail)}`;
  if (appearances(text, head) < 2) return `text=${parts}`;
  const before = lastWords(
    text
      .slice(Math.max(0, start - 80), start)
      .split('\n')
      .at(-1)!,
    3,
  );
  const after = firstWords(text.slice(end, end + 80).split('\n')[0]!, 3);
  return `text=${before ? `${encode(before)}-,` : ''}${parts}${after ? `,-${encode(after)}` : ''}`;
}
