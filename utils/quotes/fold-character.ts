/** A folded character that is left out altogether: white space, hyphens and dashes, marks, invisible characters. */
export const DROPPED = 0;

const UNKNOWN = -0x7fff_ffff;
const table = new Int32Array(0x1_0000).fill(UNKNOWN);
/** Characters that fold to several; entry `i` is found under the code `-1 - i`. */
const expansions: (readonly number[])[] = [];

/** Combining marks that folding leaves out: accents and variation selectors, not the vowel signs of Indic scripts. */
const MARK = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f]/;
const BLANK = /[\s\p{Cf}\p{Cc}\p{Pd}\u2212]/u;
const QUOTE_MARK = /["'`\u00ab\u00bb\u2018-\u201f\u2032-\u2037\u2039\u203a\u02bc\u300c-\u300f\u301d-\u301f]/u;

function fold(code: number): number {
  if (code >= 0xd800 && code <= 0xdfff) return code;
  const out: number[] = [];
  for (const letter of String.fromCharCode(code).normalize('NFKD').toLowerCase()) {
    if (QUOTE_MARK.test(letter)) out.push(0x27);
    else if (!BLANK.test(letter) && !MARK.test(letter))
      for (let i = 0; i < letter.length; i += 1) out.push(letter.charCodeAt(i));
  }
  if (out.length < 2) return out[0] ?? DROPPED;
  expansions.push(out);
  return -expansions.length;
}

/**
 * The character that stands for a UTF-16 unit wherever quotes are compared: lower case, without accents, in compatibility
 * decomposition (https://unicode.org/reports/tr15/: `ﬁ`, `…`, no-break spaces, full-width forms, Hangul syllables), one
 * mark for all quotation marks.
 *
 * @returns {@link DROPPED}, a UTF-16 unit, or a negative number to hand to {@link expansion}.
 */
export function foldCharacter(code: number): number {
  if (table[code] === UNKNOWN) table[code] = fold(code);
  return table[code]!;
}

/** The characters behind a negative answer of {@link foldCharacter}. */
export const expansion = (folded: number): readonly number[] => expansions[-1 - folded]!;

/** Whether a UTF-16 unit only modifies the character before it. */
export const isCombining = (code: number): boolean => code >= 0x300 && MARK.test(String.fromCharCode(code));

const WORD = /[\p{L}\p{N}]/u;
const words = new Int8Array(0x1_0000);
/** Whether a UTF-16 unit is part of a word. Halves of surrogate pairs count. */
export function isWordCharacter(code: number): boolean {
  if (!words[code]) words[code] = (code >= 0xd800 && code <= 0xdfff) || WORD.test(String.fromCharCode(code)) ? 1 : -1;
  return words[code] === 1;
}
