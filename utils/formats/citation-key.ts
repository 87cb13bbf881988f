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

/** `muller2019scales`: first author's family name, year, first telling word of the title; ASCII, at most 48 characters. */
function baseKey(item: ReadingItem): string {
  const { csl } = item.work;
  const author = nameWord(csl.author?.[0] ?? csl.editor?.[0]) || 'anon';
  const year = workYear(item.work);
  const word =
    (csl.title ?? '')
      .split(/[^\p{L}\p{M}\p{N}]+/u)
      .map(ascii)
      .find((part) => part.length > 1 && !SMALL.has(part)) ?? '';
  return `${author.slice(0, 20)}${year === undefined ? 'nd' : Math.abs(year)}${word.slice(0, 20)}`;
}

/** `a`, `b` … `z`, `aa` …: what tells equal keys apart. */
function suffix(n: number): string {
  const letter = String.fromCharCode(97 + (n % 26));
  return n < 26 ? letter : suffix(Math.floor(n / 26) - 1) + letter;
}

/**
 * Citation keys for items, in their order: unique, and the same in every export of the same list whatever its order. Of
 * equal keys the item listed first keeps the plain one, so that a later addition renames nothing.
 */
export function citationKeys(items: readonly ReadingItem[]): readonly string[] {
  const keys = new Map<string, string>();
  const taken = new Set<string>();
  const byAge = [...items].sort((a, b) => a.added - b.added || (a.id < b.id ? -1 : 1));
  for (const item of byAge) {
    const base = baseKey(item);
    let key = base;
    for (let n = 0; taken.has(key); n++) key = base + suffix(n);
    taken.add(key);
    keys.set(item.id, key);
  }
  return items.map((item) => keys.get(item.id)!);
}
