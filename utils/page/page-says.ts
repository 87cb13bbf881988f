import type { PageSays } from '../model/page-names';
import { all, attributeOf } from './dom';

/** Most names that are read, and the longest content: a head can be anything. */
const MOST = 40;
const LONGEST = 1000;

/** Names in which pages print identifiers of themselves; see `NAMING` of `model/page-names.ts` for what they mean. */
const NAMING = /doi|pmid|arxiv_id|^dc\.identifier/i;

/**
 * What a page says of itself in its head.
 *
 * @param isMoved - The address has changed since the document was loaded: what its head says may be about the old one.
 */
export function pageSays(document: Document, isMoved = false): PageSays {
  const { href: url } = document.location;
  if (isMoved) return { url, names: [] };
  const canonical = document.querySelector<HTMLLinkElement>('head link[rel~="canonical" i][href]')?.href;
  const names = [...all(document, 'meta[name][content]')]
    .map((meta) => ({ name: attributeOf(meta, 'name') ?? '', content: attributeOf(meta, 'content') ?? '' }))
    .filter(({ name, content }) => NAMING.test(name) && name.length < 100 && content.length <= LONGEST)
    .slice(0, MOST);
  return { url, ...(canonical && { canonical }), names };
}
