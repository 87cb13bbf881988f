import type { SnapshotList, SnapshotTarget } from '../model/snapshot';
import {
  all,
  asElement,
  attributeOf,
  childCountOf,
  comparePositions,
  contains,
  firstChildOf,
  has,
  hintsOf,
  idOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  tagOf,
  textOf,
} from './dom';
import { LiveTarget } from './live-target';
import { headingBefore } from './scan-targets';
import { INLINE } from './scan-words';

const HEADING = 'h1,h2,h3,h4,h5,h6,[role="heading"]';

/** Most lists of a page, and most entries of one, that are looked at. */
const MOST_LISTS = 2000;
const MOST_ENTRIES = 5000;

/** Lists, and boxes and tables that say by role or class that they are one. Apart: one after the other they are found in a third of the time. */
const LISTS = [
  'ol',
  'ul',
  'dl',
  '[role="doc-bibliography"]:is(div,section,aside)',
  '[class*="bib-body"]:is(div,section)',
  'table[class*="note"]',
];

/** Children of a long list. */
const MANY = 64;

/** Scripts that say much in few letters. */
const DENSE = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/;

/** Shortest items of a bibliography on average, in such scripts and in others, UTF-16 units. */
const SHORTEST_DENSE = 12;
const SHORTEST = 40;

/** Fewest entries behind a heading, or without one, that are offered as a list. */
const FEWEST_ITEMS = 2;

/** What an entry of a list of plain lines begins with, or has. */
const ENTRY = /^\s*(?:\[\d{1,3}\]|\(?\d{1,3}[.)])\s*\S/;
const YEAR = /(?:^|\D)(?:1[5-9]|20)\d\d[a-z]?(?!\d)/;

/** A line of its own that can be a heading, though it is not marked up as one. */
const LINE = /^[^.:;!?]{3,40}:?$/;

/** The nodes of one entry. */
type Item = readonly Node[];

type ElementOf = (fragment: string) => Element | undefined;

/** What {@link referenceLists} found, and by what it is known again. */
export interface ReferenceLists {
  readonly lists: readonly SnapshotList[];
  readonly key: string;
}

/**
 * Everything in a document that may be its bibliography: lists, and runs of paragraphs behind a heading that names one. Items are
 * read only when they are asked for, because all but one or two of the lists are dismissed by a look at some of them.
 *
 * @param headsList - Whether a heading says that references or notes are under it.
 * @param elementOf - The element that a fragment names.
 * @param before - What was found earlier; it is given back where nothing has changed, with all that is known of it.
 */
export function referenceLists(
  root: Document | ShadowRoot,
  headsList: (heading: string) => boolean,
  elementOf: ElementOf,
  before?: ReferenceLists,
): ReferenceLists {
  const lists: SnapshotList[] = [];
  const numbered = numberLinks(root, elementOf);
  for (const list of listsIn(root)) {
    if (lists.length >= MOST_LISTS) break;
    const text = textOf(list) ?? '';
    const shortest = tagOf(list) === 'ol' && DENSE.test(text) ? SHORTEST_DENSE : SHORTEST;
    // Menus have many short lines. Most children are items, nearly all in a long list: a menu's need not be touched.
    const children = childCountOf(list);
    if (text.length < (shortest * children) / (children > MANY ? 1.5 : 3)) continue;
    let parts = childrenOf(list, /^(?:li|dd|p|div)$/);
    // A box of its own round all of them.
    const inner = parts.length === 1 && tagOf(parts[0]!) === 'div' ? childrenOf(parts[0]!, /^(?:p|div)$/) : [];
    if (inner.length > 1) parts = inner;
    const items = tagOf(list) === 'table' ? rowsOf(list) : parts.map(withTerm);
    if (items.length === 0 || text.length < shortest * items.length) continue;
    lists.push(listOf(list, items, headingOver(list), numbered));
  }
  const add = (around: Element, items: readonly Item[], heading: string, looks = '') => {
    if (items.length >= FEWEST_ITEMS && lists.length < MOST_LISTS)
      lists.push(listOf(around, items, heading, numbered, looks));
  };
  for (const heading of all(root, `${HEADING},p,b,strong`)) {
    const isParagraph = tagOf(heading) === 'p';
    if (isParagraph && numberBefore(heading) === 1)
      // What is raised before a paragraph numbers a note, whatever its words.
      add(heading, numberedFrom(heading), headingOver(heading), has(heading, 'sup') ? ' doc-endnotes' : ' bibitem');
    if (isParagraph && childCountOf(heading) > 0) continue;
    const text = (textOf(heading) ?? '').trim();
    if (!headsList(text)) continue;
    const isLine = !/^h/.test(tagOf(heading)) && !attributeOf(heading, 'role');
    if (!isLine || (LINE.test(text) && (isParagraph || isAlone(heading, text))))
      add(heading, itemsBehind(heading), text);
  }
  const key = lists.map(({ heading, size }) => `${heading}|${size}`).join('\n');
  return before?.key === key ? before : { lists, key };
}

