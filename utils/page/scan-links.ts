import { identifierFromUrl } from '../model/canonical';
import type { Identifier } from '../model/identifier';
import type { SnapshotLink, SnapshotSign } from '../model/snapshot';
import {
  asElement,
  attributeOf,
  contains,
  hintsOf,
  idOf,
  nextSiblingOf,
  parentOf,
  previousSiblingOf,
  tagOf,
  textOf,
} from './dom';
import { plainDigits } from './scan-words';

/** What links need to know of the document or shadow root they stand in. */
export interface DocumentFacts {
  /** Address without fragment, and the origin that relative paths belong to. */
  readonly url: string;
  readonly origin: string;
  elementOf(fragment: string): Element | undefined;
  /** Whether words and numbers in the text can stand for entries of the page's lists. */
  citesInText(): boolean;
}

/** Attributes by which pages name the entry of a citation without linking to it. */
const POINTERS = /^(?:(?:data|aria)-[\w-]+|rid|reveal-id|onclick|class)$/;

/** Wrapped round a link alone, whose ids are where back-links lead. */
const WRAPPERS = /^(?:sup|span|b|i|a|cite|em|small|font)$/;

/** What the links of one block share. */
export interface LinkHost {
  readonly parent: Element;
  readonly links: LiveLink[];
  /** The block's text, where all of it was read. */
  text?: string;
}

/** How much of the text around a link is read, and between two, UTF-16 units. */
const BEFORE = 160;
const AFTER = 60;
const LONGEST_GAP = 120;

/** A link as detectors see it. What few of them ask for is read when it is asked for: a page has ten thousand links. */
export class LiveLink implements SnapshotLink {
  /** The one before it in its block, of those that could be citations. */
  previous: LiveLink | undefined;
  private named: Identifier | null | undefined;

  constructor(
    readonly element: Element,
    readonly href: string,
    readonly start: number,
    readonly end: number,
    private readonly host: LinkHost,
    private readonly facts: DocumentFacts,
    private printed?: string,
    readonly sign?: SnapshotSign,
  ) {}

  get label(): string {
    this.printed ??= plainDigits(textOf(this.element) ?? '');
    return this.printed;
  }

  get identifier(): Identifier | undefined {
    // Asked for by several detectors; most addresses name nothing.
    if (this.named === undefined)
      this.named = (this.href.startsWith('#') ? undefined : identifierFromUrl(this.href)) ?? null;
    return this.named ?? undefined;
  }

  get before(): string {
    const { text } = this.host;
    return text === undefined
      ? textBeside(this.element, this.host.parent, BEFORE, true)
      : text.slice(Math.max(0, this.start - BEFORE), this.start);
  }

  get after(): string {
    const { text } = this.host;
    return text === undefined
      ? textBeside(this.element, this.host.parent, AFTER, false)
      : text.slice(this.end, this.end + AFTER);
  }

  get gap(): string | undefined {
    const { text } = this.host;
    const { previous, element } = this;
    if (!previous) return undefined;
    if (text === undefined) {
      const between = nodeBetween(previous.element, element);
      // Most are far from each other, which a text tells without being read.
      if (between) return between.length > LONGEST_GAP ? undefined : between.data;
    }
    const gap =
      text === undefined
        ? textBetween(previous.element, element, this.host.parent)
        : text.slice(previous.end, this.start);
    return gap.length > LONGEST_GAP ? undefined : gap;
  }

  get isRaised(): boolean {
    if (this.element.closest('sup')) return true;
    const only = asElement(this.element.firstChild);
    return only?.localName === 'sup' && only.textContent?.trim() === this.label.trim();
  }

  get hints(): string {
    return hintsOf(this.element);
  }

  get isInside(): boolean {
    if (!this.href.startsWith('#') || this.href.length < 2) return false;
    const target = this.facts.elementOf(this.href.slice(1));
    return target !== undefined && target !== this.element && contains(target, this.element);
  }

