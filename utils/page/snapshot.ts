import { mayBeIdentifier } from '../model/address-identifier';
import { identifiersInText } from '../model/canonical';
import { mayHoldIdentifier } from '../model/identifier-hints';
import { CIRCLED, GLUED, RAISED } from '../model/raised-digits';
import type { Place, SnapshotBlock } from '../model/snapshot';
import { UNDATED } from '../model/undated';
import { blockAround, INLINE_TAGS, type Run, SKIPPED } from './blocks';
import { all, asElement, attributeOf, first, has, nextSiblingOf, parentOf, tagOf, textOf } from './dom';
import { type DocumentFacts, endOf, hrefOf, type LinkHost, LiveLink } from './scan-links';
import { plainDigits, RAISED_TEXT } from './scan-words';
import { SIGNS, signOf } from './signs';

/** A block with the nodes it was made of. */
export interface ReadBlock {
  readonly block: SnapshotBlock & { readonly links: readonly LiveLink[] };
  /** Text nodes in order, and the offset at which each begins; empty where the block is partial. */
  readonly nodes: readonly Text[];
  readonly starts: readonly number[];
}

/** Links that can be citations, as far as a style selector sees. Everything else is dismissed without being touched. */
const partOf = (attribute: string, parts: string) =>
  parts
    .split(' ')
    .map((part) => `[${attribute}*="${part}"]`)
    .join(',');
// Short and few: each is looked for in every link. `mayCite` looks closer. Hosts only where there is one.
const LINKS =
  `a:is([href*="#"]:not([href="#"]),${partOf('href', '10. 10%2 pubmed pmc isbn ISBN BookS findings. link_type')},` +
  `[href*="//"]:is(${partOf('href', 'doi .gov arxiv preprints researchsq nature.com/a elifesc bmj. /PIIS openalex scholar. adsabs anthology ssrn handle. isrctn sregister.')}),` +
  // Pages that keep a citation's target in another attribute than its address say by class what it is.
  `[class]:is(${partOf('class', 'ref cit bib note Ref Cit')}),sup [href],[href][role],[data-rid],[onclick*=note])`;
const CANDIDATE = [LINKS, ...SIGNS].join(',');

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

/** What is left alone with everything in it. */
const CLOSED = '[contenteditable]:not([contenteditable="false"]),[role="textbox"],svg,button,canvas,video,audio';

/** Links between two looks at the time. */
const AT_ONCE = 16;

/** Blocks with something to look at, in order, with their links that could be citations. */
export type Candidates = ReadonlyMap<Node, readonly Element[]>;

/** Searches a piece of a page once for what would otherwise be searched for in each of its blocks. Stops between any two links. */
export function* candidatesUnder(
  root: Element | Document | ShadowRoot,
  facts: DocumentFacts,
): Generator<void, Candidates> {
  const candidates = new Map<Node, Element[]>();
  let step = 0;
  // Where superscripts can be markers, they count as links do. What there is none of is not searched for in every element.
  const wanted = [LINKS];
  for (const sign of facts.citesInText() ? [...SIGNS, RAISED_TEXT] : SIGNS) {
    if (first(root, sign)) wanted.push(sign);
    yield;
  }
  for (const element of all(root, wanted.join(','))) {
    const block = blockAround(element);
    let links = candidates.get(block);
    if (!links) {
      links = [];
      candidates.set(block, links);
    }
    links.push(element);
    if (++step % AT_ONCE === 0) yield;
  }
  return candidates;
}

/**
 * A run of nodes as data.
 *
 * @param candidates - What {@link candidatesUnder} found in the piece of the page that the run is in.
 * @param isCertain - It is known to be of interest.
 * @returns undefined where nothing in it could be a citation, found out by native searches alone; and for what the reader
 *   is writing.
 */
export function readBlock(
  run: Run,
  facts: DocumentFacts,
  candidates: Candidates,
  isCertain: boolean,
): ReadBlock | undefined {
  const around = run.whole ?? asElement(run.first && parentOf(run.first));
  if (!around) return undefined;
  const read = run.whole
    ? readWhole(run, run.whole, facts, candidates)
    : mayHoldCitation(run, facts)
      ? readThoroughly(run, facts)
      : undefined;
  if ((read || isCertain) && Element.prototype.closest.call(around, CLOSED)) return undefined;
  return read ?? (isCertain ? readThoroughly(run, facts) : undefined);
}

