import type { SnapshotTarget } from '../model/snapshot';
import {
  all,
  asElement,
  attributeOf,
  childCountOf,
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

/** An entry with the nodes that hold it. */
export interface Entry {
  readonly target: SnapshotTarget;
  /** The element that holds it, or where it begins. */
  readonly element: Element;
}

/** What a list says to each of its entries. */
interface ListFacts {
  readonly hints: string;
  readonly heading: string;
  readonly peers: number;
}

const LONGEST_TEXT = 4000;
const SKIPPED = new Set('script style noscript template svg textarea select button iframe input'.split(' '));
const INLINE = new Set(
  'a abbr b bdi big cite code em font i mark q s samp small span strong sub sup u wbr label'.split(' '),
);
const SECTION = 'h1,h2,h3,h4,h5,h6,figure,table,form,nav,iframe';
const ARROWS = /^(?:[\s[\](){}.,;:^*\u2190-\u21ff\u23ce\u2934\u2b06\u25b2-]|\ufe0e|\ufe0f)*$/;
const BACK =
  /^(?:[a-z]{1,2}|\(?\[?\d{1,4}[a-z]?\]?\)?[.:]?|jump\b.*|(?:go |jump )?back\b.*|return\b.*|(?:view|show)(?: citation)? in (?:article|text|context).*|cited (?:in|by|on|at).*|§.*)$/i;
const LABEL = /^\s*(?:\[([^\]\n]{1,40})\]|\(?(\d{1,4})[.)\]:]|([*†‡§¶])|(\d{1,3})(?=\s))[.:]?\s*/;

/** Whether an id or name has the shape of another: digits and letters after the last common word may differ. */
const shape = (id: string): string => id.replace(/\d+/g, '0').replace(/[a-z]$/i, 'a');

/** Reads the elements that fragments name, once each. Forgets nothing by itself: make a new one for a new document. */
export function createTargets(elementOf: (fragment: string) => Element | undefined) {
  const known = new Map<string, Entry>();
  const lists = new WeakMap<Node, ListFacts>();
  const headings = new WeakMap<Node, string>();

  /** The heading before an entry that stands among paragraphs. Kept for each, so that a long list is walked once. */
  function headingOver(entry: Element): string {
    const passed: Node[] = [];
    let heading = '';
    for (let at: Node | null = entry; at && passed.length < MOST_SIBLINGS; at = previousSiblingOf(at)) {
      const kept = headings.get(at);
      const element = asElement(at);
      heading = kept ?? (element && element !== entry ? asHeading(element) : '');
      if (kept !== undefined || heading) break;
      passed.push(at);
    }
    for (const node of passed) headings.set(node, heading);
    return heading;
  }

  /** What a list says to each of its entries. Kept, because eight hundred entries share one. */
  function listFacts(parent: Node): ListFacts {
    const kept = lists.get(parent);
    if (kept) return kept;
    let hints = '';
    let heading = '';
    let at: Node | null = parent;
    for (let depth = 0; at && depth < 7; depth++, at = parentOf(at)) {
      const element = asElement(at);
      if (!element || tagOf(element) === 'body') break;
      if (depth < 5) hints += ` ${hintsOf(element)}`;
      if (!heading) heading = headingBefore(element) || (depth > 0 ? onlyHeadingIn(element) : '');
    }
    const peers = asElement(parent) ? childCountOf(parent as Element) : 1;
    const facts = { hints, heading, peers };
    lists.set(parent, facts);
    return facts;
  }

  return (fragment: string): Entry | undefined => {
    const kept = known.get(fragment);
    if (kept?.element.isConnected) return kept;
    const named = elementOf(fragment);
    if (!named) return undefined;
    const entry = readEntry(named, fragment, listFacts, headingOver);
    known.set(fragment, entry);
    return entry;
  };
}

/** Most siblings between an entry and its heading. */
const MOST_SIBLINGS = 3000;

/** The words of an element that is a heading, or a line in bold that stands for one. */
function asHeading(element: Element): string {
  const text = (textOf(element) ?? '').trim();
  if (text === '' || text.length > 80) return '';
  const isHeading = /^h[1-6]$/.test(tagOf(element)) || attributeOf(element, 'role') === 'heading';
  const bold = isHeading ? null : Element.prototype.querySelector.call(element, 'b,strong');
  return isHeading || (bold && (textOf(bold) ?? '').trim() === text) ? text : '';
}

