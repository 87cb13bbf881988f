import { mayBeIdentifier } from '../model/address-identifier';
import { identifierFromUrl, identifiersInText, mayHoldIdentifier } from '../model/canonical';
import type { Place, SnapshotBlock } from '../model/snapshot';
import type { Run } from './blocks';
import { all, asElement, attributeOf, has, nextSiblingOf, parentOf, previousSiblingOf, tagOf, textOf } from './dom';
import { type DocumentFacts, hrefOf, LiveLink } from './scan-links';

/** A block with the nodes it was made of. */
export interface ReadBlock {
  readonly block: SnapshotBlock;
  /** Text nodes in order, and the offset at which each begins; read when somebody asks. */
  texts(): { readonly nodes: readonly Text[]; readonly starts: readonly number[] };
  /** In the order of `block.links`. */
  readonly links: readonly Element[];
}

/** Links that can be citations, as far as a style selector sees. Everything else is dismissed without being touched. */
const CANDIDATE_LINKS = [
  'a[href*="#"]:not([href="#"])',
  ...'10. 10%2 doi pubmed ncbi.nlm pmc arxiv isbn ISBN BookSources openalex semanticscholar adsabs anthology ssrn handle.net eric.ed ClinicalTrials clinicaltrials isrctn findings.org link_type'
    .split(' ')
    .map((part) => `a[href*="${part}"]`),
  // Pages that keep a citation's target in another attribute than its address say by class what it is.
  ...'ref cit bib note Ref Cit'.split(' ').map((part) => `a[class*="${part}"]`),
  'sup a[href]',
  'a[href][role]',
].join(',');
const CANDIDATE = `${CANDIDATE_LINKS},a sup`;

const SKIPPED = new Set(
  'script style noscript template svg textarea select option button iframe canvas video audio math'.split(' '),
);

/** Classes of links that may be citations whatever their address. */
const MARKED = /ref|cit|bib|note/i;
/** Labels that are little more than a number or a year. */
const NUMBERED = /^[\s[(]*(?:[a-z]{1,8}\.? ?)?\d{1,4}[a-z]?[\s–—/-]*\d{0,4}[\s\])]*$/i;

