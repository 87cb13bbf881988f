import type { SnapshotList } from '../model/snapshot';
import { YEAR } from '../model/undated';
import { INLINE } from './blocks';
import {
  all,
  asElement,
  attributeOf,
  childCountOf,
  comparePositions,
  firstChildOf,
  has,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  tagOf,
  textOf,
} from './dom';
import {
  ENTRY,
  FEWEST_ITEMS,
  gluedNumbers,
  type Item,
  isBlank,
  linesOf,
  MOST_ENTRIES,
  MOST_MORE,
  numberBefore,
  numberedFrom,
  PLAIN,
  printedLabels,
} from './numbered-lines';
import { PLAIN_TEXT, plainLists } from './plain-lines';
import { listOf, numberLinks, startOf } from './reference-list';
import { headingBefore } from './scan-targets';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** Most lists of a page that are looked at. */
const MOST_LISTS = 2000;

/** Lists, and boxes and tables that say by role or class that they are one. Apart: one after the other they are found in a third of the time. */
const LISTS = [
  'ol',
  'ul',
  'dl',
  '[role="doc-bibliography"]:is(div,section,aside)',
  '[class]:is(div,section):is([class*="bib-body"],.footnotes)',
  'table[class*="note"]',
];

/** Lines between two looks at the time. */
const AT_ONCE = 16;

/** Most line breaks behind which lines are read for being entries: they may be all of a page. */
const MOST_BREAKS = 40;

/** What lines of a PDF are called (pdf2htmlEX), which stand side by side in a box for each page. */
const OF_PDF = 'div.t';
/** Highest number that a list begins with. */
const LATEST_FIRST = 9;

/** Most lines of one entry. */
const MOST_LINES = 8;

/** Lines that are called titles, or can be one. */
const LINES = `[class*="title"],[class*="head"],summary,button,u,${OF_PDF}`;

/** Whether an element holds no more than a line can. */
function isShort(element: Element): boolean {
  let at: Element | null = element;
  for (let depth = 0; at && depth < 4; depth++) {
    if (childCountOf(at) > 2) return false;
    at = at.firstElementChild;
  }
  return !at;
}

/** Children of a long list. */
const MANY = 64;