/** A heading among the few elements before one. */
function headingBefore(element: Element): string {
  let at: Node | null = previousSiblingOf(element);
  for (let step = 0; at && step < 8; at = previousSiblingOf(at), step++) {
    const before = asElement(at);
    if (!before) continue;
    const tag = tagOf(before);
    const text = (textOf(before) ?? '').trim();
    if (/^h[1-6]$/.test(tag) || attributeOf(before, 'role') === 'heading') return text.slice(0, 80);
    // A heading in a box of its own, or a paragraph that stands for one.
    if (text && text.length <= 40 && !/[.,;]$/.test(text)) return text;
    if (text.length > 200 && !/^(?:ol|ul|dl|li|div|p|aside|section|table)$/.test(tag)) return '';
  }
  return '';
}

/** The heading of an element that has just one: with more, the first is of another part. */
function onlyHeadingIn(element: Element): string {
  const headings = all(element, 'h1,h2,h3,h4,h5,h6,[role="heading"]');
  return headings.length === 1 ? (textOf(headings[0]!) ?? '').trim().slice(0, 80) : '';
}

const isBlank = (node: Node): boolean =>
  node.nodeType === 8 || (!/[\p{L}\p{N}]/u.test(textOf(node) ?? '') && (textOf(node) ?? '').length < 12);

/** Whether nothing but a short label stands before a node in its parent. */
function standsFirst(node: Node): boolean {
  let before = '';
  for (let at = previousSiblingOf(node), step = 0; at; at = previousSiblingOf(at), step++) {
    if (step > 6) return false;
    if (!isBlank(at)) before = (textOf(at) ?? '').trim() + before;
    if (before.length > 12) return false;
  }
  return before.trim() === '' || /^\W{0,3}\d{0,4}\W{0,3}$/.test(before.trim());
}

/** How many letters an element has, without its label; past a thousand nobody asks. */
const wordsOf = (node: Node): number =>
  (textOf(node) ?? '')
    .slice(0, 1000)
    .replace(LABEL, '')
    .replace(/[^\p{L}]+/gu, '').length;

/** Reads the entry that a named element is, is in, or stands before. */
function readEntry(
  named: Element,
  fragment: string,
  listFacts: (parent: Node) => ListFacts,
  headingOver: (entry: Element) => string,
): Entry {
  const { element, nodes } = extent(named);
  const parent = parentOf(element);
  const facts = parent ? listFacts(parent) : { hints: '', heading: '', peers: 1 };
  const read = (nodes.length === 1 && nodes[0] === element && readPlainly(element)) || readNodes(nodes);
  const label = LABEL.exec(read.text);
  const isSection =
    /^(?:h[1-6]|figure|table|section|article|main|body|form|nav|img|tbody)$/.test(tagOf(element)) &&
    !/doc-|footnote|endnote|reference/.test(hintsOf(element))
      ? true
      : nodes.some((node) => asElement(node) && has(node as Element, SECTION));
  return {
    element,
    target: {
      id: fragment,
      tag: tagOf(element),
      hints: (element === named ? hintsOf(named) : `${hintsOf(named)} ${hintsOf(element)}`) + facts.hints,
      heading: facts.heading || headingOver(element),
      text: (label ? read.text.slice(label[0].length) : read.text).slice(0, LONGEST_TEXT).trim(),
      label: read.label || (label ? (label[1] ?? label[2] ?? label[3] ?? label[4] ?? '') : ''),
      hrefs: read.hrefs,
      backLinks: read.backLinks,
      peers: facts.peers,
      isSection,
    },
  };
}

