import type { PageSays } from '../model/page-names';
import { all, attributeOf, firstChildOf } from './dom';
import { contextObject, microdata } from './page-microdata';

/** Most names that are read, and the longest content: a head can be anything. */
const MOST = 100;
const LONGEST = 1000;

/** Most pieces of JSON-LD, what stands in its place included, the longest of them, and what those that describe a document name. */
const MOST_LINKED = 5;
const LONGEST_LINKED = 50_000;
const DOCUMENT = /Article"|Report"|Book"|Posting"|Dataset"|Thesis"|Chapter"/;

/** Names in which pages tell of themselves; `model/page-names.ts` and `model/page-about.ts` say what they mean. */
const NAMING = /^(?:bepress_)?citation_(?!ref)|^(?:dc|dcterms|prism|eprints)\.|^og:|^article:|^date|modified/i;

/**
 * What a page says of itself in its head.
 *
 * @param isMoved - The address has changed since the document was loaded: what its head says may be about the old one.
 */
export function pageSays(document: Document, isMoved = false): PageSays {
  const { href: url } = document.location;
  if (isMoved) return { url, names: [] };
  const canonical = document.querySelector<HTMLLinkElement>('head link[rel~="canonical" i][href]')?.href;
  const names = [...all(document, 'meta[content]')]
    .map((meta) => ({
      name: attributeOf(meta, 'name') ?? attributeOf(meta, 'property') ?? attributeOf(meta, 'itemprop') ?? '',
      content: attributeOf(meta, 'content') ?? '',
    }))
    .filter(({ name, content }) => NAMING.test(name) && name.length < 100 && content.length <= LONGEST)
    .slice(0, MOST);
  const linked = [...all(document, 'script[type="application/ld+json"]')]
    .map((script) => (firstChildOf(script) as Text | null)?.data ?? '')
    .filter((text) => text.length <= LONGEST_LINKED && DOCUMENT.test(text))
    .slice(0, MOST_LINKED - 2)
    .concat([microdata(document), contextObject(document)].filter((text) => text !== undefined));
  return { url, ...(canonical && { canonical }), names, ...(linked.length > 0 && { linked }) };
}
