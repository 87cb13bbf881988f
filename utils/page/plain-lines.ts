import type { Item } from './numbered-lines';

/** What a list of plain text is called. */
export const PLAIN_TEXT = ' plain';

/** A line that begins an entry, with a number or key in brackets or a number, and the lines that belong to it. */
const ENTRY =
  /^[ \t]{0,8}(?:\[\^?[^\]\s]{1,40}\]:?|\d{1,3}[.)])[ \t]+\S.*(?:\n[ \t]*(?!\[\^?[^\]\s]{1,40}\]|\d{1,3}[.)][ \t])[^\s].*)*/gm;

/** What entries have that are works, or plainly notes; others need a heading. */
const WORK = /https?:|(?:1[5-9]|20)\d\d|^\s*\[\^/;

/** The last line with words. */
const LAST = /[^\n]*\p{L}[^\n]*(?=[^\p{L}]*$)/u;

/** Longest text that is read, UTF-16 units. */
const LONGEST = 400_000;

/** The entries of a text that is laid out by spaces and line breaks, as lists with the heading of each; empty where none is one. */
export function entriesIn(
  text: string,
  headsList: (heading: string) => boolean,
): { heading: string; items: string[] }[] {
  const lists: { heading: string; items: string[] }[] = [];
  let end = 0;
  for (const { 0: item, index } of text.slice(0, LONGEST).matchAll(ENTRY)) {
    const between = text.slice(end, index).trim();
    const heading = LAST.exec(between.slice(-200))?.[0].trim() ?? '';
    if (between || end === 0) lists.push({ heading: headsList(heading) ? heading : '', items: [] });
    lists.at(-1)!.items.push(item);
    end = index + item.length;
  }
  return lists.filter(({ heading, items }) => heading || items.every((item) => WORK.test(item)));
}

/** The lists in a box of such text, each entry as a node of its own. */
export const plainLists = (
  pre: Element,
  headsList: (heading: string) => boolean,
): { heading: string; items: Item[] }[] =>
  entriesIn(pre.textContent, headsList).map(({ heading, items }) => ({
    heading,
    items: items.map((item) => [pre.ownerDocument.createTextNode(item)]),
  }));
