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

const EDITIONS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** The number of the edition that a reference prints, in digits or words. */
function editionIn(text: string): number | undefined {
  const found = /\b(?:(\d{1,2})(?:st|nd|rd|th)?\.?|([a-z]{5,7})) ed(?:ition|n)?\b/i.exec(text);
  const words = EDITIONS.indexOf(found?.[2]?.toLowerCase() ?? '') + 1;
  return found?.[1] ? Number(found[1]) : words || undefined;
}

const THESIS = /\b(?:thesis|dissertation|doctorate)\b/i;
const HELD = /\b(?:proc|proceedings|conf|conference|symp|symposium|workshop|congress|annual meeting)\b/;
const ABSTRACT = /\[(?:(?:meeting|conference) )?abstracts?\]/i;

/** Whether a reference is to a thesis, a meeting's abstract or a chapter, and the record of something else that has its title. */
function isOtherForm(text: string, { csl }: Work, at: { readonly isHere: boolean; readonly isPage: boolean }): boolean {
  const title = csl.title ?? '';
  const around = text.toLowerCase().replace(title.toLowerCase(), ' ');
  if (THESIS.test(around)) return csl.type !== 'thesis' && !at.isHere;
  // A book is named behind its chapter.
  const book = /[.?!”"’']\s+In:?\s+(.{0,300})/.exec(text)?.[1];
  if (book !== undefined && csl.type === 'book' && title !== '' && compact(book).includes(compact(title))) return true;
  if (csl.type !== 'article-journal' || at.isPage) return false;
  const isSupplement =
    /\bsuppl/i.test(around) && csl.page !== undefined && !/^s|suppl/i.test(`${csl.page} ${csl.issue}`);
  // A journal of proceedings is printed as a meeting's would be.
  const isJournal = !/^$|\bproceedings\b/i.test(csl['container-title'] ?? '');
  return isSupplement || ABSTRACT.test(around) || (isJournal && !at.isHere && HELD.test(around));
}

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
  const edition = editionIn(text);
  const isEdition = edition !== undefined && /^\d+/.test(csl.edition ?? '');
  const saysPreprint = PREPRINT.test(text);
  const isJournals = !!volume && page !== '' && !isHere;
  const isOther =
    isElsewhere ||
    (hasMore && isOtherForm(text, work, { isHere, isPage })) ||
    (isEdition && Number.parseInt(csl.edition!, 10) !== edition) ||
    // A record in a journal that is called a document is a notice: it is meant only where its own place is printed.
    (work.kind === 'document' && csl.type === 'article-journal' && !(isVolume && isPage)) ||
    (isJournals && (NOT_PAGED.test(csl.type) || (csl.type === 'paper-conference' && !MEETING.test(text)))) ||
    (isPreprint(work)
      ? hasMore && !saysPreprint && (container !== undefined || volume !== undefined)
      : saysPreprint && !isInContainer && !work.ids.some(({ scheme }) => scheme === 'arxiv'));
  return { isInContainer, isHere, isOther };
}
