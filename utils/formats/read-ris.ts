import { plainText } from '../model/rich-text';
import type { CslDate, CslItem, CslName } from '../model/work';
import { SEASONS } from './csl-types';
import { dateFrom, monthOf, readPrintedDate } from './read-date';
import {
  type BrokenEntry,
  type BrokenWhy,
  brokenEntry,
  known,
  type ReadFile,
  type ReadItem,
  tagsFrom,
  unreadable,
} from './read-file';
import { readTitle } from './read-title';
import { cslType } from './ris-types';

/** Ends the name of a company, where no given name stands. */
const COMPANY = /, ?(?:Inc|Ltd|LLC|LLP|Corp|Co|PLC|GmbH|AG|S\.?A|B\.?V|N\.?V)\.?$/;

/** `Last, First, Suffix`; a name without a comma is a group's. */
function readName(text: string): CslName | undefined {
  if (COMPANY.test(text)) return { literal: text };
  const [family = '', given, suffix] = text.split(',').map((part) => part.trim());
  if (!family) return undefined;
  if (!text.includes(',')) return { literal: family };
  return { family, ...(given && { given }), ...(suffix && { suffix }) };
}

const names = (values: readonly string[]): readonly CslName[] =>
  values.map(readName).filter((name) => name !== undefined);

type Tags = ReadonlyMap<string, readonly string[]>;

/** Where a serial number goes: ten or thirteen digits make an ISBN, eight an ISSN. */
function serial(value: string | undefined): Partial<CslItem> {
  const digits = (value ?? '').replace(/[^\dXx]/g, '');
  if (digits.length === 10 || digits.length === 13) return { ISBN: value };
  return digits.length === 8 && /^\d{4}-?\d{3}[\dXx]/.test(value!) ? { ISSN: value } : {};
}

/** What the fourth part of a date says in words, of what Ibid writes and others may (`Winter`, `circa`, `to 2020-02`). */
function withWords(date: CslDate, words: string): CslDate {
  const season = SEASONS.findIndex((name) => new RegExp(`\\b${name}\\b`, 'i').test(words)) + 1;
  const isAbout = /\b(?:circa|ca?\.|about)(?!\w)/i.test(words);
  const [, sign, end] = /\bto (-?)(\d+(?:-\d\d?){0,2})$/.exec(words) ?? [];
  const parts = end?.split('-').map(Number) ?? [];
  const to = dateFrom(...(sign ? [-parts[0]!, ...parts.slice(1)] : parts))?.['date-parts'] ?? [];
  return {
    'date-parts': [...date['date-parts']!, ...to],
    ...(isAbout && { circa: true }),
    ...(season > 0 && { season: String(season) }),
  };
}

/** The day of a work. EndNote says only month and day (`May 17`) where others say the whole date. */
function issuedOn(day: string | undefined, year: string | undefined): CslDate | undefined {
  const published = readPrintedDate(year);
  const [, month, date] = /^([A-Za-z]{3,})\.?(?:\s+(\d{1,2}))?$/.exec(day ?? '') ?? [];
  const inYear = published?.['date-parts']?.[0]?.[0];
  if (monthOf(month) && inYear !== undefined) return dateFrom(inYear, monthOf(month), Number(date) || undefined);
  const inDays = readPrintedDate(day);
  const words = /^[^/]*\/[^/]*\/[^/]*\/(.+)$/.exec(day ?? '')?.[1];
  if (inDays && words) return withWords(inDays, words);
  return inDays ?? published ?? (day ? { literal: day } : undefined);
}

