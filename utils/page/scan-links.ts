import type { SnapshotLink } from '../model/snapshot';
import { asElement, attributeOf, contains, hintsOf, idOf, parentOf, previousSiblingOf, tagOf } from './dom';

/** What links need to know of the document or shadow root they stand in. */
export interface DocumentFacts {
  /** Address without fragment, and the origin that relative paths belong to. */
  readonly url: string;
  readonly origin: string;
  elementOf(fragment: string): Element | undefined;
}

/** Attributes by which pages name the entry of a citation without linking to it. */
const POINTERS =
  /^(?:data-(?:[a-z]+-)*(?:rid|refid|ref-?id|bib-?id|citation-?id|target|note-?id|footnote-?id|reveal-id)|rid|aria-describedby|aria-details)$/;

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
  constructor(
    readonly element: Element,
    readonly href: string,
    readonly label: string,
    readonly start: number,
    readonly end: number,
    private readonly host: LinkHost,
    private readonly facts: DocumentFacts,
  ) {}

  get before(): string {
    const { text } = this.host;
    return text === undefined
      ? this.textBeside('previousNode', BEFORE)
      : text.slice(Math.max(0, this.start - BEFORE), this.start);
  }

  get after(): string {
    const { text } = this.host;
    return text === undefined ? this.textBeside('nextNode', AFTER) : text.slice(this.end, this.end + AFTER);
  }

  get gap(): string | undefined {
    const { text, links } = this.host;
    const previous = links[links.indexOf(this) - 1];
    if (!previous) return undefined;
    const gap =
      text === undefined
        ? this.textBeside('previousNode', LONGEST_GAP + 1, edgeOf(previous.element, 'lastChild'))
        : text.slice(previous.end, this.start);
    return gap.length > LONGEST_GAP ? undefined : gap;
  }

  /** Text of the block on one side of the link, as much as is asked for or up to a node. */
  private textBeside(step: 'previousNode' | 'nextNode', length: number, until?: Node): string {
    const { parent } = this.host;
    const walker = Document.prototype.createTreeWalker.call(parent.ownerDocument, parent, NodeFilter.SHOW_TEXT);
    walker.currentNode = step === 'nextNode' ? edgeOf(this.element, 'lastChild') : this.element;
    let text = '';
    while (text.length < length) {
      const node = walker[step]() as Text | null;
      if (!node || node === until) break;
      text = step === 'nextNode' ? text + node.data : node.data + text;
    }
    return step === 'nextNode' ? text.slice(0, length) : text.slice(-length);
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
    if (!this.element.hasAttribute('class') && !this.element.hasAttribute('role')) return points;
    for (const name of this.element.getAttributeNames()) {
      if (!POINTERS.test(name)) continue;
      for (const value of (attributeOf(this.element, name) ?? '').slice(0, 200).split(/[\s,]+/)) {
        const id = value.replace(/^#/, '');
        const target = id ? this.facts.elementOf(id) : undefined;
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

/** The first or last text in an element; the element itself where it has none. */
export function edgeOf(element: Element, side: 'firstChild' | 'lastChild'): Node {
  let at: Node = element;
  for (let depth = 0; at[side] && depth < 20; depth++) at = at[side] as Node;
  return at.nodeType === 3 ? at : element;
}
