/** A short form that a text explains, and what it stands for. */
export interface Abbreviation {
  readonly short: string;
  readonly long: string;
}

/** What may be a short form, in brackets. */
const BRACKETED = /\(([A-Za-z][A-Za-z0-9-]{1,9})\)/g;
/** How far before a bracket a long form may begin, UTF-16 units. */
const FARTHEST = 120;
const WORD = /[\p{L}\p{N}]/u;

/** Where the long form of some letters begins that ends where a text ends; -1 where there is none. */
function longFormStart(before: string, letters: string): number {
  let at = before.length;
  for (let k = letters.length - 1; k >= 0; k -= 1) {
    do at -= 1;
    while (at >= 0 && (before[at] !== letters[k] || (k === 0 && at > 0 && WORD.test(before[at - 1]!))));
    if (at < 0) return -1;
  }
  return at;
}

/**
 * The abbreviations that a text explains: `chronic kidney disease (CKD)`. Found as A. S. Schwartz and M. A. Hearst do in
 * "A simple algorithm for identifying abbreviation definitions in biomedical text", PSB 2003: every letter of the short
 * form is met in the long one, from the end, the first at the beginning of a word.
 */
export function abbreviationsIn(text: string): Abbreviation[] {
  const found: Abbreviation[] = [];
  for (const { 1: short = '', index } of text.matchAll(BRACKETED)) {
    if (!/[A-Z]/.test(short)) continue;
    const singular = short.replace(/(?<=[A-Z])s$/, '');
    const letters = singular.toLowerCase().replaceAll('-', '');
    const before = text.slice(Math.max(0, index - FARTHEST), index).trimEnd();
    const start = longFormStart(before.toLowerCase(), letters);
    if (start < 0) continue;
    const long = before.slice(start);
    const words = long.split(/\s+/).length;
    if (long.length > singular.length && words <= Math.min(letters.length + 5, letters.length * 2))
      found.push({ short: singular, long });
  }
  return found;
}