function readRecord(tags: Tags): ReadItem {
  const all = (...from: readonly string[]): readonly string[] => from.flatMap((tag) => tags.get(tag) ?? []);
  const first = (...from: readonly string[]): string | undefined => all(...from)[0];
  const type = cslType(first('TY') ?? '');
  const isWhole = type === 'book';
  const isNumbered = type === 'patent' || type === 'standard';
  const isVersioned = type === 'software' || type === 'dataset';
  const title = readTitle(first('TI', 'T1', 'CT') ?? (isWhole ? first('BT') : undefined) ?? '');
  // A list of pages is held together by no-break spaces.
  const [start, end] = [first('SP')?.replaceAll('\u00A0', ' '), first('EP')];
  const doi = first('DO', 'DI')?.replace(/^(?:https?:\/\/(?:dx\.)?doi\.org\/|doi:\s*)/i, '');
  const url = first('UR', 'L2');
  const csl: CslItem = {
    id: first('ID') ?? '',
    type,
    ...known({
      title: plainText(title),
      author: names(all('AU', 'A1')),
      editor: names(all('ED', ...(isWhole ? ['A3'] : ['A2']))),
      translator: names(all('A4')),
      'container-title': isWhole ? undefined : first('T2', 'C3', 'JO', 'JF', 'BT', 'JA'),
      'container-title-short': first('J2', 'JA'),
      'title-short': first('ST'),
      'collection-number': first('SV') ?? (isWhole ? first('M1') : undefined),
      'collection-title': isWhole ? first('T3', 'T2') : first('T3'),
      issued: issuedOn(first('DA'), first('PY', 'Y1')),
      // What else stands there is another work's reference.
      'original-date': /^-?\d{1,5}(?:\/\d\d?){0,2}$/.test(first('OP') ?? '') ? readPrintedDate(first('OP')) : undefined,
      volume: first('VL'),
      'number-of-volumes': first('NV'),
      issue: first('IS'),
      page: start && end ? `${start}-${end}` : start,
      [isVersioned ? 'version' : 'edition']: first('ET'),
      publisher: first('PB'),
      'publisher-place': first('CY', 'PP', ...(type === 'paper-conference' ? ['C1'] : [])),
      number: type === 'webpage' || isWhole ? undefined : (first('M1') ?? (isNumbered ? first('SN') : undefined)),
      genre: first('M3'),
      ...(isNumbered ? {} : serial(first('SN'))),
      DOI: doi,
      // Many programs repeat the DOI as an address.
      URL: doi && url?.toLowerCase() === `https://doi.org/${doi}`.toLowerCase() ? undefined : url,
      PMID: /^(?:PMID:?\s*)(\d+)$/.exec(first('AN') ?? '')?.[1],
      PMCID: /^PMC\d+$/.exec(first('C2') ?? '')?.[0],
      accessed: readPrintedDate(first('Y2') ?? (type === 'webpage' ? first('M1') : undefined)),
      language: first('LA'),
      abstract: first('AB', 'N2'),
    }),
  };
  // RIS has one field for what the record notes and what the reader remarks.
  return { csl, title, remark: all('N1', 'RN').join('\n'), tags: tagsFrom(all('KW')) };
}

const TAG = /^([A-Z][A-Z0-9]) {1,2}-(?: (.*))?$/;

/** Works of a RIS file. Lines without a tag go on with the value before them; records that do not end are broken. */
export function readRis(text: string): ReadFile {
  const items: ReadItem[] = [];
  const broken: BrokenEntry[] = [];
  let tags: Map<string, string[]> | undefined;
  let lines: string[] = [];
  let begin = 0;
  let last: string[] | undefined;
  const discard = (why: BrokenWhy): void => {
    broken.push(brokenEntry(['line', begin], why, lines.join('\n')));
    tags = undefined;
  };
  for (const [i, raw] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const line = raw.trimEnd();
    const [, tag, value = ''] = TAG.exec(line) ?? [];
    if (tag === 'TY') {
      if (tags) discard('whyUnended');
      [tags, lines, begin, last] = [new Map([['TY', [value.trim()]]]), [line], i + 1, undefined];
    } else if (!tags) {
      if (tag && tag !== 'ER') broken.push(brokenEntry(['line', i + 1], 'whyOutside', line));
    } else if (tag === 'ER') {
      if (tags.size > 1) items.push(readRecord(tags));
      else discard('whyEmpty');
      tags = undefined;
    } else if (tag) {
      lines.push(line);
      last = tags.get(tag) ?? [];
      tags.set(tag, last);
      last.push(value.trim());
    } else if (line.trim() && last) {
      lines.push(line);
      // EndNote writes one tag before all keywords, each on a line of its own.
      if (last === tags.get('KW')) last.push(line.trim());
      // Only put together, with `+`: to make the whole anew after each of thousands of lines takes minutes.
      else last[last.length - 1] = last.at(-1) ? `${last.at(-1)} ${line.trim()}` : line.trim();
    }
  }
  if (tags) discard('whyUnended');
  if (items.length + broken.length === 0) return unreadable('whyNoRis', text);
  return { items, passages: [], broken };
}
