import type { ReadingItem } from '../model/reading-item';
import type { CslItem } from '../model/work';
import { BIBLATEX_TYPES, subtypeOf } from './bib-types';
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

const entryType = (type: string): string => BIBLATEX_TYPES[type] ?? 'misc';

/** Fields of one entry: LaTeX by name, in the order they are written. */
function fields(item: ReadingItem, record: CslItem): Record<string, string | undefined> {
  const { type } = record;
  const isHeld = type === 'thesis' || type === 'report';
  const arxiv = item.work.ids.find(({ scheme }) => scheme === 'arxiv')?.value;
  return {
    entrysubtype: subtypeOf(type, entryType(type)),
    options: nameOptions(record),
    author: bibtexNames(record.author),
    editor: bibtexNames(record.editor),
    translator: bibtexNames(record.translator),
    title: latexTitle(itemTitle(item)),
    [isInside(type) ? 'booktitle' : 'journaltitle']: line(record['container-title']),
    shortjournal: isInside(type) ? undefined : line(record['container-title-short']),
    eventtitle: line(record['event-title']),
    series: line(record['collection-title']),
    date: isoDate(record.issued),
    year: line(record.issued?.literal),
    volume: line(record.volume),
    ...numbers(record),
    pages: bibtexPages(record.page),
    edition: line(record.edition),
    [isHeld ? 'institution' : 'publisher']: undivided(record.publisher),
    location: undivided(record['publisher-place']),
    type: line(record.genre),
    version: line(record.version),
    origdate: isoDate(record['original-date']),
    ...rareFields(record),
    language: line(record.language),
    langid: line(record.language),
    doi: record.DOI && verbatim(record.DOI),
    eprint: arxiv && verbatim(arxiv),
    eprinttype: arxiv && 'arxiv',
    url: repeatsDoi(record) ? undefined : record.URL && verbatim(record.URL),
    urldate: isoDate(record.accessed),
    pmid: line(record.PMID),
    pmcid: line(record.PMCID),
    isbn: line(record.ISBN),
    issn: line(record.ISSN),
    note: line(record.note),
    annotation: line(item.remark),
    keywords: keywords(item.tags),
    abstract: line(record.abstract),
  };
}

/** BibLaTeX for biber, with its own types and fields (https://ctan.org/pkg/biblatex); text as in BibTeX (decision 0009). */
export const biblatex: Format = {
  id: 'biblatex',
  label: 'BibLaTeX',
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
