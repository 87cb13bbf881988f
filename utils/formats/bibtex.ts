import type { ReadingItem } from '../model/reading-item';
import type { CslDate, CslItem } from '../model/work';
import { BIBTEX_TYPES, subtypeOf } from './bib-types';
import {
  bibEntry,
  bibtexNames,
  bibtexPages,
  isInside,
  isoDate,
  keywords,
  line,
  nameOptions,
  numbers,
  rareFields,
  repeatsDoi,
  undivided,
  verbatim,
} from './bib-values';
import { citationKeys } from './citation-key';
import type { Format } from './format';
import { latexTitle } from './latex';
import { itemRecord, itemTitle } from './record';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const saysMore = (date: CslDate | undefined): boolean =>
  (date?.['date-parts']?.length ?? 0) > 1 ||
  (date?.['date-parts']?.[0]?.length ?? 0) > 2 ||
  date?.circa === true ||
  date?.season !== undefined;

const entryType = (type: string): string => BIBTEX_TYPES[type] ?? 'misc';

/** Fields of one entry: LaTeX by name, in the order they are written. */
function fields(item: ReadingItem, record: CslItem): Record<string, string | undefined> {
  const { type } = record;
  const held = line(record['container-title']);
  const [year, month, day] = record.issued?.['date-parts']?.[0] ?? [];
  return {
    entrysubtype: subtypeOf(type, entryType(type)),
    options: nameOptions(record),
    author: bibtexNames(record.author),
    editor: bibtexNames(record.editor),
    translator: bibtexNames(record.translator),
    title: latexTitle(itemTitle(item)),
    journal: isInside(type) ? undefined : held,
    shortjournal: isInside(type) ? undefined : line(record['container-title-short']),
    // Some readers look for a site where they look for a book.
    booktitle: isInside(type) || entryType(type) === 'online' ? held : undefined,
    eventtitle: line(record['event-title']),
    series: line(record['collection-title']),
    year: year === undefined ? line(record.issued?.literal) : String(year),
    month: month ? MONTHS[month - 1] : undefined,
    day: day ? String(day) : undefined,
    // Only some readers know `day`, and none a range or an estimate: BibLaTeX's `date` says all three.
    date: saysMore(record.issued) ? isoDate(record.issued) : undefined,
    volume: line(record.volume),
    ...numbers(record),
    pages: bibtexPages(record.page),
    edition: line(record.edition),
    [type === 'thesis' ? 'school' : type === 'report' ? 'institution' : 'publisher']: undivided(record.publisher),
    address: undivided(record['publisher-place']),
    type: line(record.genre),
    version: line(record.version),
    origdate: isoDate(record['original-date']),
    ...rareFields(record),
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
    keywords: keywords(item.tags),
    abstract: line(record.abstract),
  };
}

/** BibTeX in UTF-8 (https://ctan.org/pkg/bibtex, `btxdoc`); decision 0009 says why not in ASCII. */
export const bibtex: Format = {
  id: 'bibtex',
  label: 'BibTeX',
  extension: 'bib',
  mediaType: 'application/x-bibtex',
  holdsPassages: false,
  *parts({ items }, { keyTemplate }) {
    const keys = citationKeys(items, keyTemplate);
    yield {
      type: 'works',
      works: items,
      between: '\n',
      write(item, i) {
        const record = itemRecord(item);
        return bibEntry(entryType(record.type), keys[i]!, fields(item, record));
      },
    };
  },
};
