import type { PageFacts } from '../model/page-key';
import { ownIdentifiers } from './scan-own';

/**
 * What a page says of itself that decides under which keys its passages are kept.
 *
 * @param isMoved - The address has changed since the document was loaded: what its head says may be about the old one.
 */
export function pageFacts(document: Document, isMoved = false): PageFacts {
  const { href: url } = document.location;
  if (isMoved) return { url };
  const canonical = document.querySelector<HTMLLinkElement>('head link[rel~="canonical" i][href]')?.href;
  return { url, ...(canonical && { canonical }), identifiers: ownIdentifiers(document) };
}
