import { canonicalIdentifier, identifierFromUrl } from '../model/canonical';
import { type Identifier, identifierKey } from '../model/identifier';
import { all, attributeOf } from './dom';

const NAMES: Readonly<Record<string, 'doi' | 'pmid' | 'arxiv' | 'any'>> = {
  citation_doi: 'doi',
  'prism.doi': 'doi',
  'dc.identifier': 'any',
  'dc.identifier.doi': 'doi',
  bepress_citation_doi: 'doi',
  'eprints.doi': 'doi',
  citation_pmid: 'pmid',
  citation_arxiv_id: 'arxiv',
};

/**
 * Identifiers of the work that the page itself is, from its head (Highwire, PRISM, Dublin Core, EPrints, canonical link).
 * In its furniture they are not citations.
 */
export function ownIdentifiers(document: Document): readonly Identifier[] {
  const own = new Map<string, Identifier>();
  const add = (identifier: Identifier | undefined) => {
    if (identifier) own.set(identifierKey(identifier), identifier);
  };
  for (const meta of all(document, 'meta[name][content]')) {
    const scheme = NAMES[(attributeOf(meta, 'name') ?? '').toLowerCase()];
    const content = attributeOf(meta, 'content') ?? '';
    if (scheme === 'any') add(canonicalIdentifier('doi', content) ?? identifierFromUrl(content));
    else if (scheme) add(canonicalIdentifier(scheme, content));
  }
  for (const link of all(document, 'link[rel~="canonical"][href]'))
    add(identifierFromUrl(attributeOf(link, 'href') ?? ''));
  return [...own.values()];
}