/** Scripts that say much in few letters. */
const DENSE = /^\s*https?:|[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Shortest items of a bibliography on average, numbered ones in such scripts or with years, and others, UTF-16 units. */
const SHORTEST_DENSE = 12;
const SHORTEST = 40;

/** A line of its own that can be a heading, though it is not marked up as one. */
const LINE = /^[^.:;!?]{3,40}:?$/;

type ElementOf = (fragment: string) => Element | undefined;

/** What {@link referenceLists} found, and by what it is known again. */
export interface ReferenceLists {
  readonly lists: readonly SnapshotList[];
  readonly key: string;
}

/**
 * Everything in a document that may be its bibliography: lists, and runs of paragraphs behind a heading that names one. Items are
 * read only when they are asked for, because all but one or two of the lists are dismissed by a look at some of them. Stops
 * between any two lists or lines.
 *
 * @param headsList - Whether a heading says that references or notes are under it.
 * @param elementOf - The element that a fragment names.
 * @param before - What was found earlier; it is given back where nothing has changed, with all that is known of it.
 */
export function* referenceLists(
  root: Document | ShadowRoot,
  headsList: (heading: string) => boolean,
  elementOf: ElementOf,
  before?: ReferenceLists,
): Generator<void, ReferenceLists> {
  const lists: SnapshotList[] = [];
  const numbers = { linked: numberLinks(root, elementOf), printed: printedLabels(root), glued: gluedNumbers(root) };
  for (const list of yield* listsIn(root)) {
    yield;
    if (lists.length >= MOST_LISTS) break;
    if (goesOn(list)) continue;
    const text = textOf(list) ?? '';
    const isNumbered = tagOf(list) === 'ol' || /^\s*[[［]?\d/.test(text);
    const shortest = isNumbered && (DENSE.test(text) || YEAR.test(text)) ? SHORTEST_DENSE : SHORTEST;
    // Menus have many short lines. Most children are items, nearly all in a long list: a menu's need not be touched.
    const children = childCountOf(list);
    if (text.length < (shortest * children) / (children > MANY ? 1.5 : 3)) continue;
    let parts = childrenOf(list, /^(?:li|dd|p|div|span)$/);
    // A box of its own round all of them.
    const inner = parts.length === 1 && tagOf(parts[0]!) === 'div' ? childrenOf(parts[0]!, /^(?:p|div)$/) : [];
    if (inner.length > 1) parts = inner;
    const items = tagOf(list) === 'table' ? rowsOf(list) : parts.map(withTerm);
    if (items.length === 0 || text.length < shortest * items.length) continue;
    for (let next = goneOnIn(list); next; next = goneOnIn(next))
      items.push(...childrenOf(next, /^li$/).map((item) => [item]));
    const tag = tagOf(list);
    const looks = tag === 'ol' ? isAtFoot(list) && PLAIN : /^[ds]/.test(tag) && numberBefore(items[0]![0]!)?.looks;
    lists.push(listOf(list, items, headingOver(list), numbers, looks || ''));
  }
  const add = (around: Element, items: readonly Item[], heading: string, looks = '', isMeant = /note/.test(looks)) => {
    if (items.length >= (isMeant ? 1 : FEWEST_ITEMS) && lists.length < MOST_LISTS)
      lists.push(listOf(around, items, heading, numbers, looks));
  };
  /** A list of lines or paragraphs from one that is numbered `1` on. @param isMeant - Its numbers can be those of notes, whatever its words. */
  const count = (first: Node | null, around: Element, isMeant: boolean) => {
    const { number = MOST_ENTRIES, looks } = numberBefore(first) ?? {};
    const box = first && asElement(first);
    const isBlock = box && !INLINE.has(tagOf(box));
    // Those before may stand on another page, or have no number.
    const isMore =
      looks !== PLAIN && number <= (isBlock ? LATEST_FIRST : 0) && !numberBefore(box?.previousElementSibling ?? null);
    if (!first || !(number === 1 || isMore)) return;
    const items = box ? numberedFrom(box, number || 1) : [];
    const lines = items.length > 1 ? [] : linesOf(isBlock ? firstChildOf(box) : first, [ENTRY]);
    add(
      around,
      lines.length > 0 ? lines : items,
      headingOver(around),
      looks === PLAIN && !isMeant && !isAtFoot(around) ? ' lines' : looks,
    );
  };
  let breaks = 0;
  let step = 0;
  for (const heading of all(root, `${HEADING},${LINES},p,b,strong,br,hr`)) {
    if (step++ % AT_ONCE === 0) yield;
    const tag = tagOf(heading);
    const next = heading.nextElementSibling;
    if (tag === 'p') count(heading, heading, false);
    // Notes stand behind a line that is drawn, by themselves or in a box.
    else if (tag === 'hr' && next)
      count(childCountOf(next) > 1 && !/^p$/.test(tagOf(next)) ? next.firstElementChild : next, next, true);
    else if (tag === 'br' && ++breaks < MOST_BREAKS) count(nextSiblingOf(heading), heading, false);
    if (/^[bh]r$/.test(tag) || !isShort(heading)) continue;
    const text = (textOf(heading) ?? '').trim();
    if (!headsList(text)) continue;
    const isLine = !/^h/.test(tag) && !attributeOf(heading, 'role');
    const isOwn = !/^(?:b|strong|u)$/.test(tag) || isAlone(heading, text);
    if (isLine && !(LINE.test(text) && isOwn)) continue;
    const printed = Element.prototype.matches.call(heading, OF_PDF) ? linesBehind(heading, [...all(root, OF_PDF)]) : [];
    const items = printed.length > 0 ? printed : itemsBehind(heading);
    const first = asElement(items[0]?.[0]);
    const numbered = first && numberBefore(first);
    const begin = numbered?.number ?? 0;
    const counted = first && begin > 0 ? numberedFrom(first, begin) : [];
    // Where the numbers go wrong, each paragraph is an entry.
    const isCounted =
      items !== printed &&
      counted.length >= Math.min(2, items.length) &&
      counted.flat().length + MOST_MORE > items.length;
    add(heading, isCounted ? counted : items, text, isCounted || items === printed ? numbered?.looks : '', isCounted);
  }
  for (const pre of all(root, 'pre')) {
    yield;
    for (const { heading, items } of plainLists(pre, headsList)) add(pre, items, heading, PLAIN_TEXT);
  }
  const key = lists.map(({ heading, size }) => `${heading}|${size}`).join('\n');
  return before?.key === key ? before : { lists, key };
}

/** In order. */
function* listsIn(root: Document | ShadowRoot): Generator<void, Element[]> {
  const found: Element[] = [];
  for (const selector of LISTS) {
    found.push(...all(root, selector));
    yield;
  }
  return found.sort((a, b) => (comparePositions(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));
}

/** The next sibling, where it is an ordered list that goes on counting. */
function goneOnIn(list: Element): Element | undefined {
  const next = list.nextElementSibling;
  return next && goesOn(next) ? next : undefined;
}

/** Whether a list goes on counting where the one before it ended: some editors make a list of each entry. */
function goesOn(list: Element): boolean {
  const before = list.previousElementSibling;
  return tagOf(list) === 'ol' && startOf(list) > 1 && before !== null && tagOf(before) === 'ol';
}

/** Whether what the text counts may stand there under no heading. */
const isAtFoot = (list: Element): boolean => Element.prototype.closest.call(list, 'footer') !== null;

function childrenOf(list: Element, tags: RegExp): Element[] {
  const found: Element[] = [];
  for (const child of Array.from(list.children)) if (tags.test(tagOf(child))) found.push(child);
  return found;
}

/** Words of the heading above a list: among the few elements before it or before what is around it. */
function headingOver(list: Element): string {
  let heading = '';
  for (let at: Element | undefined = list, depth = 0; at && !heading && depth < 4; depth++) {
    heading = headingBefore(at);
    at = asElement(parentOf(at));
  }
  return heading;
}

/** A term that is a label. */
const KEY = /^\s*[[(]?[^\s\])]{1,40}[\])]?[.:]?\s*$/;

/** A description with its term, where that is its label. */
function withTerm(item: Element): Item {
  const term = tagOf(item) === 'dd' ? item.previousElementSibling : null;
  return term && tagOf(term) === 'dt' && KEY.test(textOf(term) ?? '') ? [term, item] : [item];
}

const rowsOf = (table: Element): Item[] => [...all(table, 'tr')].map((row) => [row]);

/** Whether words in bold are all of the line that they begin. */
function isAlone(bold: Element, text: string): boolean {
  const before = previousSiblingOf(bold);
  const next = bold.nextElementSibling;
  const around = (textOf(parentOf(bold) ?? bold) ?? '').trim();
  return (
    (before === null || isBlank(before)) &&
    (around.length <= text.length + 1 || (next !== null && tagOf(next) === 'br'))
  );
}

/** Numbered entries in lines of a PDF behind a heading, on its page and the next ones; none where they are not numbered. */
function linesBehind(heading: Element, lines: readonly Element[]): Item[] {
  const found: Element[][] = [];
  for (const line of lines.slice(lines.indexOf(heading) + 1)) {
    const entry = found.at(-1);
    if (numberBefore(line)?.number === found.length + 1) found.push([line]);
    else if (!entry) break;
    else if (entry.length < MOST_LINES) entry.push(line);
  }
  return found;
}

/** The paragraphs, lines and rows behind a heading, until the next one; none where lists stand among them. */
function itemsBehind(heading: Element): Item[] {
  // It may stand in a box of its own, or in one with its lines.
  let last = heading;
  for (let depth = 0; depth < 3 && !last.nextElementSibling; depth++) last = asElement(parentOf(last)) ?? last;
  let first = nextSiblingOf(last);
  const next = last.nextElementSibling && tagOf(last.nextElementSibling);
  const found = next && (next === 'br' || INLINE.has(next)) ? linesOf(first) : [];
  if (found.length > 0) first = nextSiblingOf(parentOf(last)!);
  for (let at = first; at && found.length < MOST_ENTRIES; at = nextSiblingOf(at)) {
    const element = asElement(at);
    if (!element) continue;
    const tag = tagOf(element);
    if (/^(?:h[1-6]|ol|ul|dl|article)$/.test(tag) || (tag === 'hr' && found.length > 0)) break;
    if (tag === 'table') found.push(...rowsOf(element));
    if (!/^(?:p|div|section|blockquote)$/.test(tag)) continue;
    if (tag !== 'p' && has(element, 'p,div,li')) {
      if (has(element, `${HEADING},ol,ul,dl`)) break;
      const parts = childrenOf(element, /^(?:p|div)$/);
      const inner = (parts.length > 0 ? parts : childrenOf(element, /^span$/)).filter((child) => !isBlank(child));
      // A box for one entry may have its number beside its words.
      found.push(
        ...(inner.length > 1 && (textOf(inner[0]!) ?? '').length > 5 ? inner : [element]).map((item) => [item]),
      );
    } else if (!isBlank(element)) {
      const lines = linesOf(firstChildOf(element));
      found.push(...(lines.length > 0 ? lines : [[element]]));
    }
  }
  return found;
}
