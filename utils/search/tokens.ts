/** One word of a text: its folded form, and where it stands (UTF-16 units, end exclusive). */
export interface Token {
  readonly term: string;
  readonly start: number;
  readonly end: number;
}

/** Divides a run of letters of a script without spaces into words; `Intl.Segmenter.segment` with word granularity fits. */
export type SegmentWords = (
  text: string,
) => Iterable<{ readonly segment: string; readonly index: number; readonly isWordLike?: boolean }>;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** Scripts that put no space between words. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const PLAIN = /^[a-z0-9]+$/;
const ASCII = /^[A-Za-z0-9]+$/;
/**
 * Accents, Arabic and Hebrew points: what readers leave out when they type. Not every mark: the vowel signs of Indic scripts
 * are letters to those who read them.
 */
const POINTS = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u0640]/g;
/** Letters that Unicode does not decompose. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ς: 'σ',
};
const SPECIAL = /[ßæœøłđðþıς]/g;
/** Longer words are cut here, in the index and in the query alike: they are data, not words. Units. */
const LONGEST = 64;

/** A word as it is compared: lower case, without accents, compatibility forms made plain. */
export function foldWord(word: string): string {
  if (PLAIN.test(word)) return word.slice(0, LONGEST);
  if (ASCII.test(word)) return word.toLowerCase().slice(0, LONGEST);
  return word
    .normalize('NFKD')
    .toLowerCase()
    .replace(POINTS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter]!)
    .slice(0, LONGEST);
}

/** The words of a text in reading order: runs of letters, marks and digits, divided further in scripts without spaces. */
export function tokens(text: string, segment: SegmentWords): readonly Token[] {
  const found: Token[] = [];
  const add = (word: string, start: number) => {
    const term = foldWord(word);
    if (term) found.push({ term, start, end: start + word.length });
  };
  for (const { 0: run, index } of text.matchAll(RUN)) {
    // Plain words are most, and known at once.
    if (ASCII.test(run) || !UNSPACED.test(run)) {
      add(run, index);
      continue;
    }
    for (const part of segment(run)) if (part.isWordLike !== false) add(part.segment, index + part.index);
  }
  return found;
}
