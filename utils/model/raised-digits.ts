/** Raised digits that are characters of their own, for a class of a pattern. */
export const RAISED = '\u00b9\u00b2\u00b3\u2070\u2074-\u2079';

const RAISED_DIGIT = new RegExp(`[${RAISED}]`, 'g');

/** A text of the same length with its raised digits as plain ones. */
export const lowered = (text: string): string =>
  text.replace(RAISED_DIGIT, (digit) => `${'⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(digit)}`);
