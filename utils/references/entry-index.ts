import { UNDATED } from '../model/undated';
import { authorsIn, isUncased } from './authors';
import { foldName } from './fold';
import { yearPrinted, yearsPrinted } from './printed-year';

/** An entry of the page's own list, as far as finding it from the text takes. */
export interface ListedEntry {
  /** Fragment identifier; undefined or empty where it has none. */
  readonly id?: string;
  /** The number or key printed before it; empty where none. */
  readonly label: string;
  readonly text: string;
}

/** An entry with what an author–year citation can say of it. */
export interface DatedEntry<E> {
  readonly entry: E;
  /** Folded words of the first author, and of all. */
  readonly first: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
  /** How many authors are printed; 0 where they cannot be told apart, infinite with `et al.`. */
  readonly authors: number;
  /** Every year printed, with its letter and without. */
  readonly years: ReadonlySet<string>;
  /** The year of the work as printed, `2010a`; empty where it is not plain. */
  readonly year: string;
}

/** The entries of a page's lists, to be found by number or by name and year. */
export interface EntryIndex<E> {
  /** By what is printed before them. Several where lists of one page start anew. */
  readonly numbered: ReadonlyMap<string, readonly E[]>;
  /** By any folded word of their authors. */
  readonly named: ReadonlyMap<string, readonly DatedEntry<E>[]>;
  /** What stands before the years of entries ({@link yearContext}), so that an entry is not taken for a mention of another. */
  readonly contexts: ReadonlyMap<string, E>;
  /** Most entries have authors and a year, so that names in brackets lead to them. */
  readonly isDated: boolean;
}

/** Letters of scripts that put no spaces between words. */
export const UNSPACED = '\\u3040-\\u30fa\\u30fc-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af々';
const UNPRINTED = new RegExp(UNDATED);
const UNSPACED_WORD = new RegExp(`^[${UNSPACED}]+$`, 'u');

/** A dash for the authors of the entry before. */
const DITTO = /^[–—―_-]{2,}(?=[\s,.(])/;

/** How much of an entry is read, UTF-16 units. */
const LONGEST = 1000;

/** Where authors can be, in an entry whose style is not known, UTF-16 units. */
const LONGEST_HEAD = 150;

/** Folded words of a text. */
const wordsOf = (text: string): string[] => (text.match(/[\p{L}\p{M}'’‐-]{2,}/gu) ?? []).map(foldName);

/** Puts the entries of a page's lists in order for {@link EntryIndex}. Entries of the same words count once. */
export function indexEntries<E extends ListedEntry>(entries: readonly E[]): EntryIndex<E> {
  const numbered = new Map<string, E[]>();
  const named = new Map<string, DatedEntry<E>[]>();
  const labelled = new Set<string>();
  const texts = new Set<string>();
  const contexts = new Map<string, E>();
  let dated = 0;
  let authors = '';
  for (const entry of entries) {
    const labelAndText = `${entry.label}|${entry.text}`;
    if (entry.label && !labelled.has(labelAndText)) put(numbered, entry.label, entry);
    labelled.add(labelAndText);
    if (texts.has(entry.text)) continue;
    texts.add(entry.text);
    const text = entry.text.slice(0, LONGEST).replace(DITTO, () => authors);
    const read = datedEntry(entry, text);
    authors = read.head;
    for (const { index } of entry.text.slice(0, LONGEST).matchAll(/(?:1[5-9]|20)\d\d/g))
      contexts.set(yearContext(entry.text, index), entry);
    if (read.authors > 0 && read.year) dated++;
    if (read.years.size > 0) for (const name of read.names) put(named, name, read);
  }
  return { numbered, named, contexts, isDated: dated > texts.size / 2 };
}

/** The last letters before a year at an offset, with the year: the same wherever and however an entry is laid out. */
export const yearContext = (text: string, at: number): string =>
  lettersOf(text.slice(Math.max(0, at - 40), at + 4)).slice(-18);

/** A text without anything but letters and digits. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

function put<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const kept = map.get(key);
  if (kept) kept.push(value);
  else map.set(key, [value]);
}

function datedEntry<E extends ListedEntry>(entry: E, text: string): DatedEntry<E> & { readonly head: string } {
  const { authors, isMore, end, confidence } = authorsIn(text);
  const year = yearPrinted(text);
  const isPlain = confidence >= 0.5;
  const isNear = year !== undefined && year.start < (isPlain ? end + 60 : 400);
  const head = text.slice(0, isNear ? Math.max(year.start, isPlain ? end : 0) : isPlain ? end : LONGEST_HEAD);
  // Where nothing tells names from other words, those of the title are none.
  const lead = isUncased(head) ? head.split(/[.(]/, 1)[0]! : head;
  const first = new Set(wordsOf(isPlain ? authors[0]!.family : (lead.split(/[,;،]|\sand\s|&/, 1)[0] ?? '')));
  const names = new Set(wordsOf(lead));
  for (const name of [...first]) {
    if (!UNSPACED_WORD.test(name)) continue;
    // A family name alone: nothing divides it from the given name.
    for (let length = 2; length < name.length; length++) first.add(name.slice(0, length));
  }
  const initials = (head.match(/(?<![\p{L}.])\p{Lu}(?=\p{Ll})/gu) ?? []).join('');
  if (!isPlain && initials.length > 1) first.add(foldName(initials));
  for (const name of first) names.add(name);
  const years = new Set(yearsPrinted(text).flatMap((one) => [`${one.year}`, `${one.year}${one.suffix}`]));
  const [unprinted = ''] = UNPRINTED.exec(text) ?? [];
  if (unprinted) years.add(unprinted);
  return {
    entry,
    first,
    names,
    authors: isMore ? Number.POSITIVE_INFINITY : authors.length,
    years,
    year: year ? `${year.year}${year.suffix}` : unprinted,
    head,
  };
}
