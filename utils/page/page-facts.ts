import { canonicalIdentifier } from '../model/canonical';
import type { Identifier } from '../model/identifier';
import type { PageFacts } from '../model/page-key';

/** What a page's own head names as its DOI (Highwire, PRISM, Dublin Core). */
const DOI_NAMES =
  'meta[name="citation_doi" i], meta[name="prism.doi" i], meta[name="dc.identifier" i], meta[name="DC.Identifier.DOI" i]';

/**
 * What a page says of itself that decides under which keys its passages are kept.
 *
 * @param isMoved - The address has changed since the document was loaded: what its head says may be about the old one.
 */
export function pageFacts(document: Document, isMoved = false): PageFacts {
  const { href: url } = document.location;
  if (isMoved) return { url };
  const canonical = document.querySelector<HTMLLinkElement>('head link[rel~="canonical" i][href]')?.href;
  const identifiers: Identifier[] = [];
  for (const meta of document.querySelectorAll(DOI_NAMES)) {
    const identifier = canonicalIdentifier('doi', meta.getAttribute('content') ?? '');
    if (identifier && !identifiers.some(({ value }) => value === identifier.value)) identifiers.push(identifier);
  }
  return { url, ...(canonical && { canonical }), identifiers };
}