  get points(): readonly string[] {
    const points: string[] = [];
    if (this.element.attributes.length < 2) return points;
    for (const name of this.element.getAttributeNames()) {
      if (!POINTERS.test(name)) continue;
      const value = (attributeOf(this.element, name) ?? '').slice(0, 200);
      for (const id of value.split(/[\s,#'"()]+/)) {
        const target = /\D/.test(id) && (name !== 'class' || /\d/.test(id)) ? this.facts.elementOf(id) : undefined;
        if (target && !contains(target, this.element)) points.push(id);
      }
    }
    return points;
  }

  get ids(): readonly string[] {
    const ids: (string | null)[] = [];
    let at: Element | undefined = this.element;
    for (let depth = 0; at && depth < 3; depth++) {
      ids.push(idOf(at) || attributeOf(at, 'name'));
      const parent: Element | undefined = asElement(parentOf(at));
      at = parent && WRAPPERS.test(tagOf(parent)) ? parent : undefined;
    }
    // An empty anchor just before the link is where back-links of older pages lead.
    const before = previousSiblingOf(this.element);
    const anchor = asElement(before) ?? asElement(before && previousSiblingOf(before));
    if (anchor && tagOf(anchor) === 'a') ids.push(attributeOf(anchor, 'name') ?? idOf(anchor));
    return ids.filter((id) => id !== null && id !== '') as string[];
  }
}

/** For measuring alone, and one for all: a page pays for every range that lives when its nodes change. */
let measure: Range | undefined;

/** How many children an element has, as an offset: where it ends. */
export function endOf(element: Element): number {
  measure ??= element.ownerDocument.createRange();
  measure.selectNodeContents(element);
  return measure.endOffset;
}

/** A link by itself, whatever stands around it. */
export const linkAlone = (element: Element, facts: DocumentFacts): LiveLink =>
  new LiveLink(element, hrefOf(element, facts), 0, 0, { parent: element, links: [] }, facts);

/** An address as detectors want it: `#x` for every spelling of a place in this document, paths with the page's origin. */
export function hrefOf(link: Element, facts: DocumentFacts): string {
  const href = (attributeOf(link, 'href') ?? '').trim();
  const hash = href.indexOf('#');
  if (hash > 0 && hash < 2000) {
    try {
      const absolute = new URL(href, facts.url);
      const fragment = absolute.hash;
      absolute.hash = '';
      return fragment && plainAddress(absolute.href) === plainAddress(facts.url) ? fragment : absolute.href + fragment;
    } catch {
      return href;
    }
  }
  return href.startsWith('/') && !href.startsWith('//') ? facts.origin + href : href;
}

/** One string for the spellings of one document: http and https, with and without `www.` and a last slash. */
const plainAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** Text of a block before an element in it, or behind it, as much as is asked for. */
function textBeside(element: Node, block: Node, length: number, isBefore: boolean): string {
  const next = isBefore ? previousSiblingOf : nextSiblingOf;
  let text = '';
  for (let at: Node | null = element; at && at !== block && text.length < length; at = parentOf(at))
    for (let side = next(at); side && text.length < length; side = next(side))
      text = isBefore ? shownIn(side) + text : text + shownIn(side);
  return isBefore ? text.slice(-length) : text.slice(0, length);
}

/** The text between two elements of a block, as much as makes them strangers. */
function textBetween(before: Element, element: Element, block: Node): string {
  let text = '';
  for (let at: Node | null = element; at && at !== block; at = parentOf(at))
    for (let side = previousSiblingOf(at); side; side = previousSiblingOf(side)) {
      if (contains(side, before)) return textBeside(before, side, LONGEST_GAP, false) + text;
      text = shownIn(side) + text;
      if (text.length > LONGEST_GAP) return text;
    }
  return text;
}

const shownIn = (node: Node): string => (node.nodeType === 8 ? '' : (textOf(node) ?? ''));

/** The text between two links, where it is one node and each link all of what stands beside it. */
function nodeBetween(before: Element, link: Element): Text | undefined {
  let at: Node = link;
  for (let depth = 0; !previousSiblingOf(at) && depth < 4; depth++) at = parentOf(at) ?? at;
  const between = previousSiblingOf(at);
  if (between?.nodeType !== 3) return undefined;
  if ((between as Text).length > LONGEST_GAP) return between as Text;
  at = before;
  for (let depth = 0; !nextSiblingOf(at) && depth < 4; depth++) at = parentOf(at) ?? at;
  return nextSiblingOf(at) === between ? (between as Text) : undefined;
}
