import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import type { CslDate, CslItem, CslName } from '../model/work';
import { isInside, padded, unbrokenPages } from './bib-values';
import { citationKeys } from './citation-key';
import { SEASONS } from './csl-types';
import type { Format } from './format';
import { itemRecord, itemTitle } from './record';
import { oneLine } from './rich';
import { RIS_TYPES } from './ris-types';

/** `Last, First, Suffix`; RIS has no other way to say what belongs together, so a comma inside a part becomes a space. */
function risName(name: CslName): string {
  if (name.literal !== undefined || !name.family) return name.literal ?? name.given ?? '';
  const part = (text: string | undefined): string => oneLine((text ?? '').replaceAll(',', ' '));
  const particle = `${part(name['dropping-particle'])} ${part(name['non-dropping-particle'])}`;
  const last = oneLine(`${particle} ${part(name.family)}`);
  return [last, part(name.given), ...(name.suffix ? [part(name.suffix)] : [])].join(', ').replace(/, $/, '');
}

const slashed = (date: CslDate | undefined): string | undefined => {
  const parts = date?.['date-parts']?.[0];
  if (!parts?.length) return undefined;
  const [year = 0, month, day] = parts;
  const two = (part: number | undefined): string => (part ? String(part).padStart(2, '0') : '');
  return `${padded(year, 4)}/${two(month)}/${two(day)}`.replace(/\/+$/, '');
};

/** What a date is besides one day: RIS has a fourth part for it, in words (`1998///Winter`). */
function besides({ 'date-parts': [, end] = [], season, circa }: CslDate): string {
  const to = end && `to ${end.map((part, i) => padded(part, i ? 2 : 4)).join('-')}`;
  const inSeason = season && (SEASONS[Number(season) - 1] ?? season);
  return [circa && 'circa', inSeason, to].filter(Boolean).join(' ').replaceAll('/', ' ');
}

/** The day of publication; what is said in words as it is. */
function issuedOn(date: CslDate | undefined): string | undefined {
  const day = slashed(date);
  const words = date && besides(date);
  if (!day || !words) return day ?? date?.literal;
  return `${day}${'/'.repeat(3 - (day.match(/\//g) ?? []).length)}${words}`;
}

/** Whether the version of a work is what others call its edition. */
const isVersioned = (type: string): boolean => type === 'software' || type === 'dataset';

/** A work's own number, for books that in their series; web pages have none, and readers look there for the day on which one was seen. */
function numbered(record: CslItem): string | undefined {
  if (record.type === 'webpage') return slashed(record.accessed);
  return record.number ?? (record.type === 'book' ? record['collection-number'] : undefined);
}

/** Tag and value pairs of one record. Values may still hold line breaks. */
function tags(
  item: ReadingItem,
  record: CslItem,
  key: string,
  notes: readonly string[],
): readonly (readonly [string, string | undefined])[] {
  const [, first = record.page, last] = /^(.*?)\s*[-–—]+\s*(.*)$/.exec(record.page ?? '') ?? [];
  const year = record.issued?.['date-parts']?.[0]?.[0];
  return [
    ['TY', RIS_TYPES[record.type] ?? 'GEN'],
    ['ID', key],
    ['TI', plainText(itemTitle(item))],
    ['ST', record['title-short']],
    ...(record.author ?? []).map((name) => ['AU', risName(name)] as const),
    ...(record.editor ?? []).map((name) => [isInside(record.type) ? 'A2' : 'ED', risName(name)] as const),
    ...(record.translator ?? []).map((name) => ['A4', risName(name)] as const),
    // A book stands in its series, a paper in proceedings with a title of their own: each has a second tag for it.
    ['T2', record['container-title'] ?? (record.type === 'book' ? record['collection-title'] : undefined)],
    ['C3', record.type === 'paper-conference' ? record['container-title'] : undefined],
    ['J2', record['container-title-short']],
    ['T3', record['collection-title']],
    ['SV', isInside(record.type) ? record['collection-number'] : undefined],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', issuedOn(record.issued)],
    // EndNote's “original publication”.
    ['OP', slashed(record['original-date'])],
    ['VL', record.volume],
    ['NV', record['number-of-volumes']],
    ['IS', record.issue],
    ['SP', first],
    ['EP', last],
    ['ET', record.edition ?? (isVersioned(record.type) ? record.version : undefined)],
    ['PB', record.publisher],
    ['CY', record['publisher-place']],
    // For papers some readers take that for where the conference was.
    ['C1', record.type === 'paper-conference' ? record['publisher-place'] : undefined],
    ['M1', numbered(record)],
    ['M3', record.genre],
    ['SN', record.ISBN ?? record.ISSN ?? (/^(?:patent|standard)$/.test(record.type) ? record.number : undefined)],
    ['DO', record.DOI],
    // Some readers know a DOI of a newer registrant only by its address.
    ['UR', record.URL ?? (record.DOI && `https://doi.org/${record.DOI}`)],
    ['AN', record.PMID && `PMID: ${record.PMID}`],
    ['C2', record.PMCID],
    ['Y2', slashed(record.accessed)],
    ['LA', record.language],
    ['N1', record.note],
    ['N1', item.remark],
    ...notes.map((note) => ['N1', note] as const),
    ...item.tags.map((tag) => ['KW', tag] as const),
    ['AB', record.abstract],
  ];
}

/**
 * One record, each value on one line, so that none can begin a tag or end a record.
 *
 * @param notes - What is said about the work beside its record and the reader's remark.
 */
export function risRecord(item: ReadingItem, key: string, notes: readonly string[] = []): string {
  let text = '';
  for (const [tag, value] of tags(item, itemRecord(item), key, notes)) {
    const words = oneLine(value ?? '');
    if (words) text += `${tag}  - ${tag === 'SP' ? unbrokenPages(words) : words}\r\n`;
  }
  return `${text}ER  - \r\n`;
}

/** RIS in UTF-8. */
export const ris: Format = {
  id: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  holdsPassages: false,
  *parts({ items }, { keyTemplate }) {
    const keys = citationKeys(items, keyTemplate);
    yield { type: 'works', works: items, between: '\r\n', write: (item, i) => risRecord(item, keys[i]!) };
  },
};
