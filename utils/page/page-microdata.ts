import { all, attributeOf, tagOf } from './dom';

/** Types of schema.org that are documents. */
const DOCUMENT = /schema\.org\/\w*(?:Article|Report|Book|Posting|Dataset|Thesis|Chapter)$/;

/** What is read of an item, and the most values of each: an item can hold a whole page. */
const WANTED = /^(?:headline|name|author|creator|datePublished|dateModified|identifier|sameAs|isPartOf|inLanguage)$/;
const MOST = 200;
const LONGEST = 1000;

const short = (text: string | null): string => (text ?? '').replace(/\s+/g, ' ').trim().slice(0, LONGEST);

const itemOf = (element: Element): Element | null =>
  element.parentElement && Element.prototype.closest.call(element.parentElement, '[itemscope]');

/** The value of a property, as a text. */
function wordsOf(element: Element): string {
  if (attributeOf(element, 'itemscope') !== null) {
    const name = [...all(element, '[itemprop="name"]')].find((inner) => itemOf(inner) === element);
    return short(name ? (attributeOf(name, 'content') ?? name.textContent) : element.textContent);
  }
  const named = attributeOf(element, 'content') ?? attributeOf(element, 'datetime');
  return short(named ?? (/^(?:a|link)$/.test(tagOf(element)) ? attributeOf(element, 'href') : element.textContent));
}

/** What microdata says of the document that a page is, in the words of JSON-LD; undefined where it says nothing. */
export function microdata(document: Document): string | undefined {
  const item = [...all(document, '[itemtype]')].find(
    (one) => DOCUMENT.test(attributeOf(one, 'itemtype') ?? '') && attributeOf(one, 'itemprop') !== 'citation',
  );
  if (!item) return undefined;
  const said: Record<string, string[]> = {};
  for (const element of all(item, '[itemprop]')) {
    if (itemOf(element) !== item) continue;
    for (const name of (attributeOf(element, 'itemprop') ?? '').split(/\s+/)) {
      const value = WANTED.test(name) ? wordsOf(element) : '';
      const values = said[name] ?? [];
      if (value && values.length < MOST) said[name] = [...values, value];
    }
  }
  const { headline, name, ...others } = said;
  return describing({ ...others, headline: (headline ?? name)?.[0] });
}

/**
 * What the one ContextObject of a page (COinS, http://ocoins.info) says of it, in the words of JSON-LD. Where there are several they are of
 * what it cites.
 */
export function contextObject(document: Document): string | undefined {
  const spans = all(document, 'span.Z3988[title]');
  if (spans.length !== 1) return undefined;
  const said = new URLSearchParams(short(attributeOf(spans[0]!, 'title')));
  const first = (...names: readonly string[]) =>
    names.map((name) => said.get(`rft.${name}`)).find(Boolean) ?? undefined;
  return describing({
    headline: first('atitle', 'title', 'btitle'),
    author: said.getAll('rft.au'),
    datePublished: first('date'),
    isPartOf: first('jtitle', 'stitle'),
    identifier: said.getAll('rft_id').map((id) => id.replace(/^info:doi\//, 'doi:')),
  });
}

/** Nothing where there is not even a title. */
function describing(said: Readonly<Record<string, string | readonly string[] | undefined>>): string | undefined {
  const one = Object.entries(said).map(([name, value]) => [name, value?.length === 1 ? value[0] : value]);
  return said.headline ? JSON.stringify({ ...Object.fromEntries(one), '@type': 'ScholarlyArticle' }) : undefined;
}