/** The nodes that make the entry of a named element. */
function extent(named: Element): { element: Element; nodes: Node[] } {
  let element = named;
  for (let depth = 0; depth < 4; depth++) {
    const tag = tagOf(element);
    const parent = asElement(parentOf(element));
    if (!parent || /^(?:body|html|main|article|section|ol|ul|dl|table|tbody)$/.test(tagOf(parent))) break;
    if (/^(?:td|th)$/.test(tag) && tagOf(parent) === 'tr') {
      element = parent;
      continue;
    }
    if (/^(?:li|dd|dt|tr)$/.test(tag)) break;
    const isShort = wordsOf(element) < 12;
    if (!isShort && !INLINE.has(tag)) {
      // A paragraph that is the first of a list item is not the whole of it.
      if (/^(?:li|dd)$/.test(tagOf(parent)) && standsFirst(element)) element = parent;
      break;
    }
    if (!standsFirst(element)) break;
    if (!isShort && wordsOf(parent) > wordsOf(element) * 3 + 200) break;
    if (isShort && sharesWithOthers(element, parent)) return { element, nodes: upToNext(element) };
    if (isShort && /^h[1-6]$/.test(tag)) break;
    element = parent;
  }
  const tag = tagOf(element);
  if (tag === 'dt') {
    const nodes: Node[] = [element];
    for (let at = nextSiblingOf(element); at; at = nextSiblingOf(at)) {
      if (asElement(at) && tagOf(at as Element) === 'dt') {
        if (nodes.length > 1) break;
        continue;
      }
      nodes.push(at);
    }
    return { element, nodes };
  }
  // An empty anchor that is not in its entry but before it.
  if (INLINE.has(tag) && wordsOf(element) === 0) {
    const next = nextElement(element);
    if (next && /^(?:li|p|dd|dt|div|tr|blockquote)$/.test(tagOf(next))) return { element: next, nodes: [next] };
  }
  // A number in a heading or box of its own, its words in the next one.
  if (!INLINE.has(tag) && (textOf(element) ?? '').length < 40 && wordsOf(element) < 3) {
    const next = nextElement(element);
    if (next && /^(?:p|div|dd|blockquote|aside)$/.test(tagOf(next))) return { element: next, nodes: [element, next] };
  }
  return { element, nodes: [element] };
}

function nextElement(element: Element): Element | undefined {
  for (let at = nextSiblingOf(element); at; at = nextSiblingOf(at)) if (asElement(at)) return at as Element;
  return undefined;
}

const nameOf = (element: Element): string => idOf(element) || attributeOf(element, 'name') || '';

/** Whether other entries of the same kind begin in the same parent: old pages divide by anchors and line breaks alone. */
function sharesWithOthers(element: Element, parent: Element): boolean {
  const own = shape(nameOf(element));
  let step = 0;
  for (const other of Element.prototype.querySelectorAll.call(parent, 'a[name],[id]')) {
    if (++step > 40) break;
    if (other !== element && shape(nameOf(other)) === own && !Node.prototype.contains.call(element, other)) return true;
  }
  return false;
}

/** Everything from an anchor to the next one of its kind, or to an empty line. */
function upToNext(anchor: Element): Node[] {
  const own = shape(nameOf(anchor));
  const nodes: Node[] = [anchor];
  for (let at = nextSiblingOf(anchor), step = 0; at && step < 60; at = nextSiblingOf(at), step++) {
    const element = asElement(at);
    if (element && (shape(nameOf(element)) === own || /^(?:hr|h[1-6])$/.test(tagOf(element)))) break;
    if (!element && step > 0 && /\n\s*\n/.test(textOf(at) ?? '')) {
      nodes.push(at);
      break;
    }
    nodes.push(at);
  }
  return nodes;
}

interface Words {
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
function readPlainly(element: Element): Words | undefined {
  if (has(element, NOT_PLAIN)) return undefined;
  let text = textOf(element) ?? '';
  let label = '';
  let from = 0;
  const hrefs: string[] = [];
  const backLinks: string[] = [];
  for (const link of all(element, 'a[href]')) {
    const href = attributeOf(link, 'href') ?? '';
    const own = link.textContent ?? '';
    const at = own === '' ? -1 : text.indexOf(own, from);
    if (isBackLink(href, own)) {
      backLinks.push(href.slice(href.indexOf('#') + 1));
      if (!label && at >= 0 && text.slice(0, at).trim().length < 3) label = /\d{1,4}[a-z]?/.exec(own)?.[0] ?? '';
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
const GLUED = /^[\p{L}\p{N}.][\p{L}\p{N}]/u;

const isBackLink = (href: string, words: string): boolean => {
  const hash = href.indexOf('#');
  const plain = words.replace(/\s+/g, ' ').trim();
  return hash >= 0 && href.length > hash + 1 && (ARROWS.test(plain) || BACK.test(plain));
};

const tidy = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/^[\s^\u2191\u21a9*.\])]+/, '')
    .trim();

/** The words of some nodes without back-links, their number where that is a link, and the addresses in them. */
function readNodes(nodes: readonly Node[]): Words {
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
    const href = tag === 'a' ? attributeOf(element, 'href') : null;
    if (href) {
      const words = textOf(element) ?? '';
      if (isBackLink(href, words)) {
        backLinks.push(href.slice(href.indexOf('#') + 1));
        if (!label && text.trim().length < 3) label = /\d{1,4}[a-z]?/.exec(words)?.[0] ?? '';
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
    if (isBlock) text += ' ';
  };
  for (const node of nodes) read(node, 0, false);
  return { text: tidy(text), label, hrefs, backLinks };
}
