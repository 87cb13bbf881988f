import { placesOf, quotedWords, type Selectors } from './passage';

/** The words of a passage as they are shown. */
export interface ShownQuote {
  readonly text: string;
  /** Whether they are preformatted: code, where every space counts. */
  readonly isCode: boolean;
}

/** A step of a path (see `page/element-path.ts`) into preformatted text. */
const INTO_PRE = /(?:^|>)pre\b/;
/** What Ibid reads of a page has one space between words, and none at the beginning of a line, wherever white space does not count. */
const COUNTED = / {2}|\n[ \t]/;

/**
 * The words of a passage on the lines on which its page shows them: code and the rows of a table are of no use in one. Of passages that
 * other programs have written only their source is known, whose lines end anywhere: they are shown in one.
 */
export function shownQuote(selectors: Selectors): ShownQuote {
  const words = quotedWords(selectors);
  // Only Ibid's own have it.
  if (placesOf(selectors)[0].range === undefined) return { text: words.replace(/\s+/g, ' ').trim(), isCode: false };
  const text = words.replace(/^(?:[ \t]*\n)+|\s+$/g, '');
  const isCode = INTO_PRE.test(selectors.range?.start?.path ?? '') || COUNTED.test(text);
  return { text: isCode ? text : text.trim(), isCode };
}
