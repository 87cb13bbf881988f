import type { CslItem, CslName } from '../model/work';
import { readPrintedDate } from './read-date';
import { type BrokenEntry, brokenEntry, known, type ReadFile, type ReadItem, tagsFrom, unreadable } from './read-file';

type Tags = ReadonlyMap<string, readonly string[]>;

/** `Doe, Jane Q`, or `Doe JQ` where the full name is not told. */
function readName(text: string): CslName {
  const [family = '', given] = text.includes(',')
    ? text.split(/,\s*/)
    : [text.replace(/\s+\S+$/, ''), /\s(\S+)$/.exec(text)?.[1]];
  return { family, ...(given && { given }) };
}

function readRecord(tags: Tags): ReadItem {
  const all = (tag: string): readonly string[] => tags.get(tag) ?? [];
  const first = (...from: readonly string[]): string | undefined => from.flatMap(all)[0];
  const doi = [...all('LID'), ...all('AID')].find((value) => value.endsWith('[doi]'));
  const title = (first('TI', 'BTI') ?? '').replace(/\.$/, '');
  const isBook = all('PT').includes('Book') || tags.has('BTI');
  const people = all('FAU').length > 0 ? all('FAU') : all('AU');
  const csl: CslItem = {
    id: '',
    type: isBook ? 'book' : 'article-journal',
    ...known({
      title,
      author: [...people.map(readName), ...all('CN').map((literal) => ({ literal }))],
      'original-title': first('TT')?.replace(/\.$/, ''),
      'container-title': first('JT'),
      'container-title-short': first('TA'),
      issued: readPrintedDate(first('DP')),
      volume: first('VI'),
      issue: first('IP'),
      page: first('PG'),
      publisher: first('PB'),
      language: first('LA'),
      DOI: doi?.replace(/\s*\[doi\]$/, ''),
      PMID: first('PMID'),
      PMCID: first('PMC'),
      ISSN: first('IS')?.replace(/\s.*$/, ''),
      abstract: first('AB'),
    }),
  };
  return { csl, title: title ? [title] : [], remark: '', tags: tagsFrom(all('OT')) };
}

/** Works of a PubMed or MEDLINE file (https://www.nlm.nih.gov/bsd/mms/medlineelements.html): records are parted by empty lines. */
export function readNbib(text: string): ReadFile {
  const items: ReadItem[] = [];
  const broken: BrokenEntry[] = [];
  const records = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/);
  for (const [i, record] of records.entries()) {
    if (!record.trim()) continue;
    const tags = new Map<string, string[]>();
    let last: string[] | undefined;
    for (const line of record.split('\n')) {
      const [, tag, value = ''] = /^([A-Z]{2,4}) *- (.*)$/.exec(line) ?? [];
      if (tag) {
        last = tags.get(tag) ?? [];
        tags.set(tag, last);
        last.push(value.trim());
      } else if (/^ {4,}\S/.test(line) && last) last[last.length - 1] = `${last.at(-1)} ${line.trim()}`;
    }
    if (tags.has('PMID') || tags.has('TI')) items.push(readRecord(tags));
    else broken.push(brokenEntry(['record', i + 1], 'whyNoTitle', record.trim()));
  }
  return items.length + broken.length === 0 ? unreadable('whyNoPubmed', text) : { items, passages: [], broken };
}
