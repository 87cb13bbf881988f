import { UNDATED } from '../model/undated';
import { isUncased } from './authors';
import { type CitedName, type CitedNames, IS_PARTICLE, namesBefore } from './cited-names';
import { type DatedEntry, type EntryIndex, type ListedEntry, lettersOf, UNSPACED, yearContext } from './entry-index';
import { foldName } from './fold';
import { titledIn } from './titled';

/** An author–year citation in running text: `Smith et al. (2010a`, or one year of several. */
export interface Mention<E> {
  /** Offsets into the text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** The entries it can stand for, likeliest first; one where it is plain, none where the list lacks it. */
  readonly entries: readonly E[];
  /** Equal numbers stand in one bracket, or are years of the same names. */
  readonly cluster: number;
  /** 0 to 1. */
  readonly confidence: number;
}

/** Fewest years of a list from which names that it lacks are believed to be citations. */
const FEWEST_YEARS = 3;

/** Brackets, and what can be a year, or a page where languages and literature cite without years. Looked at more closely only then: it is looked for in every word of a page. */
const TOKEN = new RegExp(
  `[()[\\]（）［］]|(?:1[3-9]|20)\\d\\d|${UNDATED}|(\\d{1,4}(?:[–-]\\d{1,4})?)(?=\\s?[;)])`,
  'g',
);
/** What may stand before the page of a work: `(Tarn, pp. 5–6)`. */
const BEFORE_PAGE = /(?:pp?|S|s)\.\s?$/;
const BEFORE = /[\d\p{L}.:/_#$€£-]$/u;
/** The letter of a year, and letters of further years; then no word, unless a hidden one begins at once. */
const AFTER = /^(?:([a-z])((?:\s?[,&–-]\s?[a-z](?![\p{L}\d.]))*))?(?!\d|[\p{Ll}\p{Lo}]|\p{Lu}(?!\p{L})|[.,]\d)/u;
/** What may stand between two years of the same names: pages, and words between years. */
const SAME_NAMES = /^[\s,;:&/.–\d-]*(?:(?:and|und|y|e|et|pp?\.?|§|chap\.|ch\.)[\s,;:.–\d-]*)?$/;
const BEFORE_YEAR = /\s?[[(（［]\s?$/;
const OPENING = /[([（［]/;
const CLOSING = /[)\]）］]/;
const PLAIN_NAME = new RegExp(`^(?:\\p{Lu}[\\p{L}'’.‐-]+|[${UNSPACED}]{2,4})$`, 'u');
/** Capitalised words before years that are no names, and that are read as such where groups have them in theirs. */
const NO_NAME =
  /^(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Since|Spring|Summer|Autumn|Fall|Winter|Q[1-4]|Version|Windows|Table|Fig(?:ure)?|Section|Chapter|Act|Edition|Copyright|Updated|Published|Revised|Accessed|The|Until|By|After|Before)$/i;

/**
 * The author–year citations of a text, each with the entries of the page's own list that it can stand for. What matches no
 * entry is reported only where names and year alone fill their part of a bracket. Nothing is found where the list is not one of
 * names and years.
 */
export function mentionsIn<E extends ListedEntry>(text: string, index: EntryIndex<E>): Mention<E>[] {
  const found: Mention<E>[] = [];
  if (!index.isDated) return found;
  let open = -1;
  let last: (CitedNames & { end: number; open: number }) | undefined;
  let cluster = -1;
  for (const match of text.matchAll(TOKEN)) {
    const at = match.index;
    const year = match[0];
    if (year.length === 1 && !match[1]) {
      open = OPENING.test(year) ? at : -1;
      continue;
    }
    const after = AFTER.exec(text.slice(at + year.length, at + year.length + 30));
    if (!after || BEFORE.test(text.slice(Math.max(0, at - 1), at))) continue;
    const [, suffix = '', others = ''] = after;
    const isInBracket = last !== undefined && open >= 0 && last.open === open;
    const isSame = isInBracket && at - last!.end < 30 && SAME_NAMES.test(text.slice(last!.end, at));
    const bracket = BEFORE_YEAR.exec(text.slice(Math.max(0, at - 3), at));
    const isNarrative = bracket !== null;
    const from = isNarrative ? (last?.end ?? 0) : Math.max(last?.end ?? 0, open + 1);
    const isPage = match[1] !== undefined;
    const unread = bracket ?? (isPage ? BEFORE_PAGE.exec(text.slice(Math.max(0, at - 5), at)) : null);
    const titled = isPage && open >= 0 ? titledIn(text.slice(Math.max(open + 1, at - 120), at), index) : undefined;
    if (titled) {
      const { length, entries } = titled;
      found.push({ start: at - length, end: at + year.length, entries, cluster: ++cluster, confidence: 0.8 });
      continue;
    }
    const read = isSame ? last! : namesBefore(text, from, at - (unread?.[0].length ?? 0));
    if (read.names.length === 0) continue;
    const hit = look(index, read, isPage ? '' : year, suffix);
    const isSetOff = open >= 0;
    // Where every word could be a name, only a bracket cites.
    if (!isSetOff && isUncased(read.names.at(-1)!.words.at(-1)!.text)) continue;
    const isAll = isSetOff && !isSame && !isNarrative && fillsItsPart(text, read.names, open, at);
    if (isPage && !(isAll && hit?.start === read.names[0]!.words[0]!.start)) continue;
    const isExpected =
      isSetOff &&
      index.contexts.size >= FEWEST_YEARS &&
      (isSame || (isAll && (isInBracket || read.isMore || read.names.length > 1)));
    if (hit ? isItself(text, hit.start, at, hit.entries[0]!) : !isExpected) continue;
    // Names in an entry that are no mention of another one.
    const around = index.contexts.get(yearContext(text, at));
    if (around && around !== hit?.entries[0]) continue;

    if (!isInBracket) cluster++;
    const yearEnd = at + year.length + suffix.length;
    const isClosed = isNarrative && CLOSING.test(text.slice(yearEnd, yearEnd + 1));
    const start = isSame ? at : (hit?.start ?? read.names[0]!.words[0]!.start);
    const add = (begin: number, end: number, entries: readonly E[] = []) =>
      found.push({ start: begin, end, entries, cluster, confidence: sure(entries.length, isSetOff) });
    add(start, isClosed ? yearEnd + 1 : yearEnd, hit?.entries);
    for (const letter of others.matchAll(/[a-z]/g)) {
      const place = yearEnd + letter.index;
      add(place, place + 1, look(index, read, year, letter[0])?.entries);
    }
    last = { ...read, end: yearEnd + others.length, open };
  }
  return found;
}

const sure = (candidates: number, isSetOff: boolean): number =>
  candidates === 0 ? 0.55 : (candidates === 1 ? 0.9 : 0.7) - (isSetOff ? 0 : 0.15);

/** Whether what looks like a mention of an entry is a part of it, in its list or in a hidden copy. */
function isItself(text: string, start: number, at: number, { text: entry }: ListedEntry): boolean {
  const own = entry.slice(0, 30);
  if (
    own.length > 15 &&
    text
      .slice(start, start + 60)
      .replace(/\s+/g, ' ')
      .startsWith(own)
  )
    return true;
  // What stands before the name stands before it in the entry, too.
  const before = lettersOf(text.slice(Math.max(0, start - 20), at));
  const least = lettersOf(text.slice(start, at)).length + 3;
  const year = text.slice(at, at + 4);
  for (let place = entry.indexOf(year); place >= 0 && place < 1000; place = entry.indexOf(year, place + 1)) {
    if (least <= before.length && lettersOf(entry.slice(0, place)).endsWith(before.slice(-least))) return true;
  }
  return false;
}

/** Whether nothing but names and a year stand between the beginning of a bracket, or a semicolon in it, and a year. */
function fillsItsPart(text: string, names: readonly CitedName[], open: number, at: number): boolean {
  const first = names[0]!.words[0]!;
  const before = text.slice(open + 1, first.start);
  return (
    at - first.start < 100 &&
    /(?:^|[;；])\s*(?:(?:see|also|e\.g\.|cf\.|but|for example|as in|(?:qtd\.|quoted) in|zit\. nach|apud|vgl\.|siehe|voir|ver|véase),?\s*)*$/i.test(
      before,
    ) &&
    names.every(
      ({ words }) =>
        words.length <= 4 &&
        words.every(({ text: word }) => IS_PARTICLE.test(word) || (PLAIN_NAME.test(word) && !NO_NAME.test(word))),
    )
  );
}

/** The entries that names and year can stand for, and where the names among other capitalised words begin. */
function look<E>(
  index: EntryIndex<E>,
  { names, isMore }: CitedNames,
  year: string,
  suffix: string,
): { start: number; entries: E[] } | undefined {
  for (let skipped = 0; skipped < names.length; skipped++) {
    const keys = names.slice(skipped).map(({ words }) => foldName(words.at(-1)!.text));
    const dated = (index.named.get(keys[0]!) ?? []).filter(({ years, first, authors }) =>
      year ? years.has(year) : first.has(keys[0]!) && (isMore ? authors > 1 : authors === keys.length),
    );
    const all = dated.filter((entry) => keys.every((key) => entry.names.has(key)));
    // A name among others that is misspelt on one side.
    const most = all.length > 0 ? all : dated.filter((entry) => isAlmost(entry, keys));
    if (most.length === 0) continue;
    const entries = likeliest(most, keys, isMore, year + suffix);
    const { words } = names[skipped]!;
    let first = words.length - 1;
    while (first > 0 && entries[0]!.names.has(foldName(words[first - 1]!.text))) first--;
    return { start: words[first]!.start, entries: entries.map(({ entry }) => entry) };
  }
  return undefined;
}

const isAlmost = ({ first, names, authors }: DatedEntry<unknown>, keys: readonly string[]): boolean =>
  keys.length > 1 &&
  authors === keys.length &&
  first.has(keys[0]!) &&
  keys.filter((key) => names.has(key)).length >= keys.length / 2;

/** Of entries that all fit, those that fit best. */
function likeliest<E>(
  dated: readonly DatedEntry<E>[],
  keys: readonly string[],
  isMore: boolean,
  year: string,
): DatedEntry<E>[] {
  const points = dated.map((entry) => {
    const count = entry.authors;
    const isCount = count === 0 || (isMore ? count > Math.max(2, keys.length) : count === keys.length);
    return (
      (entry.first.has(keys[0]!) ? 4 : 0) +
      (entry.year === year ? 4 : sameYear(entry.year, year) ? 3 : 0) +
      (isCount ? 2 : 0)
    );
  });
  const best = Math.max(...points);
  return dated.filter((_entry, index) => points[index] === best);
}

/** Whether one of two years is the other without its letter. */
const sameYear = (a: string, b: string): boolean => a !== '' && (a.startsWith(b) || b.startsWith(a));
