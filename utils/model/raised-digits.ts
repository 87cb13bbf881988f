/** Raised digits that are characters of their own, for a class of a pattern. */
export const RAISED = '\u00b9\u00b2\u00b3\u2070\u2074-\u2079';

/** Numbers in circles, likewise. */
export const CIRCLED = '\u2460-\u2473';

/** Numbers behind a word with nothing between, as pages that lose what raised them print them, as a pattern; the digit is looked for first, as few places have one. */
export const GLUED = '(?=\\d)(?<=\\p{Ll}{3}[.,;:”)]?)(\\d{1,2}(?:[,–-]\\d{1,2})*)(?![\\d\\p{L}%])';

const RAISED_DIGIT = new RegExp(`[${RAISED}${CIRCLED}]`, 'g');

/** A text with its raised digits as plain ones, and numbers in circles as they are without. */
export const lowered = (text: string): string =>
  text.replace(RAISED_DIGIT, (digit) =>
    digit < '①' ? `${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)}` : `${digit.charCodeAt(0) - 0x245f}`,
  );
