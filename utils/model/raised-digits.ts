/** Raised digits that are characters of their own, for a class of a pattern. */
export const RAISED = '\u00b9\u00b2\u00b3\u2070\u2074-\u2079';

/** Numbers in circles, likewise. */
export const CIRCLED = '\u2460-\u2473';

const RAISED_DIGIT = new RegExp(`[${RAISED}${CIRCLED}]`, 'g');

/** A text with its raised digits as plain ones, and numbers in circles as they are without. */
export const lowered = (text: string): string =>
  text.replace(RAISED_DIGIT, (digit) =>
    digit < '①' ? `${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)}` : `${digit.charCodeAt(0) - 0x245f}`,
  );
