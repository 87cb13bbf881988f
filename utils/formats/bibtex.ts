import type { ReadingItem } from '../model/reading-item';
import type { CslDate, CslItem, CslName } from '../model/work';
import { citationKeys } from './citation-key';
import type { Format } from './format';
import { latexLine, latexTitle } from './latex';
import { itemRecord, itemTitle } from './record';
import { oneLine } from './rich';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Entry types by CSL type. Those that BibTeX itself lacks are BibLaTeX's; classic styles print them as `misc` (decision 0009). */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  'review-book': 'article',
  review: 'article',
  book: 'book',
  chapter: 'incollection',
  'entry-encyclopedia': 'incollection',
  'entry-dictionary': 'incollection',
  'paper-conference': 'inproceedings',
  report: 'techreport',
  thesis: 'phdthesis',
  dataset: 'dataset',
  software: 'software',
  webpage: 'online',
  'post-weblog': 'online',
  post: 'online',
  patent: 'patent',
  manuscript: 'unpublished',
};

/** What BibLaTeX calls the kinds of `article` and `online` that it does not tell apart by type. */
const SUBTYPES: Readonly<Record<string, string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  'post-weblog': 'blog',
};

/** A name as BibTeX reads it: `von Last, Jr, First`. Braces keep together what it would divide. */
export function bibtexName(name: CslName): string {
  if (name.literal !== undefined || !name.family) return `{${latexLine(name.literal ?? name.given ?? '')}}`;
  const particle = oneLine(`${name['dropping-particle'] ?? ''} ${name['non-dropping-particle'] ?? ''}`);
  const whole = (part: string): string => (/[\s,]/.test(oneLine(part)) ? `{${latexLine(part)}}` : latexLine(part));
  const family = /^[^\p{Lu}\p{Lo}]/u.test(name.family) ? `{${latexLine(name.family)}}` : whole(name.family);
  const given = /,|\band\b/.test(name.given ?? '') ? `{${latexLine(name.given!)}}` : latexLine(name.given ?? '');
  const last = particle ? `${latexLine(particle)} ${family}` : family;
  return [last, ...(name.suffix ? [whole(name.suffix)] : []), ...(given || name.suffix ? [given] : [])].join(', ');
}

const names = (list: readonly CslName[] = []): string =>
  list
    .map(bibtexName)
    .filter((name) => name !== '{}')
    .join(' and ');

const padded = (part: number, digits: number): string =>
  (part < 0 ? '-' : '') + String(Math.abs(part)).padStart(digits, '0');

/** A date or range as ISO 8601, as precise as known. */
const isoDate = (date: CslDate | undefined): string | undefined =>
  date?.['date-parts']?.map((parts) => parts.map((part, i) => padded(part, i ? 2 : 4)).join('-')).join('/');

const saysMore = (date: CslDate | undefined): boolean =>
  (date?.['date-parts']?.length ?? 0) > 1 || (date?.['date-parts']?.[0]?.length ?? 0) > 2;

/** An address as it stands in a verbatim field: only what would unbalance the braces is percent-encoded. */
const verbatim = (text: string): string =>
  text.replace(/[{}\\\s]/g, (character) => encodeURIComponent(character)).trim();

/** Whether the address only leads through the DOI, which styles that print both would print twice. */
const repeatsDoi = ({ URL, DOI }: CslItem): boolean =>
  DOI !== undefined && /^https?:\/\/(?:dx\.)?doi\.org\//i.test(URL ?? '');

/** Fields of one entry: LaTeX by name, in the order they are written. */
function fields(item: ReadingItem, record: CslItem): Record<string, string | undefined> {
  const line = (text: string | undefined): string | undefined => (text ? latexLine(text) : undefined);
  // Readers of BibLaTeX divide a publisher at `and` unless braces keep it together.
  const whole = (text: string | undefined): string | undefined =>
    text && /\band\b/.test(text) ? `{${latexLine(text)}}` : line(text);
  const type = record.type;
  const [year, month, day] = record.issued?.['date-parts']?.[0] ?? [];
  const inside = ['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary'].includes(type);
  return {
    entrysubtype: SUBTYPES[type],
    author: names(record.author),
    editor: names(record.editor),
    translator: names(record.translator),
    title: latexTitle(itemTitle(item)),
    [inside ? 'booktitle' : 'journal']: line(record['container-title']),
    series: line(record['collection-title']),
    year: year === undefined ? undefined : String(year),
    month: month ? MONTHS[month - 1] : undefined,
    day: day ? String(day) : undefined,
    // Only some readers know `day`, and none a range: BibLaTeX's `date` says both.
    date: saysMore(record.issued) ? isoDate(record.issued) : undefined,
    volume: line(record.volume),
    number: line(record.issue ?? record.number ?? record['collection-number']),
    pages: record.page ? latexLine(record.page).replace(/\s*[-–—]+\s*/g, '--') : undefined,
    edition: line(record.edition),
    [type === 'thesis' ? 'school' : type === 'report' ? 'institution' : 'publisher']: whole(record.publisher),
    address: line(record['publisher-place']),
    type: line(record.genre),
    version: line(record.version),
    origdate: isoDate(record['original-date']),
    language: line(record.language),
    langid: line(record.language),
    doi: record.DOI && verbatim(record.DOI),
    url: repeatsDoi(record) ? undefined : record.URL && verbatim(record.URL),
    urldate: isoDate(record.accessed),
    pmid: line(record.PMID),
    pmcid: line(record.PMCID),
    isbn: line(record.ISBN),
    issn: line(record.ISSN),
    note: line(record.note),
    annote: line(item.remark),
    keywords: item.tags.length ? item.tags.map((tag) => latexLine(tag.replaceAll(',', ' '))).join(', ') : undefined,
    abstract: line(record.abstract),
  };
}

function entry(item: ReadingItem, key: string): string {
  const record = itemRecord(item);
  const lines = Object.entries(fields(item, record))
    .filter(([, value]) => value)
    .map(([name, value]) => `  ${name} = ${name === 'month' ? value : `{${value}}`},\n`);
  return `@${TYPES[record.type] ?? 'misc'}{${key},\n${lines.join('')}}\n`;
}

/** BibTeX in UTF-8 (https://ctan.org/pkg/bibtex, `btxdoc`); decision 0009 says why not in ASCII. */
export const bibtex: Format = {
  id: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  holdsPassages: false,
  write({ items }) {
    const keys = citationKeys(items);
    return items.map((item, i) => entry(item, keys[i]!)).join('\n');
  },
};
