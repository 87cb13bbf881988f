import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import type { CslDate, CslItem, CslName } from '../model/work';
import { citationKeys } from './citation-key';
import type { Format } from './format';
import { itemRecord, itemTitle } from './record';
import { oneLine } from './rich';

/** RIS type codes by CSL type. */
const TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'JOUR',
  review: 'JOUR',
  'review-book': 'JOUR',
  'article-magazine': 'MGZN',
  'article-newspaper': 'NEWS',
  article: 'UNPB',
  manuscript: 'UNPB',
  book: 'BOOK',
  chapter: 'CHAP',
  'entry-encyclopedia': 'CHAP',
  'entry-dictionary': 'CHAP',
  'paper-conference': 'CPAPER',
  report: 'RPRT',
  thesis: 'THES',
  dataset: 'DATA',
  software: 'COMP',
  webpage: 'ELEC',
  'post-weblog': 'BLOG',
  post: 'BLOG',
  patent: 'PAT',
};

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
  return `${String(year).padStart(4, '0')}/${two(month)}/${two(day)}`.replace(/\/+$/, '');
};

/** Tag and value pairs of one record. Values may still hold line breaks. */
function tags(item: ReadingItem, record: CslItem, key: string): readonly (readonly [string, string | undefined])[] {
  const [first, last] = record.page?.split(/\s*[-–—]+\s*/) ?? [];
  const year = record.issued?.['date-parts']?.[0]?.[0];
  const hosted = ['chapter', 'paper-conference', 'entry-encyclopedia', 'entry-dictionary'].includes(record.type);
  return [
    ['TY', TYPES[record.type] ?? 'GEN'],
    ['ID', key],
    ['TI', plainText(itemTitle(item))],
    ...(record.author ?? []).map((name) => ['AU', risName(name)] as const),
    ...(record.editor ?? []).map((name) => [hosted ? 'A2' : 'ED', risName(name)] as const),
    ...(record.translator ?? []).map((name) => ['A4', risName(name)] as const),
    // A book stands in its series, a paper in proceedings with a title of their own: each has a second tag for it.
    ['T2', record['container-title'] ?? (record.type === 'book' ? record['collection-title'] : undefined)],
    ['C3', record.type === 'paper-conference' ? record['container-title'] : undefined],
    ['J2', record['container-title-short']],
    ['T3', record['collection-title']],
    ['PY', year === undefined ? undefined : String(year)],
    ['DA', slashed(record.issued)],
    ['VL', record.volume],
    ['IS', record.issue],
    ['SP', first],
    ['EP', last],
    ['ET', record.edition],
    ['PB', record.publisher],
    ['CY', record['publisher-place']],
    ['M1', record.number],
    ['M3', record.genre],
    ['SN', record.ISBN ?? record.ISSN],
    ['DO', record.DOI],
    ['UR', record.URL],
    ['AN', record.PMID && `PMID: ${record.PMID}`],
    ['C2', record.PMCID],
    ['Y2', slashed(record.accessed)],
    ['LA', record.language],
    ['N1', record.note],
    ['N1', item.remark],
    ...item.tags.map((tag) => ['KW', tag] as const),
    ['AB', record.abstract],
  ];
}

/** RIS in UTF-8, one line a tag, so that no value can begin a tag or end a record. */
export const ris: Format = {
  id: 'ris',
  label: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  holdsPassages: false,
  write({ items }) {
    const keys = citationKeys(items);
    return items
      .map((item, i) => {
        const lines = tags(item, itemRecord(item), keys[i]!)
          .map(([tag, value]) => [tag, oneLine(value ?? '')] as const)
          .filter(([, value]) => value)
          .map(([tag, value]) => `${tag}  - ${value}\r\n`);
        return `${lines.join('')}ER  - \r\n`;
      })
      .join('\r\n');
  },
};
