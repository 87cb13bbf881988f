import type { Work } from '../model/work';
import type { PrintedIn } from '../references/printed-in';
import { isOtherForm } from './match-form';
import { canBeSameName, compact, isShortFor } from './match-words';

const PREPRINT = /\barxiv\b|\b\w+rxiv\b|\bpre-?prints?\b|\bssrn\b|\bresearch square\b|\bosf\b/i;

/** Whether a record is of a preprint. */
export const isPreprint = (work: Work): boolean => work.kind === 'preprint' || work.csl.type === 'article';

const firstOf = (pages = ''): string => pages.split(/[-–—‐]/)[0]!.trim();

const isNumber = (page: string): boolean => /^\d+$/.test(page);

const EDITIONS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** The number of the edition that a reference prints, in digits or words. */
function editionIn(text: string): number | undefined {
  const found = /\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?|([a-z]{5,7})) ed(?:ition|n)?\b/i.exec(text);
  const words = EDITIONS.indexOf(found?.[2]?.toLowerCase() ?? '') + 1;
  return found?.[1] ? Number(found[1]) : words || undefined;
}

/**
 * What a reference says of where it was printed, held against a work's record.
 *
 * @param hasMore - Whether the reference has more than a title.
 * @returns `isHere`: journal or volume agree. `isExact`: volume and first page do. `isOther`: it names another version of the work, or something that only shares its
 *   title: preprint and article, a meeting's abstract, another edition, a notice, a data set.
 */
export function placeOf(
  text: string,
  { container, volume, issue, pages }: PrintedIn,
  work: Work,
  hasMore: boolean,
): {
  readonly isInContainer: boolean;
  readonly isHere: boolean;
  readonly isExact: boolean;
  readonly isOther: boolean;
} {
  const { csl } = work;
  const own = compact((csl['container-title'] ?? '').replace(/^the\s/i, ''));
  const isInContainer = own.length > 3 && compact(text).includes(own);
  const [page, ownPage] = [firstOf(pages), firstOf(csl.page)];
  const isVolume = volume !== undefined && volume === csl.volume;
  const isPage = page !== '' && page === ownPage;
  const isNamed = isInContainer || isShortFor(container ?? '', csl['container-title'] ?? '');
  const isHere = isNamed || isVolume;
  const isPlaced = isHere || isPage;
  // One title by the same people in a journal and in a magazine: what is printed must not speak against the record.
  const isElsewhere =
    (!!volume && !!csl.volume && !isVolume && page !== '' && ownPage !== '' && !isPage) ||
    (issue !== undefined && !!csl.issue && issue !== csl.issue && isNumber(page) && isNumber(ownPage) && !isPage) ||
    (!isPlaced && !!container && !!csl['container-title'] && !canBeSameName(container, csl['container-title']));
  const edition = editionIn(text);
  const isEdition = edition !== undefined && /^\d+/.test(csl.edition ?? '');
  const saysPreprint = PREPRINT.test(text);
  const isOther =
    isElsewhere ||
    (hasMore && isOtherForm(text, work, { container, volume, page, isNamed, isHere, isPage })) ||
    (isEdition && Number.parseInt(csl.edition!, 10) !== edition) ||
    // A record in a journal that is called a document is a notice: it is meant only where its own place is printed.
    (work.kind === 'document' && csl.type === 'article-journal' && !(isVolume && isPage)) ||
    (isPreprint(work)
      ? hasMore && !saysPreprint && (container !== undefined || volume !== undefined)
      : saysPreprint && !isInContainer && !work.ids.some(({ scheme }) => scheme === 'arxiv'));
  return { isInContainer, isHere, isExact: isVolume && isPage, isOther };
}
