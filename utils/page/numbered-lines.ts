import { CIRCLED, GLUED, lowered, RAISED } from '../model/raised-digits';
import { YEAR } from '../model/undated';
import { all, asElement, firstChildOf, nextSiblingOf, tagOf, textOf } from './dom';
import { plainDigits, RAISED_TEXT } from './scan-words';

/** The nodes of one entry. */
export type Item = readonly Node[];

/** Most entries of a list that are looked at. */
export const MOST_ENTRIES = 5000;

/** Fewest entries behind a heading, or without one, that are offered as a list. */
export const FEWEST_ITEMS = 2;

/** What an entry of a list of plain lines begins with, or has. */
export const ENTRY = /^\s*(?:\[(?:\d{1,3}|\^[^\]\s]{1,40})\]|\(?\d{1,3}[.)])\s*\S/;

/** How often numbers are printed in some texts, which are read when somebody asks. */
function counting(read: () => readonly string[]): (number: number) => number {
  let counts: Map<string, number> | undefined;
  return (number) => {
    if (!counts) {
      counts = new Map();
      for (const one of lowered(read().join(' ')).match(/\d+/g) ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
    }
    return counts.get(`${number}`) ?? 0;
  };
}

/** How often numbers are printed in a page in square brackets or raised, as labels are. */
export const printedLabels = (root: Document | ShadowRoot) =>
  counting(() => {
    const around = root.nodeType === 9 ? ((root as Document).documentElement ?? root) : root;
    const labels: string[] = (textOf(around) ?? '').match(LABELS) ?? [];
    for (const raised of all(root, RAISED_TEXT)) labels.push((textOf(raised) ?? '').slice(0, 20));
    return labels;
  });

/** How often numbers stand behind words of paragraphs with nothing between. */
export const gluedNumbers = (root: Document | ShadowRoot) =>
  counting(() => [...all(root, 'p')].flatMap((paragraph) => (textOf(paragraph) ?? '').match(GLUED_RUN) ?? []));

const GLUED_RUN = new RegExp(GLUED, 'gu');
const LABELS = new RegExp(`\\[\\^?\\d[\\d,;\\s–-]{0,12}\\]|[${RAISED}]{1,3}`, 'g');

/** Whether a node has no words. */
export const isBlank = (node: Node): boolean => (textOf(node) ?? '').trim() === '';

/** The lines of a paragraph, from a node on, that are entries by their numbers or years; none where it is not divided into several. */
export function linesOf(first: Node | null, signs: readonly RegExp[] = [ENTRY, YEAR]): Item[] {
  const lines: Node[][] = [[]];
  for (let at = first; at; at = nextSiblingOf(at)) {
    const tag = asElement(at) ? tagOf(at as Element) : '';
    if (tag === 'br') lines.push([]);
    else if (/^(?:hr|p)$/.test(tag)) break;
    else lines.at(-1)!.push(at);
  }
  for (const sign of signs) {
    const entries: Node[][] = [];
    for (const line of lines) {
      const isNext = sign === ENTRY && numberBefore(line[0] ?? null)?.number === entries.length + 1;
      if (isNext || sign.test(plainDigits(line.map(textOf).join('')))) entries.push(line);
      else entries.at(-1)?.push(...line);
    }
    if (entries.length >= FEWEST_ITEMS) return entries;
  }
  return [];
}

/** What a number before an entry says of its list: square brackets of references, what is raised of notes, whatever their words. */
const SQUARE = ' bibitem';
/** What a raised number, or a sign, before an entry says: the list is one of notes. */
const NOTES = ' doc-endnotes';
/** What other signs than numbers say: it is none of references, either. */
const SIGNS = `${NOTES} signs`;
/** Plain numbers count much else. */
export const PLAIN = ' counted';
const NUMBER = new RegExp(
  `^\\s*(?:\\[\\^?(\\d{1,3})\\]|[注註]\\s?(\\d{1,3})[）)：:.\\s　]|([${RAISED}]{1,3}|[${CIRCLED}])|\\(?(\\d{1,3})(?:[.)](?:\\s|$)|[）．、])|([*†‡§¶]{1,4})\\s?(?:[\\p{L}“"]|$)|(\\[\\^)[^\\]\\s]+\\]:)`,
  'u',
);
/** What notes are marked with instead of numbers. */
const SIGN = /^[*†‡§¶]{1,4}$/;
const WRAPPER = /^(?:p|div|tr|td|b|strong|em|i|span|small|font|sub)$/;

/**
 * The number that a paragraph or line begins with, and what it says of a list of such; undefined where it begins with none. Of
 * signs, an asterisk is the first, and others have no number: 0, and neither have the names of notes in Markdown.
 */
export function numberBefore(first: Node | null): { readonly number: number; readonly looks: string } | undefined {
  let at = first;
  for (let step = 0; at && step < 6; step++) {
    const element = asElement(at);
    if (element && tagOf(element) === 'sup') {
      const label = lowered(textOf(element) ?? '').replace(/^[\s[(]+|[\s\]).]+$/g, '');
      if (SIGN.test(label)) return { number: ordinalOf(label), looks: SIGNS };
      return Number(label) > 0 ? { number: Number(label), looks: NOTES } : undefined;
    }
    if (element ? !WRAPPER.test(tagOf(element)) : !isBlank(at)) break;
    at = element ? firstChildOf(element) : nextSiblingOf(at);
  }
  const match = at?.nodeType === 3 && NUMBER.exec(plainDigits((at as Text).data.slice(0, 200)));
  if (!match) return undefined;
  const [, square, named, raised, plain = '', sign, name] = match;
  return sign || name
    ? { number: ordinalOf(sign), looks: SIGNS }
    : {
        number: Number(square ?? named ?? lowered(raised ?? plain)),
        looks: square ? SQUARE : (named ?? raised) ? NOTES : PLAIN,
      };
}

const ordinalOf = (sign = ''): number => (sign === '*' ? 1 : 0);

/** Most paragraphs of one numbered entry behind its first. */
export const MOST_MORE = 3;

/** Paragraphs beside each other that are numbered from a number on, with what stands between them. */
export function numberedFrom(first: Element, begin = 1): Item[] {
  const found: Node[][] = [];
  let more: Node[] = [];
  for (let at: Node | null = first; at && found.length < MOST_ENTRIES; at = nextSiblingOf(at)) {
    const element = asElement(at);
    if (!element) continue;
    const number = numberBefore(at)?.number;
    if (number === found.length + begin || number === 0) {
      found.at(-1)?.push(...more);
      found.push([at]);
      more = [];
    } else if (number || !/^(?:p|ul|div|blockquote)$/.test(tagOf(element)) || more.push(at) > MOST_MORE) break;
  }
  return found;
}
