import { canonicalIdentifier, identifierFromUrl } from './canonical';
import { type Identifier, identifierKey } from './identifier';
import type { PageFacts } from './page-key';

/** One `<meta>` of a page's head, as written. */
export interface PageName {
  readonly name: string;
  readonly content: string;
}

/** What a page says of itself, as written: what it means is told where there is room to tell it. */
export interface PageSays {
  /** Address of the document, with its fragment. */
  readonly url: string;
  /** `<link rel="canonical">`, absolute; undefined where there is none, or it may be about an earlier address. */
  readonly canonical?: string;
  readonly names: readonly PageName[];
  /** Texts of its JSON-LD, as written; undefined where there is none that describes a document. */
  readonly linked?: readonly string[];
}

/** Names of `<meta>`s that may hold an identifier of the page's work (Highwire, PRISM, Dublin Core, EPrints, bepress). */
export const NAMING =
  /^(?:(?:bepress_)?citation_(?:doi|pmid|arxiv_id)|(?:prism|eprints)\.doi|dc\.identifier(?:\.doi)?)$/i;

/** Identifiers of the work that a page is, canonical, best first. */
export function ownIdentifiers({ canonical, names }: PageSays): readonly Identifier[] {
  const own = new Map<string, Identifier>();
  const add = (identifier: Identifier | undefined) => {
    if (identifier) own.set(identifierKey(identifier), identifier);
  };
  for (const { name, content } of names) {
    if (/pmid$/i.test(name)) add(canonicalIdentifier('pmid', content));
    else if (/arxiv/i.test(name)) add(canonicalIdentifier('arxiv', content));
    else if (/^dc\.identifier$/i.test(name)) add(canonicalIdentifier('doi', content) ?? identifierFromUrl(content));
    else if (NAMING.test(name)) add(canonicalIdentifier('doi', content));
  }
  if (canonical) add(identifierFromUrl(canonical));
  return [...own.values()];
}

/** What decides under which keys a page's passages are kept, from what the page says. */
export const factsOf = (says: PageSays): PageFacts => ({
  url: says.url,
  ...(says.canonical && { canonical: says.canonical }),
  identifiers: ownIdentifiers(says),
});
