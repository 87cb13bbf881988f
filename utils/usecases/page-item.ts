import type { ReadItem } from '../formats/read-file';
import type { Identifier } from '../model/identifier';
import { pageAbout } from '../model/page-about';
import type { PageSays } from '../model/page-names';
import type { CslItem, CslName } from '../model/work';

/** As most sites print a name in their records: `Tarn, Ada`; a name without a comma stays whole. */
function nameOf(printed: string): CslName {
  const [family = '', given] = printed.split(/\s*,\s*/, 2);
  return given ? { family, given } : { literal: printed };
}

const named = (ids: readonly Identifier[], scheme: Identifier['scheme']) =>
  ids.find((id) => id.scheme === scheme)?.value;

/**
 * The work that a page is, by what it says of itself, to be brought into the reading list; an article where it names one, else a
 * page of the web.
 *
 * @param title - What the window is called, where the page says no title.
 */
export function pageItem(says: PageSays, title: string): ReadItem {
  const about = pageAbout(says);
  const doi = named(about.identifiers, 'doi');
  const pmid = named(about.identifiers, 'pmid');
  const date = about.published?.split('-').map(Number);
  const csl: CslItem = {
    id: '',
    type: doi || pmid ? 'article-journal' : 'webpage',
    title: about.title ?? (title.trim() || says.url),
    URL: (says.url.split('#')[0] ?? says.url).slice(0, 8000),
    ...(about.authors.length > 0 && { author: about.authors.slice(0, 100).map(nameOf) }),
    ...(about.container && { 'container-title': about.container }),
    ...(date && { issued: { 'date-parts': [date] } }),
    ...(doi && { DOI: doi }),
    ...(pmid && { PMID: pmid }),
  };
  return { csl, title: [], remark: '', tags: [] };
}
