import { type Passage, placesOf, quotedWords } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import { workYear } from '../model/work';
import { isoDate } from './bib-values';
import { citationKeys } from './citation-key';
import { csvRow } from './csv-cell';
import type { Format } from './format';
import { personName } from './person-name';
import { itemRecord, itemTitle } from './record';

const COLUMNS = [
  'Entry',
  'Key',
  'Type',
  'Title',
  'Authors',
  'Year',
  'Date',
  'Container',
  'Volume',
  'Issue',
  'Pages',
  'Publisher',
  'DOI',
  'PMID',
  'ISBN',
  'URL',
  'Status',
  'Tags',
  'Remark',
  'Added',
  'Abstract',
  'Quote',
  'Before',
  'After',
] as const;

type Column = (typeof COLUMNS)[number];

const row = (cells: Partial<Record<Column, string>>): string => csvRow(COLUMNS.map((column) => cells[column] ?? ''));

const day = (at: number): string => new Date(at).toISOString();

function workRow(item: ReadingItem, key: string): string {
  const record = itemRecord(item);
  return row({
    Entry: 'work',
    Key: key,
    Type: record.type,
    Title: plainText(itemTitle(item)),
    Authors: (record.author ?? record.editor ?? []).map(personName).join('; '),
    Year: String(workYear(item.work) ?? ''),
    Date: isoDate(record.issued),
    Container: record['container-title'],
    Volume: record.volume,
    Issue: record.issue,
    Pages: record.page,
    Publisher: record.publisher,
    DOI: record.DOI,
    PMID: record.PMID,
    ISBN: record.ISBN,
    URL: record.URL,
    Status: item.status,
    Tags: item.tags.join('; '),
    Remark: item.remark,
    Added: day(item.added),
    Abstract: record.abstract,
  });
}

const passageRow = ({ page, selectors, tags, remark, created }: Passage): string =>
  row({
    Entry: 'passage',
    Title: page.title,
    URL: page.url,
    Tags: tags.join('; '),
    Remark: remark,
    Added: day(created),
    Quote: quotedWords(selectors),
    Before: selectors.quote.prefix,
    After: placesOf(selectors).at(-1)!.quote.suffix,
  });

/**
 * Works and passages as rows of one table (RFC 4180, with a byte order mark, by which spreadsheets know UTF-8). A passage has its page as
 * title and address. Cells that a spreadsheet would run begin with an apostrophe.
 */
export const csv: Format = {
  id: 'csv',
  label: 'CSV',
  extension: 'csv',
  mediaType: 'text/csv',
  holdsPassages: true,
  *parts({ items, passages }, { keyTemplate }) {
    yield `\uFEFF${csvRow(COLUMNS)}`;
    const keys = citationKeys(items, keyTemplate);
    yield { type: 'works', works: items, write: (item, i) => workRow(item, keys[i]!) };
    yield { type: 'passages', passages, write: passageRow };
  },
};
