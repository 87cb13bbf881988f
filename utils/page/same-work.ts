import { createGrouping } from '../model/outline';
import type { PageCitation, Scanner } from './door';

/** Citations that are grouped in one task: their entries are read for it. */
const AT_ONCE = 100;

/** Whether two are of one place: what stands around a citation may have been read again since it was chosen. */
export const isSamePlace = (one: PageCitation, other: PageCitation): boolean =>
  one === other ||
  (one.range.startContainer === other.range.startContainer &&
    one.range.startOffset === other.range.startOffset &&
    one.citation.label === other.citation.label);

/** All citations of a page that name the work that one of them names, in the order of the page, itself among them. */
export async function citationsOfWork(
  scanner: Pick<Scanner, 'readAll' | 'citations'>,
  citation: PageCitation,
  pause: () => Promise<void>,
): Promise<readonly PageCitation[]> {
  await scanner.readAll();
  const all = scanner.citations();
  const grouping = createGrouping();
  for (let from = 0; from < all.length; from += AT_ONCE) {
    if (from > 0) await pause();
    grouping.add(all.slice(from, from + AT_ONCE).map((one, at) => ({ citation: one.citation, place: from + at })));
  }
  const place = all.findIndex((one) => isSamePlace(one, citation));
  const work = grouping.works().find(({ places }) => places.includes(place));
  return work?.places.map((at) => all[at]!) ?? [];
}
