import { plainText } from '../model/rich-text';
import type { CslDate, CslItem, CslName } from '../model/work';
import { cslType } from './bib-types';
import { isInside } from './bib-values';
import { type BibEntry, readBibEntries } from './read-bib-entries';
import { readBibNames } from './read-bib-names';
import { dateFrom, monthOf, readIsoDate } from './read-date';
import { known, type ReadFile, type ReadItem, tagsFrom, unreadable } from './read-file';
import { readLatex, readLatexText } from './read-latex';

/** Verbatim fields, without the backslashes that other programs put into them, in braces too. */
const verbatim = (text: string | undefined): string | undefined =>
  text
    ?.trim()
    .replace(/\{\\~\{\}\}|\{?\\textasciitilde(?:\{\}|\})?/g, '~')
    .replace(/\{\\([_%&#~$])\}|\\([_%&#~$])/g, '$1$2');

/** An address alone: of several, which Mendeley joins with spaces, the first; what is in `\\url{}` without it. */
function address(text: string | undefined): string | undefined {
  const bare = /^\s*\\url\s*\{(.*)\}\s*$/s.exec(text ?? '')?.[1] ?? text;
  return verbatim(bare)?.replace(/^(https?:\S+)\s+https?:.*$/s, '$1');
}

function issued(fields: Readonly<Record<string, string>>): CslDate | undefined {
  const date = readIsoDate(fields.date);
  if (date) return date;
  const year = /-?\d{1,5}/.exec(fields.year ?? '')?.[0];
  if (year !== undefined) return dateFrom(Number(year), monthOf(fields.month), Number(fields.day) || undefined);
  const literal = readLatexText(fields.year ?? '');
  return literal ? { literal } : undefined;
}

/** Where the number of an entry goes; a paper in a series has its issue apart. */
function numbered(
  type: string,
  number: string | undefined,
  issue: string | undefined,
  isInSeries: boolean,
): Partial<CslItem> {
  const either = number ?? issue;
  if (!either) return {};
  if (type === 'paper-conference' && isInSeries) return known({ 'collection-number': number, issue });
  if (/^(?:article-|review|periodical|paper-conference)/.test(type)) return { issue: either };
  return type === 'book' || isInside(type) ? { 'collection-number': either } : { number: either };
}

function readEntry({ type: entryType, key, fields }: BibEntry): ReadItem {
  const text = (...names: readonly string[]): string | undefined => {
    const name = names.find((one) => fields[one]);
    return name && readLatexText(fields[name]!);
  };
  const names = (field: string | undefined): readonly CslName[] => readBibNames(field, fields.options);
  const type = cslType(entryType, text('entrysubtype'));
  const title = readLatex([fields.title, fields.subtitle].filter(Boolean).join(': '));
  const arxiv =
    fields.eprint && /arxiv/i.test(fields.eprinttype ?? fields.archiveprefix ?? '') ? fields.eprint : undefined;
  // Written by hand, what is online was published at its address.
  const isOnline = /^\s*(?:\\url\s*\{|https?:)/.test(fields.howpublished ?? '');
  const csl: CslItem = {
    id: key,
    type,
    ...known({
      title: plainText(title),
      author: names(fields.author),
      editor: names(fields.editor),
      translator: names(fields.translator),
      'container-title': text('journaltitle', 'journal', 'booktitle', 'maintitle'),
      'container-title-short': text('shortjournal'),
      'event-title': text('eventtitle'),
      'collection-title': text('series'),
      issued: issued(fields),
      volume: text('volume'),
      ...numbered(type, text('number'), text('issue'), fields.series !== undefined),
      page: fields.pages && readLatexText(fields.pages.replace(/\s*-+\s*/g, '-')),
      edition: text('edition'),
      publisher: text('publisher', 'school', 'institution', 'organization', ...(isOnline ? [] : ['howpublished'])),
      'publisher-place': text('address', 'location'),
      genre: text('type') ?? (entryType === 'mastersthesis' ? 'Master’s thesis' : undefined),
      version: text('version'),
      'original-date': readIsoDate(fields.origdate),
      'title-short': text('shorttitle'),
      'container-author': names(fields.bookauthor),
      'original-title': text('origtitle'),
      'original-publisher': text('origpublisher'),
      'event-place': text('venue'),
      'event-date': readIsoDate(fields.eventdate),
      'chapter-number': text('chapter'),
      'number-of-volumes': text('volumes'),
      'number-of-pages': text('pagetotal'),
      accessed: readIsoDate(fields.urldate),
      language: text('language', 'langid'),
      DOI: verbatim(fields.doi)?.replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
      URL:
        address(fields.url ?? (isOnline ? fields.howpublished : undefined)) ??
        (arxiv ? `https://arxiv.org/abs/${verbatim(arxiv)}` : undefined),
      PMID: text('pmid'),
      PMCID: text('pmcid'),
      ISBN: text('isbn'),
      ISSN: text('issn'),
      note: text('note'),
      abstract: text('abstract'),
    }),
  };
  return {
    csl,
    title,
    remark: text('annotation', 'annote') ?? '',
    // Tags and folders of the reader's own stand apart from the keywords of the record, in Mendeley and JabRef.
    tags: tagsFrom(
      ['keywords', 'keyword', 'mendeley-tags', 'mendeley-groups', 'groups'].flatMap((name) =>
        (text(name) ?? '').split(/[,;]/),
      ),
    ),
  };
}

/** Works of a BibTeX or BibLaTeX file. */
export function readBibtex(text: string): ReadFile {
  const { entries, broken } = readBibEntries(text);
  if (entries.length + broken.length === 0) return unreadable('whyNoBibtex', text);
  return { items: entries.map(readEntry), passages: [], broken };
}
