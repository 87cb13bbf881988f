import { canonicalIdentifier } from './canonical';
import { type Identifier, identifierKey } from './identifier';
import { worksInLinkedText } from './linked-text';
import { ownIdentifiers, type PageSays } from './page-names';

/** What a page says of the work it is. What it does not say is left out. */
export interface PageAbout {
  readonly title?: string;
  /** Names as printed, in order. */
  readonly authors: readonly string[];
  /** Journal, book or site. */
  readonly container?: string;
  /** BCP 47, as written. */
  readonly language?: string;
  /** Days, months or years as ISO 8601: `2019-03-07`, `2019-03`, `2019`. */
  readonly published?: string;
  /** Of the last change, where it is later than `published`. */
  readonly revised?: string;
  readonly identifiers: readonly Identifier[];
}

/** Names of `<meta>`s by what they tell, most trusted first: Highwire, bepress, EPrints, PRISM, Dublin Core, Open Graph. */
const NAMES = {
  title: /^(?:(?:bepress_)?citation_title|eprints\.title|(?:dc|dcterms)\.title|og:title)$/i,
  authors: /^(?:(?:bepress_)?citation_authors?|eprints\.creators_name|(?:dc|dcterms)\.creator)$/i,
  container:
    /^(?:(?:bepress_)?citation_(?:journal_title|conference_title|inbook_title)|eprints\.publication|prism\.publicationname|og:site_name)$/i,
  language: /^(?:citation_language|(?:dc|dcterms)\.language|og:locale)$/i,
  published:
    /^(?:(?:bepress_)?citation_(?:publication_date|online_date|date|year)|eprints\.date|prism\.publicationdate|(?:dc|dcterms)\.(?:date(?:\.(?:issued|created|available))?|issued|created|available)|article:published_time|datepublished)$/i,
  revised:
    /^(?:(?:dc|dcterms)\.(?:date\.)?modified|prism\.modificationdate|article:modified_time|og:updated_time|datemodified|last-modified)$/i,
} as const;

/** A date as ISO 8601, as exactly as it was written; undefined where day and month cannot be told apart. */
export function isoDate(raw: string): string | undefined {
  const [, year, month, day] = /^\s*([12]\d{3})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?![-/.\d])/.exec(raw) ?? [];
  if (!year || Number(month ?? 1) < 1 || Number(month ?? 1) > 12 || Number(day ?? 1) < 1 || Number(day ?? 1) > 31)
    return undefined;
  return [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
}

/** What a page says of the work it is: its `<meta>`s before its JSON-LD, each in the order of trust. */
export function pageAbout(says: PageSays): PageAbout {
  const works = worksInLinkedText(says.linked ?? []);
  const all = (pattern: RegExp) => {
    const groups = new Map<string, string[]>();
    for (const { name, content } of says.names) {
      if (!pattern.test(name) || !content.trim()) continue;
      const key = name.toLowerCase();
      groups.set(key, [...(groups.get(key) ?? []), content.replace(/\s+/g, ' ').trim()]);
    }
    return groups;
  };
  /** The names of the pattern stand in the order of trust; a page's own order tells nothing. */
  const best = (pattern: RegExp): readonly string[] =>
    [...all(pattern)].sort(([a], [b]) => TRUST(a) - TRUST(b))[0]?.[1] ?? [];
  const first = (pattern: RegExp): string | undefined => best(pattern)[0];
  const date = (pattern: RegExp): string | undefined =>
    [...all(pattern)]
      .sort(([a], [b]) => TRUST(a) - TRUST(b))
      .flatMap(([, values]) => values.map(isoDate))
      .find((value) => value !== undefined);

  const [work] = works;
  const authors = best(NAMES.authors);
  const published = date(NAMES.published) ?? isoDate(work?.published ?? '');
  const revised = date(NAMES.revised) ?? isoDate(work?.revised ?? '');
  const identifiers = new Map(ownIdentifiers(says).map((identifier) => [identifierKey(identifier), identifier]));
  for (const name of work?.names ?? []) {
    const identifier = canonicalIdentifier('doi', name);
    if (identifier) identifiers.set(identifierKey(identifier), identifier);
  }
  const title = first(NAMES.title) ?? work?.title;
  const container = first(NAMES.container) ?? work?.container;
  const language = first(NAMES.language) ?? work?.language;
  return {
    ...(title && { title }),
    authors: authors.length > 0 ? authors : (work?.authors ?? []),
    ...(container && { container }),
    ...(language && { language: language.replace('_', '-') }),
    ...(published && { published }),
    ...(revised && (!published || revised > published) && { revised }),
    identifiers: [...identifiers.values()],
  };
}

const ORDER = [/^citation_/, /^bepress_/, /^eprints\./, /^prism\./, /^dc/, /^article:|^date/];
const TRUST = (name: string): number => {
  const place = ORDER.findIndex((pattern) => pattern.test(name));
  return place < 0 ? ORDER.length : place;
};
