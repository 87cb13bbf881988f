import type { SnapshotTarget } from '../model/snapshot';
import {
  all,
  asElement,
  attributeOf,
  childCountOf,
  has,
  hintsOf,
  parentOf,
  previousSiblingOf,
  tagOf,
  textOf,
} from './dom';
import { LiveTarget } from './live-target';
import { extent } from './scan-extent';

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

/** What stands in no entry, and what only those have that are called entries: titles of their own. */
const [NEVER, TITLES] = ['h1,h2,h3,figure,table,form,nav,iframe', 'h4,h5,h6'];

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
  // A line of its own, where nothing but line breaks divides a page.
  const isLine = /^(?:b|strong)$/.test(tagOf(element)) && element.nextElementSibling?.localName === 'br';
  const bold = isHeading || isLine ? null : Element.prototype.querySelector.call(element, 'b,strong');
  return isHeading || isLine || (bold && (textOf(bold) ?? '').trim() === text) ? text : '';
}

/** A heading among the few elements before one; empty where there is none. */
export function headingBefore(element: Element): string {
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
  const isNamed = /doc-|footnote|endnote|\bfn|reference|citation|bibliograph/.test(hintsOf(element));
  const inner = isNamed ? NEVER : `${NEVER},${TITLES}`;
  const isSection =
    (!isNamed && /^(?:h[1-6]|figure|table|section|article|main|body|form|nav|img|tbody)$/.test(tagOf(element))) ||
    nodes.some((node) => asElement(node) && has(node as Element, inner));
  const known = {
    id: fragment,
    tag: tagOf(element),
    hints: (element === named ? hintsOf(named) : `${hintsOf(named)} ${hintsOf(element)}`) + facts.hints,
    heading: facts.heading || headingOver(element),
    peers: facts.peers,
    isSection,
  };
  return { element, target: new LiveTarget(known, nodes) };
}
