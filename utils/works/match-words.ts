/** Letters and digits alone: "no-code" and "no code", "fine-tuning" and "finetuning" are the same title. */
export const compact = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** The words of a text in lower case, with single spaces between them. */
export const spaced = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** Whether a journal's printed name is short for its whole one: each word begins the next of its words, few of which are left out. */
export function isShortFor(printed: string, whole: string): boolean {
  const [short, long] = [spaced(printed).split(' '), spaced(whole).split(' ')];
  let at = 0;
  for (const word of short) {
    const found = long.findIndex((other, i) => i >= at && other.startsWith(word));
    if (found < 0 || (found > at && long.slice(at, found).some((other) => other.length > 3))) return false;
    at = found + 1;
  }
  return short[0] !== '' && at > 0 && long.slice(at).every((other) => other.length <= 3);
}

/** Words of a name that no abbreviation of it keeps. */
const SMALL = /^(?:of|the|and|for|in|on|to|a|an|de|der|des|di|du|et|für|la|le|les|und|y)$/;

/** Whether letters are those that words begin with, in order: `JAMA`, `NeurIPS`; words may be left out. */
function isInitials(letters: string, words: readonly string[]): boolean {
  if (letters === '') return true;
  return words.some((word, at) => {
    for (let size = 1; size <= word.length && word.slice(0, size) === letters.slice(0, size); size += 1)
      if (isInitials(letters.slice(size), words.slice(at + 1))) return true;
    return false;
  });
}

/** Longest name written in capitals, and most words that it may stand for: there are thousands of ways, and not millions. */
const MOST_LETTERS = 8;

const isAcronymOf = (short: string, long: string): boolean =>
  /^[\p{L}\d]+$/u.test(short) &&
  short.length <= MOST_LETTERS &&
  /\p{Lu}.*\p{Lu}/u.test(short) &&
  isInitials(short.toLowerCase(), spaced(long).split(' ').slice(0, MOST_LETTERS));

/** Whether a word is another with letters left out behind its first: `natl`, `intl`. */
function isCut(short: string, long: string): boolean {
  if (short[0] !== long[0]) return false;
  let at = 0;
  for (const letter of long) if (letter === short[at]) at += 1;
  return at === short.length;
}

/** Whether each word of a name stands for a word of the other, in order: names are cut and words left out in many ways. */
function isCutFrom(printed: string, whole: string): boolean {
  const long = spaced(whole).split(' ');
  let at = 0;
  for (const word of spaced(printed).split(' ')) {
    if (word.length < 2 || SMALL.test(word)) continue;
    const found = long.findIndex((other, i) => i >= at && (isCut(word, other) || isCut(other, word)));
    if (found < 0) return false;
    at = found + 1;
  }
  return at > 0;
}

/** Whether two names can be of one journal or book: not whether they must be. */
export const canBeSameName = (one: string, other: string): boolean =>
  [
    [one, other],
    [other, one],
  ].some(
    ([a, b]) => compact(a!).includes(compact(b!)) || isShortFor(a!, b!) || isAcronymOf(a!, b!) || isCutFrom(a!, b!),
  );
