import { lowered, RAISED } from '../model/raised-digits';
import { INLINE, SKIPPED } from './blocks';
import { all, asElement, attributeOf, firstChildOf, has, hintsOf, nextSiblingOf, tagOf, textOf } from './dom';

/** What raises words, by its name, class or style. */
export const RAISED_TEXT = 'sup,span:is([class*="superscript"],[style*="super"])';

/** Longest text of an entry that is kept, UTF-16 units. */
export const LONGEST_TEXT = 4000;

/** What leads from an entry to its work: links, and the ContextObjects of reference managers (COinS, http://ocoins.info). */
const LEADING = 'a[href],span.Z3988[title]';
const addressIn = (element: Element): string | null => {
  if (tagOf(element) === 'a') return attributeOf(element, 'href');
  const said = tagOf(element) === 'span' && attributeOf(element, 'class') === 'Z3988' && attributeOf(element, 'title');
  return said ? `?${said.replace(/%3A/gi, ':').replace(/%2F/gi, '/')}` : null;
};
const ARROWS = /^(?:[\s[\](){}.,;:^*\u2190-\u21ff\u23ce\u2934\u2b06\u25b2-]|\ufe0e|\ufe0f)*$/;
const BACK =
  /^(?:[(*]?\[?(?:[a-z]{1,2}|[ivxl]{3,6}|\d{1,4}[a-z]?)\]?\)?[.:]?|jump\b.*|(?:go |jump )?back\b.*|return\b.*|(?:view|show)(?: citation)? in (?:article|text|context).*|cited (?:in|by|on|at).*|§.*)$/i;

/** What an entry's words are, and where it leads. */
export interface Words {
  readonly text: string;
  readonly label: string;
  readonly hrefs: readonly string[];
  readonly backLinks: readonly string[];
}

/**
 * The same as {@link readNodes} of an element, by its links alone.
 *
 * @returns undefined where the words would run together: at links without a space before them, and at blocks.
 */
export function readPlainly(element: Element): Words | undefined {
  let text = textOf(element) ?? '';
  if (RUN_TOGETHER.test(text) || has(element, NOT_PLAIN)) return undefined;
  let label = '';
  let from = 0;
  const hrefs: string[] = [];
  const backLinks: string[] = [];
  for (const link of all(element, LEADING)) {
    const href = addressIn(link) ?? '';
    const own = link.textContent ?? '';
    const at = own === '' ? -1 : text.indexOf(own, from);
    if (isBackLink(link, href, own)) {
      backLinks.push(href.slice(href.indexOf('#') + 1));
      if (!label && at >= 0 && text.slice(0, at).trim().length < 3) label = labelIn(link, own);
      if (at >= 0) text = text.slice(0, at) + text.slice(at + own.length);
      continue;
    }
    if (at > 0 && GLUED.test(text.slice(at - 1, at + 1))) return undefined;
    if (at >= 0) from = at + own.length;
    if (hrefs.length < 20 && !href.startsWith('#')) hrefs.push(href);
  }
  return { text: tidy(text), label, hrefs, backLinks };
}

const NOT_PLAIN = 'br,p,div,li,td,dd,h1,h2,h3,h4,h5,h6,script,style,noscript,svg,math,button,input,select,textarea';
/** A number that nothing divides from the words of its entry, unless by its element. */
const RUN_TOGETHER = /^\s*\d{1,3}\p{L}/u;
const GLUED = /^[\p{L}\p{N}.][\p{L}\p{N}]/u;

/** Whether a link says of itself that it leads back, whatever its words: they are the label of its entry. */
const saysBack = (link: Element): boolean => /(?:note|fn|doc)-?back/.test(hintsOf(link));

const isBackLink = (link: Element, href: string, words: string): boolean => {
  const hash = href.indexOf('#');
  const plain = words.replace(/\s+/g, ' ').trim();
  return hash >= 0 && href.length > hash + 1 && (ARROWS.test(plain) || BACK.test(plain) || saysBack(link));
};

/** The label that a back-link at the beginning of an entry is. */
const labelIn = (link: Element, words: string): string =>
  (saysBack(link) && !BACK.test(words) ? /[\p{L}\p{N}][^\s[\]]+/u : /\d{1,4}[a-z]?|^[ivxl]+$/).exec(words)?.[0] ?? '';

/** A text of the same length, with the digits of Arabic, Persian, Devanagari and Bengali as Latin ones. */
export const plainDigits = (text: string): string =>
  text.replace(/[٠-٩۰-۹०-९০-৯]/g, (digit) => `${(digit.charCodeAt(0) - (digit < 'ऀ' ? 0 : 6)) % 16}`);

const RAISED_FIRST = new RegExp(`^\\s*[${RAISED}]{1,3}(?=\\s?\\S)`);

const tidy = (text: string): string =>
  plainDigits(text)
    .replace(RAISED_FIRST, (number) => `${lowered(number)}. `)
    .replace(/\s+/g, ' ')
    // What is left round back-links.
    .replace(/(?<!\w)[[(][\s,]*[\])]/g, '')
    .replace(/^[\s^\u2191\u21a9.:\])]+/, '')
    .trim();

/** The words of some nodes without back-links, their number where that is a link, and the addresses in them. */
export function readNodes(nodes: readonly Node[]): Words {
  let text = '';
  let label = '';
  const hrefs: string[] = [];
  const backLinks: string[] = [];
  const append = (piece: string, isApart: boolean) => {
    text += isApart && /[\p{L}\p{N}.]$/u.test(text) && /^[\p{L}\p{N}]/u.test(piece) ? ` ${piece}` : piece;
  };
  const read = (node: Node, depth: number, isApart: boolean): void => {
    if (text.length > 3 * LONGEST_TEXT || depth > 60) return;
    if (node.nodeType === 3) {
      append((node as Text).data, isApart);
      return;
    }
    const element = asElement(node);
    if (!element) return;
    const tag = tagOf(element);
    if (SKIPPED.has(tag)) return;
    const href = addressIn(element);
    if (href) {
      const words = textOf(element) ?? '';
      if (isBackLink(element, href, words)) {
        backLinks.push(href.slice(href.indexOf('#') + 1));
        if (!label && text.trim().length < 3) label = labelIn(element, words);
        return;
      }
      if (hrefs.length < 20 && !href.startsWith('#')) hrefs.push(href);
    }
    const isBlock = tag === 'br' || !INLINE.has(tag);
    if (isBlock) text += ' ';
    let isFirst = true;
    for (let child = firstChildOf(element); child; child = nextSiblingOf(child)) {
      read(child, depth + 1, (isFirst && tag === 'a') || isApart);
      isFirst = false;
    }
    // A number in an element of its own before the words.
    if (isBlock || (text.length < 6 && /^\s*\d{1,3}$/.test(text))) text += ' ';
  };
  for (const node of nodes) read(node, 0, false);
  return { text: tidy(text), label, hrefs, backLinks };
}
