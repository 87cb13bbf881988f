import { identifierFromUrl } from '../model/canonical';
import type { Identifier } from '../model/identifier';
import { cleanText } from '../works/clean';
import { idFrom } from './record';
import { firstText, list, type Shape, shape, text } from './shape';

/** What a page's JSON-LD says of its work (https://schema.org/ScholarlyArticle). Empty strings and lists stand for "not said". */
export interface LinkedData {
  /** CSL type. */
  readonly type: string;
  readonly title: string;
  readonly container: string;
  readonly publisher: string;
  readonly authors: readonly { readonly name: string; readonly isGroup: boolean }[];
  readonly published: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly issn: string;
  readonly abstract: string;
  readonly description: string;
  readonly ids: readonly Identifier[];
}

/** Sorts of things by how surely they are what a page is about, and the CSL types for them. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^(?:medical)?scholarlyarticle$/, 'article-journal'],
  [/^thesis$/, 'thesis'],
  [/^report$|^technicalreport$/, 'report'],
  [/^chapter$/, 'chapter'],
  [/^book$/, 'book'],
  [/^dataset$/, 'dataset'],
  [/^software(?:sourcecode|application)$/, 'software'],
  [/newsarticle$/, 'article-newspaper'],
  [/^blogposting$/, 'post-weblog'],
  [/article$|^posting$|^socialmediaposting$|^techarticle$/, 'webpage'],
  [/^(?:medical)?webpage$|^creativework$/, 'webpage'],
];

const sortsOf = (item: Shape): string[] =>
  list(item['@type']).map((sort) =>
    text(sort)
      .toLowerCase()
      .replace(/^(?:https?:\/\/schema\.org\/|schema:)/, ''),
  );

const rankOf = (item: Shape): number => {
  const place = TYPES.findIndex(([name]) => sortsOf(item).some((sort) => name.test(sort)));
  return place < 0 ? TYPES.length : place;
};

/** The words of a value: a string, or an object with a name or `@value`. */
const words = (value: unknown): string => {
  const [first] = list(value);
  return firstText(first, shape(first).name, shape(first)['@value'], shape(first).headline);
};

/** Whether an object says by its address that it is about this page. */
function isHere(item: Shape, url: string): boolean {
  const bare = (address: string) => address.replace(/^https?:\/\/(?:www\.)?|[?#].*$|\/$/g, '').toLowerCase();
  return [item.url, item['@id'], shape(item.mainEntityOfPage)['@id'], item.mainEntityOfPage].some(
    (address) => text(address) !== '' && bare(text(address)) === bare(url),
  );
}

/**
 * The object that a page is about, read: the most scholarly one that has a name; of several of one sort the one that names the
 * page's own address, since lists of related articles have as many.
 */
export function readLinkedData(items: readonly Shape[], url: string): LinkedData {
  const known = items
    .flatMap((item) => [item, shape(item.mainEntity)])
    .filter((item) => rankOf(item) < TYPES.length && words(item.headline ?? item.name) !== '')
    .sort((a, b) => rankOf(a) - rankOf(b) || Number(isHere(b, url)) - Number(isHere(a, url)));
  const item = known[0] ?? {};
  const [whole, outer] = nested(item.isPartOf);
  // Issue and volume stand between an article and its journal.
  const journal =
    [whole, outer, ...nested(outer?.isPartOf)].find((part) => part && sortsOf(part).includes('periodical')) ??
    lastNamed(whole, outer);
  const type = TYPES[rankOf(item)]?.[1] ?? '';
  const [start, end] = [text(item.pageStart), text(item.pageEnd)];
  const parts = [item, whole ?? {}, outer ?? {}];
  return {
    type,
    title: firstText(words(item.headline), words(item.name)),
    container: /^(?:webpage|post-weblog)$/.test(type) ? '' : words(journal?.name),
    publisher: words(item.publisher),
    authors: list(item.author ?? item.creator)
      .slice(0, 500)
      .map((author) => ({
        name: cleanText(nameIn(author)),
        isGroup: /organi[sz]ation|group/i.test(words(shape(author)['@type'])),
      })),
    published: firstText(words(item.datePublished), words(item.dateCreated)),
    volume: firstText(...parts.map((part) => part.volumeNumber)),
    issue: firstText(...parts.map((part) => part.issueNumber)),
    pages: start && end && start !== end ? `${start}-${end}` : firstText(start, item.pagination),
    issn: words(journal?.issn),
    abstract: words(item.abstract),
    description: words(item.description),
    ids: identifiersOf(item),
  };
}

/** A whole and what that is part of, in turn. */
function nested(value: unknown): readonly [Shape | undefined, Shape | undefined] {
  const [whole] = list(value)
    .map(shape)
    .filter((part) => Object.keys(part).length > 0);
  const [outer] = list(whole?.isPartOf).map(shape);
  return [whole, outer];
}

/** The outermost whole that has a name: an issue may have one of its own. A site is no journal. */
const lastNamed = (...parts: readonly (Shape | undefined)[]): Shape | undefined =>
  parts.findLast(
    (part) =>
      part &&
      words(part.name) !== '' &&
      !sortsOf(part).some((sort) => /^(?:website|webpage|collection|publicationissue|publicationvolume)$/.test(sort)),
  );

const nameIn = (author: unknown): string => {
  const { familyName, givenName } = shape(author);
  const family = text(familyName);
  return family ? [family, text(givenName)].filter(Boolean).join(', ') : words(author);
};

/** DOIs and other names in `identifier`, `sameAs`, `@id` and `doi`. An address that is no identifier is left out. */
function identifiersOf(item: Shape): readonly Identifier[] {
  const values = [item.doi, ...list(item.identifier), ...list(item.sameAs), item['@id']].flatMap((value) => {
    const { propertyID, value: inner } = shape(value);
    const id = firstText(inner, value);
    return /pmid|pubmed/i.test(text(propertyID))
      ? (idFrom('pmid', id) ?? [])
      : /isbn/i.test(text(propertyID))
        ? (idFrom('isbn', id) ?? [])
        : [idFrom('doi', id) ?? identifierFromUrl(id)];
  });
  return [...values, idFrom('isbn', words(item.isbn))].filter(
    (id) => id !== undefined && id.scheme !== 'url',
  ) as Identifier[];
}
