import type { PageCitation } from './door';
import type { MarkRegistry } from './mark-registry';
import { citationAtPoint } from './scan-point';

/** A word of the page that the reader has explained, with its place. */
export interface TermMark<T> {
  readonly term: T;
  /** The place as a citation of nothing, so that notes can stand beside it. */
  readonly place: PageCitation;
}

/** The marks under words that the reader has explained. */
export interface TermMarks<T> {
  readonly all: readonly TermMark<T>[];
  at(target: Element | null, x: number, y: number): TermMark<T> | undefined;
  clear(): void;
}

/** Finds terms in the text of one node. */
export type FindTerms<T> = (
  text: string,
) => readonly { readonly term: T; readonly start: number; readonly end: number }[];

/** Name of the highlight, as the style sheet has it. A page's scripts can read it, and must learn nothing from it. */
const NAME = 'cite-word';
/** What is not running text: what the reader writes, what a machine reads, and what leads elsewhere already. */
const SKIPPED =
  'script, style, noscript, template, textarea, input, select, button, code, pre, a[href], [contenteditable], svg, math, nav';
/** Each of these begins a section, in which a word is marked once. */
const HEADING = /^h[1-6]$/;
/** Text nodes that are read in one task, and the most marks on a page. */
const AT_ONCE = 400;
const MOST = 500;

/**
 * Marks the first occurrence of each term in each section: no node of the page is touched. Without a registry there are none.
 *
 * @param isOurs - Whether an element is a host of ours.
 * @param signal - Ends the search, and takes the marks away.
 * @returns The marks; they grow as the page is read.
 */
export function markTerms<T>(
  window: Window & typeof globalThis,
  find: FindTerms<T>,
  isOurs: (element: Element) => boolean,
  signal: AbortSignal,
  registry: MarkRegistry | undefined,
): TermMarks<T> {
  const { document } = window;
  const marks: TermMark<T>[] = [];
  const byNode = new Map<Node, PageCitation[]>();
  const clear = () => {
    window.clearTimeout(timer);
    if (registry?.get(NAME) === highlight) registry?.delete(NAME);
    marks.length = 0;
    byNode.clear();
  };
  const result: TermMarks<T> = {
    all: marks,
    at(target, x, y) {
      const place = citationAtPoint(document, target, x, y, (node) => byNode.get(node) ?? []);
      return marks.find((mark) => mark.place === place);
    },
    clear,
  };
  if (!registry || !document.body) return { ...result, clear: () => {} };
  const highlight = new window.Highlight();
  let timer: number | undefined;
  let seen = new Set<T>();

  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
    if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
    const element = node as Element;
    return element.matches(SKIPPED) || isOurs(element) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT;
  });
  const mark = (node: Text) => {
    for (const { term, start, end } of find(node.data)) {
      if (seen.has(term) || marks.length >= MOST) continue;
      if (node.parentElement?.checkVisibility?.() === false) return;
      seen.add(term);
      const range = new StaticRange({ startContainer: node, startOffset: start, endContainer: node, endOffset: end });
      const place: PageCitation = {
        citation: { kind: 'page-note', label: node.data.slice(start, end), identifiers: [], confidence: 1 },
        range,
        cluster: -2 - marks.length,
      };
      marks.push({ term, place });
      byNode.set(node, [...(byNode.get(node) ?? []), place]);
      highlight.add(range);
    }
  };
  const read = () => {
    for (let count = 0; count < AT_ONCE; count += 1) {
      const node = walker.nextNode();
      if (!node || marks.length >= MOST) {
        if (marks.length > 0) registry.set(NAME, highlight);
        return;
      }
      if (node.nodeType === Node.TEXT_NODE) mark(node as Text);
      else if (HEADING.test((node as Element).localName)) seen = new Set();
    }
    timer = window.setTimeout(read);
  };
  read();
  signal.addEventListener('abort', clear, { once: true });
  return result;
}
