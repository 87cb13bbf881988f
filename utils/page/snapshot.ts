import { mayHoldIdentifier } from '../model/canonical';
import type { SnapshotBlock, SnapshotLink } from '../model/snapshot';
import type { Run } from './blocks';
import {
  asElement,
  attributeOf,
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

/** A block with the nodes it was made of. */
export interface ReadBlock {
  readonly block: SnapshotBlock;
  /** Text nodes in order, and the offset at which each begins. */
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
  /** In the order of `block.links`. */
  readonly links: readonly Element[];
}

/** What snapshots need to know of their document. */
export interface DocumentFacts {
  /** Address without fragment, and the origin that relative paths belong to. */
  readonly url: string;
  readonly origin: string;
  elementOf(fragment: string): Element | undefined;
}

/** Links that can be citations, as far as a style selector sees. Everything else is dismissed without being touched. */
const CANDIDATE = [
  'a[href*="#"]:not([href="#"])',
  ...'10. 10%2 doi pubmed ncbi.nlm pmc arxiv isbn ISBN BookSources openalex semanticscholar adsabs anthology ssrn handle.net eric.ed ClinicalTrials clinicaltrials isrctn findings.org link_type'
    .split(' ')
    .map((part) => `a[href*="${part}"]`),
  // Pages that keep a citation's target in another attribute than its address say by class what it is.
  ...'ref cit bib note Ref Cit'.split(' ').map((part) => `a[class*="${part}"]`),
  'sup a',
  'a sup',
  'a[role]',
].join(',');

const SKIPPED = new Set(
  'script style noscript template svg textarea select option button iframe canvas video audio math'.split(' '),
);

/** A number in brackets, as clusters of links print it. */
const BRACKETED = /[([]\s{0,3}\d{1,4}/;

/** Attributes by which pages name the entry of a citation without linking to it. */
const POINTERS =
  /^(?:data-(?:[a-z]+-)*(?:rid|refid|ref-?id|bib-?id|citation-?id|target|note-?id|footnote-?id|reveal-id)|rid|aria-describedby|aria-details)$/;

/** Longest block that is read; longer ones are data. */
const LONGEST = 200_000;
/** Most links of one block that are read. */
const MOST_LINKS = 3000;
const DEEPEST = 100;

/** Whether anything in a run of nodes could be a citation. Cheap: native searches only. */
export function isInteresting(run: Run): boolean {
  let text = '';
  let hasElements = false;
  let isCandidate = false;
  const parent = parentOf(run.first);
  const isWhole = !previousSiblingOf(run.first) && !nextSiblingOf(run.last);
  const parentElement = isWhole ? asElement(parent) : undefined;
  if (parentElement) {
    text = textOf(parentElement) ?? '';
    hasElements = asElement(run.first) !== undefined || run.first !== run.last;
    isCandidate = hasElements && has(parentElement, CANDIDATE);
  } else {
    for (let node: Node | null = run.first; node; node = node === run.last ? null : nextSiblingOf(node)) {
      const element = asElement(node);
      if (!element && node.nodeType !== 3) continue;
      text += textOf(node) ?? '';
      if (!element) continue;
      hasElements = true;
      isCandidate ||= Element.prototype.matches.call(element, CANDIDATE) || has(element, CANDIDATE);
      if (text.length > LONGEST) return false;
    }
  }
  if (text.length > LONGEST) return false;
  return isCandidate || mayHoldIdentifier(text) || (hasElements && BRACKETED.test(text));
}

/** A run of nodes as data. */
export function readBlock(run: Run, facts: DocumentFacts): ReadBlock {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const seams: number[] = [];
  const raised: [number, number][] = [];
  const links: SnapshotLink[] = [];
  const elements: Element[] = [];
  let text = '';

  const read = (node: Node, depth: number, isRaised: boolean): void => {
    if (node.nodeType === 3) {
      nodes.push(node as Text);
      starts.push(text.length);
      text += (node as Text).data;
      return;
    }
    const element = asElement(node);
    if (!element || depth > DEEPEST) return;
    const tag = tagOf(element);
    if (SKIPPED.has(tag)) return;
    if (tag === 'br') {
      seams.push(text.length);
      text += '\n';
      return;
    }
    const start = text.length;
    const isSup = tag === 'sup';
    const isLink = tag === 'a' && links.length < MOST_LINKS && Element.prototype.hasAttribute.call(element, 'href');
    if (isSup || isLink || tag === 'img') seams.push(start);
    for (let child = firstChildOf(element); child; child = nextSiblingOf(child))
      read(child, depth + 1, isRaised || isSup);
    if (isSup && start < text.length) raised.push([start, text.length]);
    if (isSup || isLink) seams.push(text.length);
    if (isLink) {
      const only = isRaised ? undefined : asElement(firstChildOf(element));
      links.push({
        start,
        end: text.length,
        href: hrefOf(element, facts),
        isInside: isInsideTarget(element, facts),
        isRaised:
          isRaised ||
          (only !== undefined && tagOf(only) === 'sup' && textOf(only)?.trim() === text.slice(start).trim()),
        hints: hintsOf(element),
        points: pointsOf(element, facts),
        ids: idsAround(element),
      });
      elements.push(element);
    }
  };
  for (let node: Node | null = run.first; node; node = node === run.last ? null : nextSiblingOf(node))
    read(node, 0, isInSup(run));
  const place = run.place === 'navigation' && isProse(text, links) ? 'text' : run.place;
  return { block: { text, place, links, seams, raised }, nodes, starts, links: elements };
}

/** Words outside links that make a block prose, whatever the box around it is called. */
const PROSE = 60;

function isProse(text: string, links: readonly SnapshotLink[]): boolean {
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0);
  return text.replace(/\s+/g, ' ').length - linked > PROSE;
}

/** A run that begins inside a superscript: a node that was added by itself. */
function isInSup(run: Run): boolean {
  const parent = asElement(parentOf(run.first));
  return parent !== undefined && tagOf(parent) === 'sup';
}

/** An address as detectors want it: `#x` for every spelling of a place in this document, paths with the page's origin. */
function hrefOf(link: Element, facts: DocumentFacts): string {
  const href = (attributeOf(link, 'href') ?? '').trim();
  if (href.startsWith('#')) return href;
  const hash = href.indexOf('#');
  if (hash > 0 && hash < 2000) {
    try {
      const absolute = new URL(href, facts.url);
      const fragment = absolute.hash;
      absolute.hash = '';
      if (fragment && samePlace(absolute.href, facts.url)) return fragment;
      return absolute.href + fragment;
    } catch {
      return href;
    }
  }
  return href.startsWith('/') && !href.startsWith('//') ? facts.origin + href : href;
}

/** Whether a link stands in what it leads to: an entry's link to itself. */
function isInsideTarget(link: Element, facts: DocumentFacts): boolean {
  const href = attributeOf(link, 'href') ?? '';
  if (!href.startsWith('#') || href.length < 2) return false;
  const target = facts.elementOf(href.slice(1));
  return target !== undefined && target !== link && contains(target, link);
}

/** One document under two spellings: http and https, with and without a last slash. */
const samePlace = (a: string, b: string): boolean => plainAddress(a) === plainAddress(b);
const plainAddress = (url: string): string => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '');

/** Ids of the link and of up to two elements wrapped round it alone. */
function idsAround(link: Element): string[] {
  const ids: string[] = [];
  let at: Element | undefined = link;
  for (let depth = 0; at && depth < 3; depth++) {
    const id = idOf(at) || attributeOf(at, 'name');
    if (id) ids.push(id);
    const parent: Element | undefined = asElement(parentOf(at));
    if (!parent || !/^(?:sup|span|b|i|a|cite|em|small|font)$/.test(tagOf(parent))) break;
    at = parent;
  }
  // An empty anchor just before the link is where back-links of older pages lead.
  const before = previousSiblingOf(link);
  const anchor = asElement(before) ?? asElement(before && previousSiblingOf(before));
  if (anchor && tagOf(anchor) === 'a') ids.push(attributeOf(anchor, 'name') ?? idOf(anchor));
  return ids.filter(Boolean);
}

function pointsOf(link: Element, facts: DocumentFacts): string[] {
  const points: string[] = [];
  for (const name of Element.prototype.getAttributeNames.call(link)) {
    if (!POINTERS.test(name)) continue;
    for (const value of (attributeOf(link, name) ?? '').slice(0, 200).split(/[\s,]+/)) {
      const id = value.replace(/^#/, '');
      const target = id ? facts.elementOf(id) : undefined;
      if (target && !contains(target, link)) points.push(id);
    }
  }
  return points;
}

/** A static range over offsets of a block; undefined where the block has no text there. */
export function rangeIn(read: ReadBlock, start: number, end: number): StaticRange | undefined {
  const first = nodeAt(read.starts, start);
  const last = nodeAt(read.starts, Math.max(start, end - 1));
  const from = read.nodes[first];
  const to = read.nodes[last];
  if (!from || !to) return undefined;
  return new StaticRange({
    startContainer: from,
    startOffset: Math.min(from.length, start - read.starts[first]!),
    endContainer: to,
    endOffset: Math.min(to.length, Math.max(0, end - read.starts[last]!)),
  });
}

/** Index of the last node that begins at or before an offset. */
function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
