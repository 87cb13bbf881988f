import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import type { CslDate, CslItem, CslName } from '../model/work';
import { isInside, padded, unbrokenPages } from './bib-values';
import { citationKeys } from './citation-key';
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

/** Whether the version of a work is what others call its edition. */
const isVersioned = (type: string): boolean => type === 'software' || type === 'dataset';

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
    ...(record.author ?? []).map((name) => ['AU', risName(name)] as const),
    ...(record.editor ?? []).map((name) => [isInside(record.type) ? 'A2' : 'ED', risName(name)] as const),
    ...(record.translator ?? []).map((name) => ['A4', risName(name)] as const),
    // A book stands in its series, a paper in proceedings with a title of their own: each has a second tag for it.
    ['T2', record['container-title'] ?? (record.type === 'book' ? record['collection-title'] : undefined)],
    ['C3', record.type === 'paper-conference' ? record['container-title'] : undefined],
    ['J2', record['container-title-short']],
    ['T3', record['collection-title']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', slashed(record.issued) ?? record.issued?.literal],
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
    // Web pages have no number: readers look there for the day on which one was seen.
    ['M1', record.type === 'webpage' ? slashed(record.accessed) : record.number],
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
