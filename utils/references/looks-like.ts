import { YEAR } from '../model/undated';

const SIGNS: readonly RegExp[] = [
  /\bet al\b|\beds?\.|\(ed|\bvol\.|\bpp?\.\s?\d|\bno\.\s?\d|\bin:? proc|\bretrieved\b|\baccessed\b|\barchived\b|\bISBN\b|\bISSN\b/i,
  /\bdoi\b|10\.\d{4}|arxiv|https?:|www\.|PMID|PubMed|Crossref|Google Scholar/i,
  /\b\d{1,4}\s?(?:\(\d{1,4}\))?\s?[:,]\s?(?:pp?\.\s?)?[eA-Z]?\d+\s?[-–—]\s?[A-Z]?\d+/,
  /(?:^|[\s,;&])\p{Lu}[\p{L}'’-]+,?\s(?:\p{Lu}\.?[\s-]?){1,3}(?:[,;.&(]|$|and\b)/u,
  /(?:^|[\s,;&])(?:\p{Lu}\.[\s-]?){1,3}\s?\p{Lu}[\p{L}'’-]+/u,
  /\b(?:journal|proceedings|conference|university|press|springer|elsevier|wiley|oxford|report|review|transactions|rfc|thesis|institute)\b/i,
  /[“"«„][^”"»]{8,}[”"»]/,
];

const INSTITUTION =
  /\b(?:universit|department|institut|school|facult|hospital|college|laborator|centre|center|division|academy|clinic)/i;

/** Whether a text that is no reference names an institution: authors are numbered to theirs just as claims to their sources. */
export const isInstitution = (text: string): boolean =>
  !/(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.test(text) && INSTITUTION.test(text);

/**
 * How much a text looks like an entry of a bibliography.
 *
 * @returns 0 (not at all) to 1. A year and one other sign give 0.5.
 */
export function referenceLikeness(text: string): number {
  const head = text.slice(0, 600);
  const signs = SIGNS.reduce((count, sign) => count + (sign.test(head) ? 1 : 0), 0);
  return Math.min(1, (signs + (YEAR.test(head) ? 1 : 0)) / 4);
}
