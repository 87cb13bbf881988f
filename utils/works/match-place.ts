import type { Work } from '../model/work';
import type { PrintedIn } from '../references/printed-in';

/** Letters and digits alone: "no-code" and "no code", "fine-tuning" and "finetuning" are the same title. */
export const compact = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a text in lower case, with single spaces between them. */
export const spaced = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const PREPRINT = /\barxiv\b|\b\w+rxiv\b|\bpre-?prints?\b|\bssrn\b|\bresearch square\b|\bosf\b/i;

/** Whether a record is of a preprint. */
export const isPreprint = (work: Work): boolean => work.kind === 'preprint' || work.csl.type === 'article';

const MEETING =
  /\b(?:proc|proceedings|conf|conference|symp|symposium|workshop|congress|meeting|findings|lecture notes)\b/i;

/** Types whose records are not what is printed with a journal's volume and pages. */
const NOT_PAGED = /^(?:dataset|software|thesis|document|graphic|review|webpage)$/;

/** Whether a journal's printed name is short for its whole one: each word begins the next of its words, few of which are left out. */
function isShortFor(printed: string, whole: string): boolean {
  const [short, long] = [spaced(printed).split(' '), spaced(whole).split(' ')];
  let at = 0;
  for (const word of short) {
    const found = long.findIndex((other, i) => i >= at && other.startsWith(word));
    if (found < 0 || (found > at && long.slice(at, found).some((other) => other.length > 3))) return false;
    at = found + 1;
  }
  return short[0] !== '' && at > 0 && long.slice(at).every((other) => other.length <= 3);
}

const firstOf = (pages = ''): string => pages.split(/[-–—‐]/)[0]!.trim();

/**
 * What a reference says of where it was printed, held against a work's record.
 *
 * @param hasMore - Whether the reference has more than a title.
 * @returns `isHere`: journal or volume agree. `isOther`: it names another version of the work, or something that only shares its
 *   title: preprint and article, a meeting's abstract, another edition, a notice, a data set.
 */
export function placeOf(
  text: string,
  { container, volume, pages }: PrintedIn,
  work: Work,
  hasMore: boolean,
): { readonly isInContainer: boolean; readonly isHere: boolean; readonly isOther: boolean } {
  const { csl } = work;
  const own = compact(csl['container-title'] ?? '');
  const isInContainer = own.length > 3 && compact(text).includes(own);
  const [page, ownPage] = [firstOf(pages), firstOf(csl.page)];
  const isVolume = volume !== undefined && volume === csl.volume;
  const isPage = page !== '' && page === ownPage;
  const isHere = isInContainer || isVolume || isShortFor(container ?? '', csl['container-title'] ?? '');
  const isElsewhere = !!volume && !!csl.volume && !isVolume && page !== '' && ownPage !== '' && !isPage;
  const edition = /\b(\d{1,2})(?:st|nd|rd|th)?\.? ed(?:ition|n)?\b/i.exec(text)?.[1];
  const isEdition = edition !== undefined && /^\d+/.test(csl.edition ?? '');
  const saysPreprint = PREPRINT.test(text);
  const isJournals = !!volume && page !== '' && !isHere;
  const isOther =
    isElsewhere ||
    (isEdition && Number.parseInt(csl.edition!, 10) !== Number(edition)) ||
    // A record in a journal that is called a document is a notice: it is meant only where its own place is printed.
    (work.kind === 'document' && csl.type === 'article-journal' && !(isVolume && isPage)) ||
    (isJournals && (NOT_PAGED.test(csl.type) || (csl.type === 'paper-conference' && !MEETING.test(text)))) ||
    (isPreprint(work)
      ? hasMore && !saysPreprint && (container !== undefined || volume !== undefined)
      : saysPreprint && !isInContainer && !work.ids.some(({ scheme }) => scheme === 'arxiv'));
  return { isInContainer, isHere, isOther };
}