/** In order. */
const listsIn = (root: Document | ShadowRoot): Element[] =>
  LISTS.flatMap((selector) => [...all(root, selector)]).sort((a, b) =>
    comparePositions(a, b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1,
  );

/** Elements to which links lead that hold just a number, found as far as somebody asks. */
function numberLinks(root: Document | ShadowRoot, elementOf: ElementOf): () => Generator<Element> {
  let links: NodeListOf<Element> | undefined;
  const known: Element[] = [];
  let next = 0;
  return function* () {
    yield* known;
    links ??= all(root, 'a[href^="#"]');
    while (next < links.length) {
      const link = links[next++]!;
      if (!/^[\s[(]*\d{1,4}[\s\])]*$/.test(textOf(link) ?? '')) continue;
      const named = elementOf((attributeOf(link, 'href') ?? '').slice(1));
      if (!named) continue;
      known.push(named);
      yield named;
    }
  };
}

/** Items of a list that are looked at for how much of them is links. */
const SAMPLE = 40;

function listOf(
  around: Element,
  items: readonly Item[],
  heading: string,
  numbered: () => Iterable<Element>,
  looks = '',
): SnapshotList {
  let hints = looks;
  for (let at: Node | null = around, depth = 0; at && depth < 4; at = parentOf(at), depth++) {
    const element = asElement(at);
    if (!element || tagOf(element) === 'body') break;
    hints += ` ${hintsOf(element)}`;
  }
  const isOrdered = tagOf(around) === 'ol' || looks !== '';
  const kept = new Map<number, SnapshotTarget>();
  const linked = () => {
    const step = Math.ceil(items.length / SAMPLE);
    const some = items.filter((_, index) => index % step === 0).flat();
    const length = some.reduce((sum, node) => sum + (textOf(node) ?? '').length, 0);
    const links = some.flatMap((node) => (asElement(node) ? [...all(node as Element, 'a')] : []));
    return length === 0 ? 0 : links.reduce((sum, link) => sum + (textOf(link) ?? '').length, 0) / length;
  };
  return {
    heading,
    hints,
    size: Math.min(items.length, MOST_ENTRIES),
    get linked() {
      return linked();
    },
    entry(index) {
      let entry = kept.get(index);
      if (!entry) {
        const item = items[index]!;
        const known = {
          id: namesIn(item)[0] ?? '',
          tag: asElement(item[0]) ? tagOf(item[0] as Element) : '',
          hints,
          heading,
          peers: items.length,
          isSection: false,
        };
        entry = new LiveTarget(known, item, isOrdered ? String(index + 1) : '');
        kept.set(index, entry);
      }
      return entry;
    },
    get isLinkedByNumber() {
      for (const named of numbered()) if (isBetween(named, items[0]![0]!, items.at(-1)!.at(-1)!)) return true;
      return false;
    },
  };
}

/** Whether an element stands in a stretch of the page, or in its first or last node. */
const isBetween = (element: Element, first: Node, last: Node): boolean =>
  contains(first, element) ||
  contains(last, element) ||
  (comparePositions(element, first) & Node.DOCUMENT_POSITION_PRECEDING & ~comparePositions(element, last)) !== 0;

/** Names by which links may lead to an item, its own first. */
const namesIn = (item: Item): string[] =>
  item
    .flatMap((node) => (asElement(node) ? [node as Element, ...all(node as Element, '[id],a[name]')] : []))
    .slice(0, 6)
    .map((element) => idOf(element) || attributeOf(element, 'name') || '')
    .filter((name) => name !== '');

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

const isBlank = (node: Node): boolean => (textOf(node) ?? '').trim() === '';

/** The lines of a paragraph, from a node on, that are entries by their numbers or years; none where it is not divided into several. */
function linesOf(first: Node | null): Item[] {
  const lines: Node[][] = [[]];
  for (let at = first; at; at = nextSiblingOf(at)) {
    const tag = asElement(at) ? tagOf(at as Element) : '';
    if (tag === 'br') lines.push([]);
    else if (/^(?:hr|p)$/.test(tag)) break;
    else lines.at(-1)!.push(at);
  }
  for (const sign of [ENTRY, YEAR]) {
    const entries: Node[][] = [];
    for (const line of lines) {
      if (sign.test(line.map(textOf).join(''))) entries.push(line);
      else entries.at(-1)?.push(...line);
    }
    if (entries.length >= FEWEST_ITEMS) return entries;
  }
  return [];
}

/** The number in square brackets, or raised, that a paragraph begins with; 0 or NaN where none. */
function numberBefore(paragraph: Node): number {
  let start = firstChildOf(paragraph);
  if (start?.nodeType === 3 && isBlank(start)) start = nextSiblingOf(start);
  const text = start?.nodeType === 3 ? (start as Text).data : '';
  const raised = asElement(start) && tagOf(start as Element) === 'sup' ? textOf(start as Element) : '';
  return Number(/^\s*\[(\d{1,3})\]/.exec(text)?.[1] ?? raised);
}

/** Paragraphs beside each other that are numbered from one. */
function numberedFrom(first: Element): Item[] {
  const found: Item[] = [];
  for (let at: Node | null = first; at && found.length < MOST_ENTRIES; at = nextSiblingOf(at)) {
    if (!asElement(at)) continue;
    if (numberBefore(at) !== found.length + 1) break;
    found.push([at]);
  }
  return found;
}

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
    if (/^(?:h[1-6]|ol|ul|dl|section|article)$/.test(tag)) break;
    if (tag === 'table') found.push(...rowsOf(element));
    if (!/^(?:p|div|blockquote)$/.test(tag)) continue;
    if (tag !== 'p' && has(element, 'p,div,li')) {
      if (has(element, `${HEADING},ol,ul,dl`)) break;
      found.push(
        ...childrenOf(element, /^(?:p|div)$/)
          .filter((child) => !isBlank(child))
          .map((child) => [child]),
      );
    } else if (!isBlank(element)) {
      const lines = linesOf(firstChildOf(element));
      found.push(...(lines.length > 0 ? lines : [[element]]));
    }
  }
  return found;
}
