import type { FreeCopy } from '../model/work';
import { webAddress } from '../works/free-copies';
import { type Shape, text } from './shape';

const VERSIONS: Readonly<Record<string, FreeCopy['version']>> = {
  publishedVersion: 'published',
  acceptedVersion: 'accepted',
  submittedVersion: 'submitted',
};

/**
 * The free copies at one location of OpenAlex or Unpaywall, whose words for versions and licences are the same: its page, its
 * file, or none.
 */
export function oaCopies(place: Shape, page: unknown, pdf: unknown): FreeCopy[] {
  const [pageUrl, pdfUrl] = [webAddress(page), webAddress(pdf)];
  const version = VERSIONS[text(place.version)];
  const licence = text(place.license);
  const more = { ...(version && { version }), ...(licence && { licence }) };
  return [...(pageUrl ? [{ url: pageUrl, ...more }] : []), ...(pdfUrl ? [{ url: pdfUrl, isPdf: true, ...more }] : [])];
}
