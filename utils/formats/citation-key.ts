import type { ReadingItem } from '../model/reading-item';
import { type CslName, workYear } from '../model/work';

/** Letters that Unicode does not decompose into a base letter and accents. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

/** Small words that say nothing of a title. */
const SMALL = new Set(
  'a an and are as at by do does for from how in is it of on or that the to was what when with le la les un une der die das ein eine el los'.split(
    ' ',
  ),
);

/** Lower-case ASCII letters and digits of a text; empty for scripts other than Latin. */
const ascii = (text: string): string =>
  // Most names and words are ASCII letters already.
  /^[A-Za-z0-9]*$/.test(text) ? text.toLowerCase() : folded(text);

const folded = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[ßæœøđðþłıħ]/g, (letter) => LETTERS[letter]!)
    .normalize('NFKD')
    .replace(/[^a-z0-9]/g, '');

const nameWord = (name: CslName | undefined): string =>
  ascii(name?.family ?? '') ||
  (name?.literal ?? '')
    .split(/\s+/)
    .map(ascii)
    .find((word) => word && !SMALL.has(word)) ||
  '';

/** Characters of a title in which its telling word nearly always stands. */
const HEAD = 60;

/** The first word of a title that tells it from others; empty where none does. */
function tellingWord(title: string): string {
  const head = title.slice(0, HEAD);
  const isTelling = (word: string): boolean => word.length > 1 && !SMALL.has(word);
  // Nearly all titles begin in ASCII, whose letters need no table of Unicode: thousands of keys are made before the first is written.
  if (/^[\0-\x7F]*$/.test(head)) {
    const words = /[A-Za-z0-9]+/g;
    for (let found = words.exec(head); found; found = words.exec(head)) {
      const word = found[0].toLowerCase();
      if (isTelling(word) && words.lastIndex < HEAD) return word;
    }
  }
  for (const [part] of title.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const word = ascii(part);
    if (isTelling(word)) return word;
  }
  return '';
}

/** The usual key: `muller2019scales`. */
export const KEY_TEMPLATE = '[author][year][word]';

const PARTS = {
  author: ({ work: { csl } }: ReadingItem): string =>
    (nameWord(csl.author?.[0] ?? csl.editor?.[0]) || 'anon').slice(0, 20),
  year({ work }: ReadingItem): string {
    const year = workYear(work);
    return year === undefined ? 'nd' : String(Math.abs(year));
  },
  word: ({ work: { csl } }: ReadingItem): string => tellingWord(csl.title ?? '').slice(0, 20),
} as const;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/**
 * What makes the keys of works by a template: `[author]` is the first author's family name, `[year]` the year, `[word]` the first
 * telling word of the title; a capital as in `[Author]` is one in the key. Whatever else a key may hold stays as it is.
 */
function keyMaker(template: string): (item: ReadingItem) => string {
  // Every second piece is the name of a part.
  const pieces = template
    .slice(0, 60)
    .split(/\[(author|year|word|Author|Word)\]/)
    .map((piece, i) => (i % 2 ? piece : piece.replace(/[^\w.:+-]/g, '')));
  return (item) => {
    let key = '';
    for (const [i, piece] of pieces.entries()) {
      if (i % 2 === 0) key += piece;
      else {
        const part = PARTS[piece.toLowerCase() as keyof typeof PARTS](item);
        key += /^[A-Z]/.test(piece) ? capital(part) : part;
      }
    }
    return key || 'work';
  };
}

/** `a`, `b` … `z`, `aa` …: what tells equal keys apart. */
function suffix(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26));
  return n < 26 ? letter : suffix(Math.floor(n / 26) - 1) + letter;
}

/**
 * Citation keys for items, in their order: unique, and the same in every export of the same list whatever its order. Of
 * equal keys the item listed first keeps the plain one, so that a later addition renames nothing.
 *
 * @param template - Words and parts in brackets (see {@link KEY_TEMPLATE}).
 */
export function citationKeys(items: readonly ReadingItem[], template: string = KEY_TEMPLATE): readonly string[] {
  const baseKey = keyMaker(template);
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  /** How many have asked for a key already: with thousands of equal ones, counting from the first each time would take minutes. */
  const asked = new Map<string, number>();
  const byAge = [...items].sort((a, b) => a.added - b.added || (a.id < b.id ? -1 : 1));
  for (const item of byAge) {
    const base = baseKey(item);
    let key = base;
    let n = asked.get(base) ?? 0;
    while (taken.has(key)) key = base + suffix(n++);
    asked.set(base, n);
    taken.add(key);
    keys.set(item.id, key);
  }
  return items.map((item) => keys.get(item.id)!);
}
