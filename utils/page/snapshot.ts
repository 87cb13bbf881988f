import { mayBeIdentifier } from '../model/address-identifier';
import { identifierFromUrl, identifiersInText } from '../model/canonical';
import { mayHoldIdentifier } from '../model/identifier-hints';
import type { Place, SnapshotBlock } from '../model/snapshot';
import type { Run } from './blocks';
import { all, asElement, attributeOf, has, nextSiblingOf, parentOf, textOf } from './dom';
import { type DocumentFacts, edgeOf, hrefOf, type LinkHost, LiveLink } from './scan-links';

/** A block with the nodes it was made of. */
export interface ReadBlock {
  readonly block: SnapshotBlock & { readonly links: readonly LiveLink[] };
  /** Text nodes in order, and the offset at which each begins; empty where the block is partial. */
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
}

/** Links that can be citations, as far as a style selector sees. Everything else is dismissed without being touched. */
const CANDIDATE = [
  'a[href*="#"]:not([href="#"])',
  // Short and few: each is looked for in every link. `mayCite` looks closer.
  ...'10. 10%2 doi .gov pubmed pmc arxiv isbn ISBN BookS openalex scholar. adsabs anthology ssrn handle. isrctn sregister. findings. link_type'
    .split(' ')
    .map((part) => `a[href*="${part}"]`),
  // Pages that keep a citation's target in another attribute than its address say by class what it is.
  ...'ref cit bib note Ref Cit'.split(' ').map((part) => `a[class*="${part}"]`),
  'sup a[href]',
  'a[href][role]',
].join(',');

const SKIPPED = new Set(
  'script style noscript template svg textarea select option button iframe canvas video audio math'.split(' '),
);

/** Classes of links that may be citations whatever their address. */
const MARKED = /ref|cit|bib|note/i;

/** Labels that are little more than a number or a year. */
const NUMBERED = /^[\s[(]*(?:[a-z]{1,8}\.? ?)?\d{1,4}[a-z]?[\s–—/-]*\d{0,4}[\s\])]*$/i;

/** Numbers that fill a bracket, as links to documents are printed; a single year is not one. */
const BRACKETED = /[[(]\s{0,3}(?:\d{1,3}(?:[\s,;–-]{1,3}\d{1,3}){0,20}\s?[\])]|\d{4}[–/-]\d\d)/g;

/** Longest block that is read; longer ones are data. */
const LONGEST = 200_000;
/** Most links of one block that are read. */
const MOST_LINKS = 3000;
const DEEPEST = 100;

/** Words outside links that make a block prose, whatever the box around it is called. */
const PROSE = 60;

const EDITOR = '[contenteditable]:not([contenteditable="false"]),[role="textbox"]';

/**
 * A run of nodes as data.
 *
 * @param isCertain - It is known to be of interest.
 * @returns undefined where nothing in it could be a citation, found out by native searches alone; and for what the reader
 *   is writing.
 */
export function readBlock(run: Run, facts: DocumentFacts, isCertain: boolean): ReadBlock | undefined {
  const around = run.whole ?? asElement(run.first && parentOf(run.first));
  if (!around) return undefined;
  const read = run.whole
    ? readWhole(run, run.whole, facts)
    : mayHoldCitation(run)
      ? readThoroughly(run, facts)
      : undefined;
  if ((read || isCertain) && Element.prototype.closest.call(around, EDITOR)) return undefined;
  return read ?? (isCertain ? readThoroughly(run, facts) : undefined);
}

/** Reads a run that is all of its parent: only its links, where nothing else in it matters. */
function readWhole(run: Run, parent: Element, facts: DocumentFacts): ReadBlock | undefined {
  const found = all(parent, CANDIDATE);
  const text = textOf(parent) ?? '';
  if (text.length > LONGEST) return undefined;
  if (mayHoldIdentifier(text)) {
    const linked = new Set(Array.from(found, (element) => identifierFromUrl(hrefOf(element, facts))?.value));
    if (identifiersInText(text).some(({ identifier }) => !linked.has(identifier.value)))
      return readThoroughly(run, facts);
  }
  if (holdsNumberLinks(parent, text, found.length)) return readThoroughly(run, facts);
  if (found.length === 0) return undefined;

  const host: LinkHost = { parent, links: [] };
  let linked = 0;
  for (let index = 0; index < found.length && index < MOST_LINKS; index++) {
    const element = found[index]!;
    const href = hrefOf(element, facts);
    const label = element.textContent ?? '';
    linked += label.length;
    if (!mayCite(element, href, label)) continue;
    // Without the text between them, links have ranks for offsets.
    const rank = host.links.length * 2;
    host.links.push(new LiveLink(element, href, label, rank, rank + 1, host, facts));
  }
  if (host.links.length === 0) return undefined;
  const place = placed(run, text, linked);
  return { block: { text: '', place, links: host.links, seams: [], isPartial: true }, nodes: [], starts: [] };
}

/**
 * Whether anything in a list or table could be a citation, however many rows it has: menus and data are dismissed whole.
 * What may hide something from a look at its text and links (other elements can have shadow roots) is not dismissed.
 */
export function mayHoldAny(list: Element): boolean {
  const text = textOf(list) ?? '';
  return mayHoldIdentifier(text) || text.search(BRACKETED) >= 0 || has(list, `${CANDIDATE},a sup,${NOT_PLAIN_LIST}`);
}