/** A number in brackets, as clusters of links print it. */
const BRACKETED = /[([]\s{0,3}\d{1,4}/g;

/** Longest block that is read; longer ones are data. */
const LONGEST = 200_000;
/** Most links of one block that are read. */
const MOST_LINKS = 3000;
const DEEPEST = 100;

/** Whether anything in a run of nodes could be a citation. Cheap: native searches only. */
export const isInteresting = (run: Run): boolean => mayHoldCitation(run) && !isInEditor(run);

function mayHoldCitation(run: Run): boolean {
  const parent = wholeParent(run);
  let hasElements = false;
  let text = '';
  for (let node: Node | null = run.first; node; node = node === run.last ? null : nextSiblingOf(node)) {
    const element = asElement(node);
    if (element) {
      hasElements = true;
      // Asked of the parent where that is all one run: one search instead of many.
      if (has(parent ?? element, CANDIDATE)) return true;
      if (parent) break;
      if (Element.prototype.matches.call(element, CANDIDATE)) return true;
    }
    if (!parent && node.nodeType !== 8) text += textOf(node) ?? '';
    if (text.length > LONGEST) return false;
  }
  if (parent) text = textOf(parent) ?? '';
  return text.length <= LONGEST && (mayHoldIdentifier(text) || (hasElements && text.search(BRACKETED) >= 0));
}

/** Whether a run is being written by the reader. */
const isInEditor = ({ first }: Run): boolean => {
  const parent = asElement(parentOf(first));
  return parent !== undefined && Element.prototype.closest.call(parent, EDITOR) !== null;
};
const EDITOR = '[contenteditable]:not([contenteditable="false"]),[role="textbox"]';

/** A run of nodes as data. */
export function readBlock(run: Run, facts: DocumentFacts): ReadBlock {
  const parent = wholeParent(run);
  const text = parent && (textOf(parent) ?? '');
  if (text && text.length > LONGEST)
    return {
      block: { text: '', place: run.place, links: [], seams: [] },
      texts: () => ({ nodes: [], starts: [] }),
      links: [],
    };
  const quick = parent && text && !has(parent, NOT_PLAIN) ? readAround(run, parent, text, facts) : undefined;
  return quick ?? readThoroughly(run, facts);
}

/** The element that a run is all of, where it is. */
function wholeParent({ first, last }: Run): Element | undefined {
  return previousSiblingOf(first) || nextSiblingOf(last) ? undefined : asElement(parentOf(first));
}

/** What makes the text of an element another than its `textContent`. */
const NOT_PLAIN = 'br,script,style,noscript,svg,math,button';

/** How much of the text before and after a link is read, UTF-16 units: more than any detector looks at. */
const BEFORE = 160;
const AFTER = 60;

/** Stands for the words that were not read. */
const OMITTED = ' … ';

/**
 * Reads of a block only its links and the words around them. A page of two megabytes has forty thousand text nodes, and each
 * that is touched becomes an object.
 *
 * @returns undefined where the rest of the block matters too: identifiers in its words, or numbers that other links hold.
 */
function readAround(run: Run, parent: Element, whole: string, facts: DocumentFacts): ReadBlock | undefined {
  const elements = [...all(parent, has(parent, 'a sup') ? 'a[href]' : CANDIDATE_LINKS)].slice(0, MOST_LINKS);
  const hrefs = elements.map((element) => hrefOf(element, facts));
  if ((whole.match(BRACKETED)?.length ?? 0) > elements.length) {
    for (const { textContent } of all(parent, 'a[href]:not([href*="#"])')) {
      if (textContent && textContent.length < 24 && /\d/.test(textContent) && NUMBERED.test(textContent))
        return undefined;
    }
  }
  if (mayHoldIdentifier(whole)) {
    const linked = new Set(hrefs.map((href) => identifierFromUrl(href)?.value));
    if (identifiersInText(whole).some(({ identifier }) => !linked.has(identifier.value))) return undefined;
  }
  const nodes: Text[] = [];
  const starts: number[] = [];
  const links: LiveLink[] = [];
  const walker = (parent.ownerDocument ?? document).createTreeWalker(parent, NodeFilter.SHOW_TEXT);
  let text = '';
  let previous: Node | undefined;
  const keep = (node: Text, from: number, to: number) => {
    nodes.push(node);
    starts.push(text.length - from);
    text += node.data.slice(from, to);
  };
  /** Adds what follows the last link, as far as it is looked at. */
  const addAfter = () => {
    if (!previous) return;
    walker.currentNode = previous;
    const end = text.length + AFTER;
    while (text.length < end) {
      const node = walker.nextNode() as Text | null;
      if (!node) return;
      keep(node, 0, end - text.length);
    }
    text += OMITTED;
  };
  elements.forEach((element, index) => {
    const href = hrefs[index]!;
    const own = element.textContent ?? '';
    const first = edgeOf(element, 'firstChild');
    if (first.nodeType !== 3 || !mayCite(element, href, own)) return;
    const before: Text[] = [];
    let length = 0;
    walker.currentNode = element;
    let node: Node | null = walker.previousNode();
    for (; node && node !== previous && length < BEFORE; node = walker.previousNode()) {
      before.push(node as Text);
      length += (node as Text).length;
    }
    if (node && node !== previous) addAfter();
    for (const piece of before.reverse()) keep(piece, 0, piece.length);
    const start = text.length;
    nodes.push(first as Text);
    starts.push(start);
    text += own;
    const isRaised = element.closest('sup') !== null || isRaisedInside(element);
    links.push(new LiveLink(element, href, start, text.length, isRaised, facts));
    previous = edgeOf(element, 'lastChild');
  });
  addAfter();
  const linked = links.reduce((sum, { start, end }) => sum + end - start, 0);
  const block: SnapshotBlock = { text, place: placed(run, whole, linked), links, seams: [], isPartial: true };
  return { block, texts: () => ({ nodes, starts }), links: links.map(elementOf) };
}

const elementOf = (link: LiveLink): Element => link.element;

/** Boxes that are called navigation sometimes hold prose. */
const placed = ({ place }: Run, text: string, linked: number): Place =>
  place === 'navigation' && text.replace(/\s+/g, ' ').length - linked > PROSE ? 'text' : place;

function readThoroughly(run: Run, facts: DocumentFacts): ReadBlock {
  const nodes: Text[] = [];
  const starts: number[] = [];
  const seams: number[] = [];
  const links: LiveLink[] = [];
  let text = '';
  let linked = 0;

  // Plain properties here: only forms can lie about them, and none stands in a run of text.
  const read = (node: Node, depth: number, isRaised: boolean): void => {
    if (node.nodeType === 3) {
      nodes.push(node as Text);
      starts.push(text.length);
      text += (node as Text).data;
      return;
    }
    if (node.nodeType !== 1 || depth > DEEPEST) return;
    const element = node as Element;
    const tag = element.localName;
    if (SKIPPED.has(tag)) return;
    if (tag === 'br') {
      seams.push(text.length);
      text += '\n';
      return;
    }
    const start = text.length;
    const isSup = tag === 'sup';
    const isSeam = isSup || tag === 'a';
    if (isSeam) seams.push(start);
    for (let child = element.firstChild; child; child = child.nextSibling) read(child, depth + 1, isRaised || isSup);
    if (!isSeam) return;
    seams.push(text.length);
    if (isSup) return;
    linked += text.length - start;
    const href = hrefOf(element, facts);
    const label = text.slice(start, start + 24);
    if (links.length >= MOST_LINKS || !mayCite(element, href, label)) return;
    links.push(new LiveLink(element, href, start, text.length, isRaised || isRaisedInside(element), facts));
  };
  const isInSup = tagOf(parentOf(run.first) as Element) === 'sup';
  for (let node: Node | null = run.first; node; node = node === run.last ? null : node.nextSibling)
    read(node, 0, isInSup);
  const block = { text, place: placed(run, text, linked), links, seams };
  return { block, texts: () => ({ nodes, starts }), links: links.map(elementOf) };
}

/** Words outside links that make a block prose, whatever the box around it is called. */
const PROSE = 60;

/** Whether a link could be a citation, by its address, its label or its class. Most of a page's links could not. */
function mayCite(link: Element, href: string, label: string): boolean {
  if (href === '') return false;
  return (
    (href.length > 1 && href.startsWith('#')) ||
    mayBeIdentifier(href) ||
    (/\d/.test(label) && NUMBERED.test(label)) ||
    MARKED.test(attributeOf(link, 'class') ?? '')
  );
}

/** Whether all of a link is a superscript. */
function isRaisedInside(link: Element): boolean {
  const only = asElement(link.firstChild);
  return only !== undefined && tagOf(only) === 'sup' && textOf(only)?.trim() === textOf(link)?.trim();
}

/** The first or last text in an element; the element itself where it has none. */
function edgeOf(element: Element, side: 'firstChild' | 'lastChild'): Node {
  let at: Node = element;
  for (let depth = 0; at[side] && depth < 20; depth++) at = at[side] as Node;
  return at.nodeType === 3 ? at : element;
}

/** A static range over a citation's label; undefined where its block has no text there. */
export function rangeOf(
  read: ReadBlock,
  start: number,
  end: number,
  link: number | undefined,
): StaticRange | undefined {
  const known = link === undefined ? undefined : read.block.links[link];
  const element = link === undefined ? undefined : read.links[link];
  if (element && known?.start === start && known.end === end) {
    const startContainer = edgeOf(element, 'firstChild');
    const endContainer = edgeOf(element, 'lastChild');
    const endOffset = endContainer.nodeType === 3 ? (endContainer as Text).length : endContainer.childNodes.length;
    return new StaticRange({ startContainer, startOffset: 0, endContainer, endOffset });
  }
  const { nodes, starts } = read.texts();
  const first = nodeAt(starts, start);
  const last = nodeAt(starts, Math.max(start, end - 1));
  const from = nodes[first];
  const to = nodes[last];
  if (!from || !to) return undefined;
  return new StaticRange({
    startContainer: from,
    startOffset: Math.min(from.length, start - starts[first]!),
    endContainer: to,
    endOffset: Math.min(to.length, Math.max(0, end - starts[last]!)),
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