/** Reads a run that is all of its parent: only its links, where nothing else in it matters. */
function readWhole(run: Run, parent: Element, facts: DocumentFacts, candidates: Candidates): ReadBlock | undefined {
  const found = candidates.get(parent) ?? [];
  const text = textOf(parent) ?? '';
  if (text.length > LONGEST) return undefined;
  if (found.some((element) => tagOf(element) !== 'a')) return readThoroughly(run, facts);
  const host: LinkHost = { parent, links: [] };
  // Without the text between them, links have ranks for offsets.
  const links = found
    .slice(0, MOST_LINKS)
    .map((element, rank) => new LiveLink(element, hrefOf(element, facts), rank * 2, rank * 2 + 1, host, facts));
  if (mayHoldIdentifier(text)) {
    const linked = new Set(links.map(({ identifier }) => identifier?.value));
    if (identifiersInText(text).some(({ identifier }) => !linked.has(identifier.value)))
      return readThoroughly(run, facts);
  }
  if (mayHoldMarkers(text, parent, facts) || holdsNumberLinks(parent, text, found.length))
    return readThoroughly(run, facts);
  for (const link of links) keep(link, host);
  if (host.links.length === 0) return undefined;
  const place = placed(run, text, () => links.reduce((sum, { label }) => sum + label.length, 0));
  return { block: { text: '', place, links: host.links, seams: [], isPartial: true }, nodes: [], starts: [] };
}

/** Whether words could hold a citation, beside links that could be one. */
export const wordsMayCite = (text: string, facts: DocumentFacts): boolean =>
  mayHoldIdentifier(text) || text.search(BRACKETED) >= 0 || (facts.citesInText() && UNLINKED.test(text));

/**
 * Whether anything in a list or table could be a citation, however many rows it has: menus and data are dismissed whole.
 * What may hide something from a look at its text and links (other elements can have shadow roots) is not dismissed.
 */
export function mayHoldAny(list: Element): boolean {
  const text = textOf(list) ?? '';
  return (
    mayHoldIdentifier(text) ||
    NAMED_YEAR.test(text) ||
    text.search(BRACKETED) >= 0 ||
    has(list, `${CANDIDATE},a sup,${NOT_PLAIN_LIST}`)
  );
}

const NOT_PLAIN_LIST = `:not(${`${INLINE_TAGS} caption col colgroup dd div dl dt h2 h3 h4 li nav ol p svg tbody td tfoot th thead tr ul`.split(' ').join(',')},svg *)`;

