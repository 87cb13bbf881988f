import { parentOf } from './dom';
import type { PageCitation } from './door';
import { type Index, inDocumentOrder, indexOf } from './scan-index';
import { citationAtPoint } from './scan-point';

/** What has been found in a page so far. */
export interface Found {
  /** The number of the next cluster. */
  nextCluster: number;
  /** Takes citations in. `areLast`: they stand behind all others. */
  add(citations: readonly PageCitation[], areLast: boolean): void;
  /** Lets go of citations; whether there were any. */
  drop(isGone: (one: PageCitation) => boolean): boolean;
  /** All, in the order of the page. */
  all(): readonly PageCitation[];
  /** Those that stand together with one, itself among them. */
  cluster(citation: PageCitation): readonly PageCitation[];
  /** The citation under a point. */
  at(target: Element | null, x: number, y: number): PageCitation | undefined;
}

/** Keeps what is found in a page: sorted and indexed when somebody asks, so that looking for citations does not pay for it. */
export function createFound(document: Document): Found {
  let list: PageCitation[] = [];
  let isSorted = true;
  let index: Index | undefined;

  const all = () => {
    if (!isSorted) list.sort(inDocumentOrder);
    isSorted = true;
    return list;
  };
  const indexed = () => {
    index ??= indexOf(all());
    return index;
  };
  return {
    nextCluster: 1,
    all,
    add(citations, areLast) {
      if (citations.length === 0) return;
      isSorted &&= areLast;
      for (const one of citations) list.push(one);
      index = undefined;
    },
    drop(isGone) {
      const kept = list.filter((one) => !isGone(one));
      if (kept.length === list.length) return false;
      list = kept;
      index = undefined;
      return true;
    },
    cluster(citation) {
      const places = indexed();
      const { link, range } = citation;
      // Where the page was read again meanwhile, it is another object with another number.
      const now = places.get(link ?? range.startContainer)?.find((one) => one.range.startOffset === range.startOffset);
      return places.get((now ?? citation).cluster) ?? [citation];
    },
    at(target, x, y) {
      for (let at: Node | null = target, depth = 0; at && depth < 12; at = parentOf(at), depth++) {
        const known = indexed().get(at)?.[0];
        if (known?.link === at) return known;
      }
      return citationAtPoint(document, target, x, y, (node) => indexed().get(node) ?? []);
    },
  };
}