const NOT_PLAIN_LIST = `:not(${'a abbr b bdi br caption cite code col colgroup dd del div dl dt em font h2 h3 h4 i img input label li nav ol p s small span strong sub sup svg tbody td tfoot th thead time tr u ul var'.split(' ').join(',')},svg *)`;

/** Whether links other than the candidates have numbers for labels. */
function holdsNumberLinks(parent: Element, text: string, candidates: number): boolean {
  const numbers = text.match(BRACKETED)?.length ?? 0;
  if (numbers === 0) return candidates === 0 && has(parent, 'a sup');
  if (numbers <= candidates) return false;
  for (const { textContent } of all(parent, 'a[href]:not([href*="#"])')) {
    if (textContent && textContent.length < 24 && /\d/.test(textContent) && NUMBERED.test(textContent)) return true;
  }
  return false;
}

/** The same question for a run among other things. */
function mayHoldCitation(run: Run): boolean {
  let hasElements = false;
  let text = '';
  for (let node: Node | null = run.first; node; node = node === run.last ? null : nextSiblingOf(node)) {
    const element = asElement(node);
    if (element) {
      hasElements = true;
      if (Element.prototype.matches.call(element, CANDIDATE) || has(element, CANDIDATE)) return true;
    }
    if (node.nodeType !== 8) text += textOf(node) ?? '';
    if (text.length > LONGEST) return false;
  }
  return mayHoldIdentifier(text) || (hasElements && text.search(BRACKETED) >= 0);
}

/** Boxes that are called navigation sometimes hold prose. */
const placed = ({ place }: Run, text: string, linked: number): Place =>
  place === 'navigation' && text.replace(/\s+/g, ' ').length - linked > PROSE ? 'text' : place;

/** Reads every word of a run. */
function readThoroughly(run: Run, facts: DocumentFacts): ReadBlock {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const seams: number[] = [];
  const host: LinkHost = { parent: (run.whole ?? parentOf(run.first as Node)) as Element, links: [] };
  let text = '';
  let linked = 0;

  // Plain properties here: only forms can lie about them, and none stands in a run of text.
  const read = (node: Node, depth: number): void => {
    if (node.nodeType === 3) {
      if (text.length + (node as Text).length > LONGEST) return;
      nodes.push(node as Text);
      starts.push(text.length);
      text += (node as Text).data;
      return;
    }
    if (node.nodeType !== 1 || depth > DEEPEST || text.length > LONGEST) return;
    const element = node as Element;
    const tag = element.localName;
    if (SKIPPED.has(tag)) return;
    if (tag === 'br') {
      seams.push(text.length);
      text += '\n';
      return;
    }
    const start = text.length;
    const isSeam = tag === 'a' || tag === 'sup';
    if (isSeam) seams.push(start);
    for (let child = element.firstChild; child; child = child.nextSibling) read(child, depth + 1);
    if (isSeam) seams.push(text.length);
    if (tag !== 'a' || host.links.length >= MOST_LINKS) return;
    linked += text.length - start;
    const href = hrefOf(element, facts);
    const label = text.slice(start);
    if (mayCite(element, href, label)) {
      host.links.push(new LiveLink(element, href, label, start, text.length, host, facts));
    }
  };
  const { last } = run;
  for (let node: Node | null = run.first; node; node = node === last ? null : node.nextSibling) read(node, 0);
  host.text = text;
  return { block: { text, place: placed(run, text, linked), links: host.links, seams }, nodes, starts };
}

/** Whether a link could be a citation, by its address, its label or its class. Most of a page's links could not. */
function mayCite(link: Element, href: string, label: string): boolean {
  if (href.startsWith('#')) return href.length > 1;
  if (href === '') return false;
  return (
    mayBeIdentifier(href) ||
    (label.length < 24 && /\d/.test(label) && NUMBERED.test(label)) ||
    MARKED.test(attributeOf(link, 'class') ?? '')
  );
}

/**
 * A static range over a citation.
 *
 * @param link - Index of the link that it is; `until` the one before which a member of a range ends.
 * @returns undefined where its block has no text there.
 */
export function rangeOf(
  { block, nodes, starts }: ReadBlock,
  place: { readonly start: number; readonly end: number; readonly link?: number; readonly until?: number },
): StaticRange | undefined {
  const element = place.link === undefined ? undefined : block.links[place.link]?.element;
  if (element) {
    const last = edgeOf(element, 'lastChild');
    const lastOffset = last.nodeType === 3 ? (last as Text).length : last.childNodes.length;
    const next = place.until === undefined ? undefined : block.links[place.until]?.element;
    const first = edgeOf(element, 'firstChild');
    return next
      ? new StaticRange({
          startContainer: last,
          startOffset: lastOffset,
          endContainer: edgeOf(next, 'firstChild'),
          endOffset: 0,
        })
      : new StaticRange({ startContainer: first, startOffset: 0, endContainer: last, endOffset: lastOffset });
  }
  const first = nodeAt(starts, place.start);
  const last = nodeAt(starts, Math.max(place.start, place.end - 1));
  const from = nodes[first];
  const to = nodes[last];
  if (!from || !to) return undefined;
  return new StaticRange({
    startContainer: from,
    startOffset: Math.min(from.length, place.start - starts[first]!),
    endContainer: to,
    endOffset: Math.min(to.length, Math.max(0, place.end - starts[last]!)),
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