/** A name with a year: what a table of data does not have. */
const NAMED_YEAR = /\p{Lu}[\p{L}’'-]{1,30}(?: et al\.?)?,?\s?[(（]?(?:19|20)\d\d[a-z]?[);）\p{Lu}]/u;

/** Markers that no link stands for; they mean something only beside a list. */
const UNLINKED = new RegExp(
  `[[(（［【]\\s?[\\d٠-٩۰-۹०-৯]{1,3}[\\s\\]),;،，、–—\\]］】-]|[${RAISED}${CIRCLED}*†‡§¶]|\\[\\^|\\d[)）\\]]|(?:1[5-9]|20)\\d\\d[a-z]?(?![\\d\\p{Ll}])|${UNDATED}|${GLUED}`,
  'u',
);

const mayHoldMarkers = (text: string, parent: Element, facts: DocumentFacts): boolean =>
  facts.citesInText() && (UNLINKED.test(text) || has(parent, RAISED_TEXT));

/** Whether links other than the candidates have numbers for labels. */
function holdsNumberLinks(parent: Element, text: string, candidates: number): boolean {
  const numbers = text.match(BRACKETED)?.join().match(/\d+/g)?.length ?? 0;
  if (numbers === 0) return candidates === 0 && has(parent, 'a sup');
  if (numbers <= candidates) return false;
  for (const { textContent } of all(parent, 'a[href]:not([href*="#"])')) {
    if (textContent && isNumber(textContent)) return true;
  }
  return false;
}

/** The same question for a run among other things. */
function mayHoldCitation(run: Run, facts: DocumentFacts): boolean {
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
  return (
    mayHoldIdentifier(text) ||
    (facts.citesInText() && UNLINKED.test(text)) ||
    (hasElements && text.search(BRACKETED) >= 0)
  );
}

/** Boxes that are called navigation sometimes hold prose. */
const placed = ({ place }: Run, text: string, linked: () => number): Place =>
  place === 'navigation' && text.replace(/\s+/g, ' ').length - linked() > PROSE ? 'text' : place;

/** Reads every word of a run. */
function readThoroughly(run: Run, facts: DocumentFacts): ReadBlock {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const seams: number[] = [];
  const raised: { start: number; end: number }[] = [];
  const host: LinkHost = { parent: (run.whole ?? parentOf(run.first as Node)) as Element, links: [] };
  // Elsewhere the line breaks of the source are spaces, and those of the page elements.
  const isLaidOut = Element.prototype.closest.call(host.parent, 'pre') !== null;
  let text = '';
  let linked = 0;

  // Plain properties here: only forms can lie about them, and none stands in a run of text.
  const read = (node: Node, depth: number): void => {
    if (node.nodeType === 3) {
      if (text.length + (node as Text).length > LONGEST) return;
      nodes.push(node as Text);
      starts.push(text.length);
      const words = plainDigits((node as Text).data);
      text += isLaidOut ? words : words.replaceAll('\n', ' ');
      return;
    }
    if (node.nodeType !== 1 || depth > DEEPEST || text.length > LONGEST) return;
    const element = node as Element;
    const tag = element.localName;
    // A button for a raised number unfolds what the number stands for.
    if (tag === 'math' || (SKIPPED.has(tag) && (tag !== 'button' || tagOf(element.parentElement ?? element) !== 'sup')))
      return;
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
    if (depth < 99 && text.length - start < 80 && Element.prototype.matches.call(element, RAISED_TEXT))
      raised.push({ start, end: text.length });
    const sign = tag === 'a' ? undefined : signOf(element);
    if ((tag !== 'a' && !sign) || host.links.length >= MOST_LINKS) return;
    linked += text.length - start;
    const href = sign ? '' : hrefOf(element, facts);
    const link = new LiveLink(element, href, start, text.length, host, facts, sign?.label ?? text.slice(start), sign);
    const inner = sign ? host.links.findIndex((other) => other.start >= start && other.end > start) : -1;
    if (inner < 0) keep(link, host);
    // A note that cites stands where it begins, before what it cites; what else is round others stands for nothing itself.
    else if (tag.includes('-'))
      host.links.splice(inner, 0, new LiveLink(element, '', start, start, host, facts, text.slice(start), sign));
  };
  const { last } = run;
  for (let node: Node | null = run.first; node; node = node === last ? null : node.nextSibling) read(node, 0);
  host.text = text;
  return {
    block: {
      text,
      place: placed(run, text, () => linked),
      links: host.links,
      seams,
      raised,
    },
    nodes,
    starts,
  };
}

/** Adds a link to its block, if it could be a citation. */
function keep(link: LiveLink, { links }: LinkHost): void {
  if (!link.sign && !mayCite(link)) return;
  link.previous = links.at(-1);
  links.push(link);
}

/** Whether a link could be a citation, by its address, its label or its class. Most of a page's links could not. */
function mayCite(link: LiveLink): boolean {
  const { href, element } = link;
  if (href.length > 1 && href.startsWith('#')) return true;
  const isMarked =
    MARKED.test(attributeOf(element, 'class') ?? '') ||
    attributeOf(element, 'data-rid') !== null ||
    attributeOf(element, 'onclick') !== null;
  return (
    isMarked ||
    (href.length > 1 &&
      (mayBeIdentifier(href) || isNumber(link.label) || (href.includes('#') && /\d{4}/.test(link.label))))
  );
}

const isNumber = (label: string): boolean => label.length < 24 && /\d/.test(label) && NUMBERED.test(label);

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
    // Its own edges: the texts in it need not be touched.
    const end = endOf(element);
    const next = place.until === undefined ? undefined : block.links[place.until]?.element;
    return next
      ? new StaticRange({ startContainer: element, startOffset: end, endContainer: next, endOffset: 0 })
      : new StaticRange({ startContainer: element, startOffset: 0, endContainer: element, endOffset: end });
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
