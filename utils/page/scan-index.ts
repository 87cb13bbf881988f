import { comparePositions } from './dom';
import type { PageCitation } from './door';

/** Citations by their links, the text nodes they stand in, and the numbers of their clusters. */
export type Index = Map<Node | number, PageCitation[]>;

/** Makes the index of a list; citations that share a key stay in order. */
export function indexOf(list: readonly PageCitation[]): Index {
  const index: Index = new Map();
  for (const one of list) {
    for (const key of new Set<Node | number | undefined>([one.link, ...textsIn(one.range), one.cluster])) {
      if (key === undefined) continue;
      const kept = index.get(key);
      if (kept) kept.push(one);
      else index.set(key, [one]);
    }
  }
  return index;
}

/** Most nodes of one citation: the dash of a range stands between two links. */
const MOST_TEXTS = 12;

/** The nodes in which a range begins and ends, and the texts between them. */
function textsIn({ startContainer, endContainer }: StaticRange): readonly Node[] {
  if (startContainer === endContainer) return [startContainer];
  const nodes: Node[] = [startContainer, endContainer];
  const root = startContainer.getRootNode();
  const walker = Document.prototype.createTreeWalker.call(startContainer.ownerDocument, root, NodeFilter.SHOW_TEXT);
  walker.currentNode = startContainer;
  const isBeforeEnd = (node: Node) => comparePositions(node, endContainer) & Node.DOCUMENT_POSITION_FOLLOWING;
  for (let node = walker.nextNode(); node && isBeforeEnd(node) && nodes.length < MOST_TEXTS; ) {
    nodes.push(node);
    node = walker.nextNode();
  }
  return nodes;
}

/** The node itself, or the host of the outermost shadow root it is in. */
function inLight(node: Node): Node {
  let at = node;
  for (let host = at; host; host = (host.getRootNode() as Partial<ShadowRoot>).host as Node) at = host;
  return at;
}

/** Compares two citations for sorting, through shadow roots too. */
export function inDocumentOrder(a: PageCitation, b: PageCitation): number {
  let from = a.range.startContainer;
  let to = b.range.startContainer;
  if (from === to) return a.range.startOffset - b.range.startOffset;
  if (from.getRootNode() !== to.getRootNode()) [from, to] = [inLight(from), inLight(to)];
  return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
}
