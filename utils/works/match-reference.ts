import { identifiersInText } from '../model/canonical';
import { sameIdentifier } from '../model/identifier';
import { type Work, workYear } from '../model/work';
import { foldName } from '../references/fold';
import { type ParsedEntry, parseEntry } from '../references/parse-entry';
import { yearsPrinted } from '../references/printed-year';
import { formAfter, partAfter } from './match-form';
import { isPreprint, placeOf } from './match-place';
import { compact, spaced } from './match-words';
import { titleBefore } from './notice-titles';

/** The work that a printed reference most likely names. */
export interface ReferenceMatch {
  readonly work: Work;
  /** Whether title, authors and year agree so far as they are printed. A work that is not believed is only a candidate. */
  readonly believed: boolean;
}

/** Words before a title that make what is printed another work, which is about it. */
const ABOUT =
  /\b(?:errat(?:um|a)|corrigend(?:um|a)|correction|addendum|retraction|withdrawal|expression of concern|reply|response|comments?|commentary|letter|editorial|re|reviews? (?:of|for)|data from|protocol (?:of|for))\b[^.?!]*[:.“"‘'„«]\s*\W*$/i;

/** Words of references to what is about another work, and of its title. */
const SAYS_ABOUT =
  /\b(?:errat(?:um|a)|corrigend(?:um|a)|correction|retraction|comment(?:s|ary)? (?:on|in)|reply|response to|protocol)\b|\b(?:re|reviews? of): /i;

/** Subtitles that make one of several works of the same people and year. */
const ANOTHER_PART =
  /\b(?:protocol|part|follow-?up|update|reply|response|comment\w*|errat(?:um|a)|corrigendum|correction|rationale|baseline|pilot)\b|^\W*(?:\d+|[ivx]+)\W*$/i;

/** How a title stands in a text. `whole`: between marks of its own; `part`: of a longer title on either side. */
function titleIn(text: string, title: string, work: Work): 'whole' | 'main' | 'part' | undefined {
  const wanted = compact(title);
  if (!wanted) return undefined;
  const letters: number[] = [];
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const piece = compact(text[at]!);
    for (let i = 0; i < piece.length; i += 1) letters.push(at);
    folded += piece;
  }
  const found: ('whole' | 'main' | 'part')[] = [];
  for (let at = folded.indexOf(wanted); at >= 0 && found.length < 20; at = folded.indexOf(wanted, at + 1)) {
    const before = text.slice(0, letters[at]);
    const after = text.slice(letters[at + wanted.length - 1]! + 1);
    const opens = /(?:^|[.,:;!?)\]"“”‘’«»„'*_–—-])\s*["“‘«„'([*_]*$|\[$|\d\s+$/u.test(before);
    if (!opens || ABOUT.test(before.slice(-120)) || formAfter(after, work) || partAfter(after)) found.push('part');
    else if (/^\s*(?:$|[.,;!?"”’»'([*_]|\]\W)/u.test(after)) found.push('whole');
    else found.push(/^\s*(?:[:–—]|-\s)/u.test(after) ? 'main' : 'part');
  }
  return found.find((place) => place === 'whole') ?? found[0];
}

/** What follows a title in a text, up to the end of the sentence. */
function afterTitle(text: string, title: string): string {
  const last = /[\p{L}\p{N}]+[^\p{L}\p{N}]*$/u.exec(title)?.[0].trim() ?? '';
  const at = last ? text.toLowerCase().indexOf(`${last.toLowerCase()}:`) : -1;
  return at < 0 ? '' : (text.slice(at + last.length).split(/[.?!]/)[0] ?? '');
}

/** The title without its subtitle, where it has one. */
const mainTitle = (title: string): string | undefined => /^(.{8,}?)(?::\s|\s[–—-]\s|\?\s)/.exec(title)?.[1];

const wordCount = (title: string): number => title.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

const families = (work: Work): string[] =>
  [...(work.csl.author ?? []), ...(work.csl.editor ?? [])]
    .map((name) => foldName(name.family ?? name.literal ?? ''))
    .filter(Boolean);

interface Reading {
  readonly text: string;
  readonly folded: string;
  readonly printed: readonly string[];
  readonly years: readonly number[];
  readonly identifiers: ReturnType<typeof identifiersInText>;
  readonly authors: ParsedEntry['authors'];
  readonly names: ParsedEntry['in'];
}

const initialsOf = (given = ''): string[] =>
  foldName(given)
    .split(/[^\p{L}]+/u)
    .map((name) => name.charAt(0));

/** Whether the first author printed shares only the family name with the work's: no letter that begins one of their names is the same. */
function isNamesake([first]: ParsedEntry['authors'], work: Work): boolean {
  if (!first?.given) return false;
  const family = foldName(first.family);
  // Initials are printed together: `AB`.
  const printed = foldName(first.given).replace(/[^\p{L}]+/gu, '');
  const known = [...(work.csl.author ?? []), ...(work.csl.editor ?? [])].filter(
    (name) => name.given && foldName(name.family ?? '') === family,
  );
  return known.length > 0 && known.every(({ given }) => !initialsOf(given).some((letter) => printed.includes(letter)));
}

/** Fewest of a title's words that stand in a reference which gives the very place of the work, as a share. */
const ENOUGH_WORDS = 0.85;

/** Fewest and most letters of a word that endings leave as they are. */
const STEM = { least: 4, most: 6 };

/** Whether two words differ at most in their endings. */
function isOneWord(word: string, other: string): boolean {
  const size = Math.min(STEM.most, Math.max(STEM.least, Math.min(word.length, other.length)));
  return word.slice(0, size) === other.slice(0, size);
}

/** Which share of a title's longer words a text has, whatever their endings; 0 for titles of one or two. */
function wordsThere(text: string, title: string): number {
  const [there, wanted] = [text, title].map((words) =>
    spaced(words)
      .split(' ')
      .filter((word) => word.length >= STEM.least),
  ) as [string[], string[]];
  const found = wanted.filter((word) => there.some((other) => isOneWord(word, other)));
  return wanted.length < 3 ? 0 : found.length / wanted.length;
}

/** Whether a printed family name is one of a work's: particles and double names are printed in part. */
const isAmong = (name: string, all: readonly string[]): boolean =>
  all.some((other) => other === name || other.endsWith(` ${name}`) || name.endsWith(` ${other}`));

function judge(reading: Reading, work: Work): { readonly believed: boolean; readonly score: number } | undefined {
  const title = titleBefore(work.csl.title ?? '');
  const { text } = reading;
  const isNamed = reading.identifiers.some(({ identifier }) => work.ids.some((id) => sameIdentifier(id, identifier)));
  const isOther =
    !isNamed && reading.identifiers.some(({ identifier }) => work.ids.some((id) => id.scheme === identifier.scheme));
  const isAlone = compact(text) === compact(title);
  const main = mainTitle(title);
  const isMainAlone = main !== undefined && wordCount(main) > 1 && compact(text) === compact(main);
  const place = isAlone || isMainAlone ? 'whole' : titleIn(text, title, work);
  const mainPlace = place ?? (main && wordCount(main) > 2 ? titleIn(text, main, work) : undefined);
  // Beyond the title something is printed to check: names, a year, a journal.
  const rest = compact(text).replace(compact(place ? title : (main ?? '')), '');
  const hasMore = !isAlone && !isMainAlone;
  const hasNames = hasMore && /\p{L}{2}/u.test(rest);
  const own = families(work);
  const knowsAuthors = own.length > 0;
  const printed = reading.printed;
  const firstIsThere = knowsAuthors && ` ${reading.folded} `.includes(` ${own[0]} `);
  const { isInContainer, isHere, isExact, isOther: isOtherVersion } = placeOf(text, reading.names, work, hasMore);
  const authorsAgree =
    (printed.length > 0 ? isAmong(printed[0]!, own) || (firstIsThere && printed.length > 1) : firstIsThere) ||
    // A fault in the first name of several, beside the very place.
    (isExact && printed.length > 2 && printed.slice(1).every((name) => isAmong(name, own)));
  const year = workYear(work);
  const distance = Math.min(...reading.years.map((each) => Math.abs(each - (year ?? each))));
  const yearAgrees = year !== undefined && distance <= 1;
  // Where the volume is the year, as that of a review which is renewed, another year is another version.
  const tolerance = work.csl.volume === String(year) ? 0 : 1;
  const yearDiffers = year !== undefined && reading.years.length > 0 && distance > tolerance;
  const isOtherPerson = !isExact && isNamesake(reading.authors, work);
  // Titles are printed with other endings, faults and words left out: the very place then tells the work.
  if (!mainPlace)
    return isExact &&
      authorsAgree &&
      distance === 0 &&
      !(isOther || isOtherVersion || SAYS_ABOUT.test(`${title} ${text}`)) &&
      wordsThere(text, title) >= ENOUGH_WORDS
      ? { believed: true, score: 8 }
      : undefined;
  // A subtitle that only one side has: the same people write several works of one main title in a year.
  const isHalf = hasMore && place !== 'whole';
  const subtitle = place ? afterTitle(text, title) : title.slice(main?.length);
  const isHalfBelieved = mainPlace === (place ? 'main' : 'whole') && !ANOTHER_PART.test(subtitle);
  const isWhole = mainPlace === 'whole';
  const isLong = wordCount(title) >= 3 || compact(title).length >= 20;
  const isSpelledSo = spaced(text).includes(spaced(place && !isMainAlone ? title : (main ?? '')));
  const isChecked = !hasNames
    ? // Nothing but the title tells the work: it must be the same to the letter, and long enough beside a mere year.
      isSpelledSo && (!hasMore || isLong)
    : knowsAuthors
      ? // "Editorial" and "Introduction" are the titles of thousands.
        authorsAgree && (isLong || (yearAgrees && (!work.csl['container-title'] || isHere)))
      : wordCount(title) >= 5 && (yearAgrees || (year === undefined && printed.length === 0));
  const believed =
    isNamed ||
    (!isOther &&
      !yearDiffers &&
      !isOtherVersion &&
      !isOtherPerson &&
      isChecked &&
      (isHalf ? isHalfBelieved && authorsAgree && distance === 0 && isHere : isWhole));
  const score =
    (isNamed ? 20 : 0) +
    (isWhole ? 4 : 0) +
    (place === 'whole' ? 2 : 0) +
    (authorsAgree ? 4 : 0) +
    (distance === 0 && year !== undefined ? 2 : yearAgrees ? 1 : 0) +
    (isInContainer ? 2 : 0) +
    (isOtherVersion ? -3 : 0) +
    (yearDiffers || isOther || isOtherPerson ? -4 : 0);
  return { believed, score };
}

/**
 * The one of several works, as a search gave them, that a printed reference names: by its title, then by authors, year, journal
 * and identifiers so far as they are printed. The first hit of a search is wrong for half of those references whose work
 * the service does not have, so nothing is believed for its place in the list. A title that is not printed to the letter is believed beside author, year, volume
 * and first page alone.
 *
 * @param text - The reference as printed, or a title alone.
 * @returns undefined where no work's title is in the text at all. Two works that the text cannot tell apart are not believed.
 */
export function matchReference(text: string, works: readonly Work[]): ReferenceMatch | undefined {
  const reference = text.replace(/\s+/g, ' ').trim().slice(0, 2000);
  const entry = parseEntry(reference);
  const reading: Reading = {
    text: reference,
    folded: foldName(reference).replace(/[^\p{L}\p{N}]+/gu, ' '),
    printed: entry.authors.map(({ family }) => foldName(family)),
    years: yearsPrinted(reference).map(({ year }) => year),
    identifiers: identifiersInText(reference),
    authors: entry.authors,
    names: entry.in,
  };
  const judged = works
    .map((work) => ({ work, ...(judge(reading, work) ?? { believed: false, score: Number.NEGATIVE_INFINITY }) }))
    .filter(({ score }) => score > Number.NEGATIVE_INFINITY)
    .sort((a, b) => Number(b.believed) - Number(a.believed) || b.score - a.score);
  const [best, second] = judged;
  if (!best) return undefined;
  const isTied = second?.believed === true && second.score === best.score && isAnother(best.work, second.work);
  return { work: best.work, believed: best.believed && !isTied };
}

/** Whether two works of one title are by different people, or of different years or places; a preprint and its article are not. */
function isAnother(a: Work, b: Work): boolean {
  const [own, others] = [families(a), families(b)];
  const differs = (value?: string | number, other?: string | number) => !!value && !!other && value !== other;
  if (own.length > 0 && others.length > 0 && !own.some((name) => others.includes(name))) return true;
  if (isPreprint(a) || isPreprint(b)) return false;
  return (
    differs(workYear(a), workYear(b)) ||
    differs(compact(a.csl['container-title'] ?? ''), compact(b.csl['container-title'] ?? ''))
  );
}
