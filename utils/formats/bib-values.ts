import type { CslDate, CslItem, CslName } from '../model/work';
import { hasBalancedBraces, latexLine } from './latex';
import { oneLine } from './rich';

/** A name as BibTeX reads it: `von Last, Jr, First`. Braces keep together what it would divide. */
export function bibtexName(name: CslName): string {
  if (name.literal !== undefined || !name.family) return `{${latexLine(name.literal ?? name.given ?? '')}}`;
  const particle = oneLine(`${name['dropping-particle'] ?? ''} ${name['non-dropping-particle'] ?? ''}`);
  const whole = (part: string): string => (/[\s,=]/.test(oneLine(part)) ? `{${latexLine(part)}}` : latexLine(part));
  const family = /^[^\p{Lu}\p{Lo}]/u.test(name.family) ? `{${latexLine(name.family)}}` : whole(name.family);
  const given = givenName(name.given ?? '');
  const last = particle ? `${latexLine(particle)} ${family}` : family;
  // Empty braces stand for a given name that is not told: a comma at the end is an error of BibTeX.
  const told = [last, ...(name.suffix ? [whole(name.suffix), given || '{}'] : given ? [given] : [])].join(', ');
  return told.split(',').length > MOST_COMMAS + 1 ? bibtexName(withoutCommas(name)) : told;
}

/** More of them in a name, within braces too, are an error for biber, which leaves the whole entry out. */
const MOST_COMMAS = 2;

const withoutCommas = (name: CslName): CslName =>
  Object.fromEntries(Object.entries(name).map(([part, text]) => [part, text.replaceAll(',', ' ')]));

/** A given name, in braces where readers would divide it at a comma, an `and` or the `=` of BibLaTeX's extended names. */
function givenName(given: string): string {
  return /[,=]|\band\b/.test(given) ? `{${latexLine(given)}}` : latexLine(given);
}

/** Names as the value of one field; empty where there are none. */
export const bibtexNames = (list: readonly CslName[] = []): string =>
  list
    .map(bibtexName)
    .filter((name) => name !== '{}')
    .join(' and ');

/**
 * What BibLaTeX is told of the particles in an entry's names: that they belong to the family name (`de Saint-Exupéry, Antoine`),
 * or follow the given one where the family stands first (`Beethoven, Ludwig van`). It is one word for all names of the entry; undefined
 * where none has a particle. pandoc goes by it, too.
 */
export function nameOptions(record: CslItem): string | undefined {
  const names = [record.author, record.editor, record.translator, record['container-author']].flatMap(
    (list) => list ?? [],
  );
  if (names.some((name) => name['non-dropping-particle'])) return 'useprefix=true';
  return names.some((name) => name['dropping-particle']) ? 'useprefix=false' : undefined;
}

/** A number with at least so many digits, its sign before them. */
export const padded = (part: number, digits: number): string =>
  (part < 0 ? '-' : '') + String(Math.abs(part)).padStart(digits, '0');

/** A year as ISO 8601 counts them: it has a year 0, which is 1 BC, where CSL has -1. */
const isoYear = (year: number): string => padded(year < 0 ? year + 1 : year, 4);

/** The season of a date as ISO 8601-2 numbers them among the months, from 21 for spring; undefined where it has none of the four. */
const seasonOf = (date: CslDate | undefined): number | undefined => {
  const season = Number(date?.season);
  return season >= 1 && season <= 4 ? 20 + season : undefined;
};

/**
 * A date, season or range as ISO 8601, as precise as known; undefined where no part is. A tilde says "about" (ISO 8601-2), which BibLaTeX
 * reads.
 */
export function isoDate(date: CslDate | undefined): string | undefined {
  const season = seasonOf(date);
  const told = date?.['date-parts']
    ?.map((parts) => (season && parts.length === 1 ? [...parts, season] : parts))
    .map((parts) => parts.map((part, i) => (i ? padded(part, 2) : isoYear(part))).join('-'))
    .join('/');
  return told && date?.circa ? `${told}~` : told;
}

/** An address as it stands in a verbatim field; percent-encoded is what has no place there: braces without partner, too. */
export const verbatim = (text: string): string =>
  text
    .trim()
    .toWellFormed()
    .replace(hasBalancedBraces(text) ? /[\\\s]/g : /[{}\\\s]/g, (character) => encodeURIComponent(character));

/** Whether the address only leads through the DOI, which styles that print both would print twice. */
export const repeatsDoi = ({ URL, DOI }: CslItem): boolean =>
  DOI !== undefined && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(URL ?? '');

/** Text as one line of LaTeX; undefined where there is none. */
export const line = (text: string | undefined): string | undefined => (text ? latexLine(text) : undefined);

/** As {@link line}; readers of BibLaTeX divide a publisher at `and` unless braces keep it together. */
export const undivided = (text: string | undefined): string | undefined =>
  text && /\band\b/.test(text) ? `{${latexLine(text)}}` : line(text);

/** What counts a work: its issue or own number, or its place in a series. A paper in a series may have an issue beside it. */
export function numbers(record: CslItem): {
  readonly number?: string | undefined;
  readonly issue?: string | undefined;
} {
  const inSeries = record['collection-number'];
  if (record.type === 'paper-conference' && record['collection-title'])
    return { number: line(inSeries ?? record.number), issue: line(record.issue) };
  return { number: line(record.issue ?? record.number ?? inSeries) };
}

/** Fields of which few works have any, under BibLaTeX's names, which BibTeX's styles pass over. */
export const rareFields = (record: CslItem): Readonly<Record<string, string | undefined>> => ({
  shorttitle: line(record['title-short']),
  bookauthor: bibtexNames(record['container-author']),
  origtitle: line(record['original-title']),
  origpublisher: undivided(record['original-publisher']),
  venue: line(record['event-place']),
  eventdate: isoDate(record['event-date']),
  chapter: line(record['chapter-number']),
  volumes: line(record['number-of-volumes']),
  pagetotal: line(record['number-of-pages']),
});

/** A list of pages with no-break spaces: some readers take what follows another space for the last page of a range. */
export const unbrokenPages = (page: string): string => page.replaceAll(', ', ',\u00A0');

/** Pages with the dashes of BibTeX. */
export const bibtexPages = (page: string | undefined): string | undefined =>
  page ? unbrokenPages(latexLine(page).replace(/\s*[-–—]+\s*/g, '--')) : undefined;

/** Tags as the keywords of an entry. */
export const keywords = (tags: readonly string[]): string | undefined =>
  tags.length ? tags.map((tag) => latexLine(tag.replaceAll(',', ' '))).join(', ') : undefined;

/** One entry. Fields without a value are left out; the month stands bare, because it is a macro. */
export function bibEntry(type: string, key: string, fields: Readonly<Record<string, string | undefined>>): string {
  let text = `@${type}{${key},\n`;
  for (const name in fields) {
    const value = fields[name];
    if (value) text += name === 'month' ? `  month = ${value},\n` : `  ${name} = {${value}},\n`;
  }
  return `${text}}\n`;
}

/** Whether a work of this CSL type stands inside a book or proceedings. */
export const isInside = (type: string): boolean =>
  ['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary'].includes(type);
