import { plainText } from '../model/rich-text';
import { type CslDate, type CslItem, type CslName, RARE_NAMES, RARE_TEXTS } from '../model/work';
import { readIsoDate, readPrintedDate } from './read-date';
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
import { isDamaged, readJson } from './read-json';
import { readTitle } from './read-title';

type Unknown = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TEXTS = [
  'container-title',
  'container-title-short',
  'collection-title',
  'collection-number',
  'title-short',
  'original-title',
  'original-publisher',
  'event-title',
  'event-place',
  'chapter-number',
  'number-of-volumes',
  'number-of-pages',
  'section',
  'authority',
  'medium',
  'status',
  'archive',
  'archive_location',
  'call-number',
  'version',
  'volume',
  'issue',
  'page',
  'number',
  'publisher',
  'publisher-place',
  'edition',
  'language',
  'genre',
  'abstract',
  'note',
  'DOI',
  'PMID',
  'PMCID',
  'ISBN',
  'ISSN',
  'URL',
  ...RARE_TEXTS,
] as const;

const NAMES = ['author', 'editor', 'translator', 'container-author', 'collection-editor', ...RARE_NAMES] as const;
const DATES = ['issued', 'accessed', 'original-date', 'event-date', 'submitted'] as const;
const PARTS = ['family', 'given', 'suffix', 'non-dropping-particle', 'dropping-particle', 'literal'] as const;

/** Fields under names that they had, or still have in other programs. */
const ONCE = {
  'container-title-short': 'journalAbbreviation',
  'title-short': 'shortTitle',
  'event-title': 'event',
} as const;

/** Identifiers that other programs have in the note only, each on a line of its own. */
const noted = (note: string, scheme: string): string | undefined =>
  new RegExp(`^${scheme}: ?(\\S+)$`, 'm').exec(note)?.[1];

/** Text of a field; numbers are text too. */
const text = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : typeof value === 'number' && Number.isFinite(value) ? String(value) : undefined;

function readName(value: unknown): CslName | undefined {
  if (!isObject(value)) return undefined;
  const name = known(Object.fromEntries(PARTS.map((part) => [part, text(value[part])]))) as CslName;
  return name.family || name.literal || name.given ? name : undefined;
}

function readDate(value: unknown): CslDate | undefined {
  if (!isObject(value)) return undefined;
  const parts = Array.isArray(value['date-parts']) ? value['date-parts'] : [];
  const dates = parts
    .filter(Array.isArray)
    .map((part) =>
      part
        .map(Number)
        .filter((number) => Number.isInteger(number))
        .slice(0, 3),
    )
    .filter((part) => part.length > 0)
    .slice(0, 2);
  const season = text(value.season);
  const more = { ...(value.circa ? { circa: true } : {}), ...(season && { season }) };
  if (dates.length > 0) return { 'date-parts': dates, ...more };
  const raw = text(value.raw) ?? text(value.literal);
  return raw === undefined ? undefined : (readIsoDate(raw) ?? readPrintedDate(raw) ?? { literal: raw });
}

function readItem(value: unknown): ReadItem | BrokenWhy {
  if (!isObject(value)) return 'whyNotObject';
  const marked = text(value.title) ?? '';
  const title = readTitle(marked);
  const note = text(value.note) ?? '';
  const texts = {
    ...Object.fromEntries(Object.entries(ONCE).map(([field, name]) => [field, text(value[name])])),
    ...Object.fromEntries(['DOI', 'PMID', 'PMCID'].map((scheme) => [scheme, noted(note, scheme)])),
    ...known(Object.fromEntries(TEXTS.map((field) => [field, text(value[field])]))),
  };
  if (!marked && !texts.DOI && !texts.PMID && !texts.ISBN && !texts.URL) return 'whyNoTitle';
  const csl: CslItem = {
    id: text(value.id) ?? '',
    type: text(value.type) || 'document',
    ...known({
      title: plainText(title),
      ...texts,
      ...Object.fromEntries(
        NAMES.map((field) => {
          const list: readonly unknown[] = Array.isArray(value[field]) ? value[field] : [];
          return [field, list.map(readName).filter((name) => name !== undefined)];
        }),
      ),
      ...Object.fromEntries(DATES.map((field) => [field, readDate(value[field])])),
    }),
  };
  return { csl, title, remark: text(value.annote) ?? '', tags: tagsFrom((text(value.keyword) ?? '').split(/[,;]/)) };
}

/** Works of a CSL-JSON file: a list, one item, or a list under `items` as Zotero's API gives it. */
export function readCslJson(source: string): ReadFile {
  const value = readJson(source);
  if (value === undefined) return unreadable('whyNotJson', source);
  const list: readonly unknown[] = Array.isArray(value)
    ? value
    : isObject(value) && Array.isArray(value.items)
      ? value.items
      : [value];
  const items: ReadItem[] = [];
  const broken: BrokenEntry[] = [];
  for (const [i, entry] of list.entries()) {
    const read = readItem(entry);
    if (isDamaged(entry)) broken.push(brokenEntry(['entry', i + 1], 'whyNotJson', entry.damaged));
    else if (typeof read === 'string') broken.push(brokenEntry(['entry', i + 1], read, JSON.stringify(entry) ?? ''));
    else items.push(read);
  }
  return { items, passages: [], broken };
}
