import { type Identifier, identifierKey } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import type { CslItem, Provenance, Work } from '../model/work';
import { cleanText } from './clean';
import { webAddress } from './free-copies';
import { kindOf } from './kind';

/** Longest title that is believed; longer ones are the whole reference. UTF-16 units. */
const LONGEST_TITLE = 300;

/** Places where a printed reference has its title, surest first. Each has the title as its first group. */
const TITLE_PLACES: readonly RegExp[] = [
  // Tarn, A. "White lamps and gulls." Annals …   Tarn A, “White lamps and gulls,” Annals …
  /["“„«]([^"“”„«»]{12,300}?)[.,]?["”“»]/u,
  // Tarn, A., & Weld, B. (2012). White lamps and gulls. Annals …
  /\((?:1[5-9]|20)\d\d[a-z]?(?:, [A-Z][a-z]+(?: \d{1,2})?)?\)[.:]?\s+([^.?]{12,300}[.?])(?=\s|$)/u,
  // Tarn A, Weld B. White lamps and gulls. Ann Harb Birds. 2012;4:1–9.
  /^(?:[\p{Lu}][\p{L}'’ -]{1,40} \p{Lu}{1,3}(?:, |\. ))+(?:et al\. )?([^.?]{12,300}[.?])\s(?=.{0,120}(?:1[5-9]|20)\d\d)/u,
];

/** Where a colon ends the list of authors: `Tarn A, Weld B: White lamps`. */
const LAST_AUTHOR = /^\p{Lu}[\p{L}'’ -]{1,40} \p{Lu}{1,3}:\s+/u;

/**
 * The title in a printed reference, where its place is plain; undefined where one would have to guess. A guess is worse
 * than nothing: the note shows the whole reference beside it anyway.
 */
export function titleInReference(reference: string): string | undefined {
  for (const place of TITLE_PLACES) {
    const title = place.exec(reference)?.[1]?.trim().replace(LAST_AUTHOR, '').replace(/[.,]$/, '');
    if (title && title.length <= LONGEST_TITLE && /\p{L}{2,}.*\s\p{L}/u.test(title)) return title;
  }
  return undefined;
}

/** The year in a printed reference: the one in brackets, else the only one that is there; undefined where there are several. */
export function yearInReference(reference: string): number | undefined {
  const bracketed = /\(((?:1[5-9]|20)\d\d)[a-z]?\b/.exec(reference)?.[1];
  if (bracketed) return Number(bracketed);
  const withoutNames = reference.replace(/https?:\/\/\S+|10\.\d{4,9}\/\S+|\d+[-–]\d+/g, ' ');
  const years = new Set(withoutNames.match(/\b(?:1[89]|20)\d\d\b/g) ?? []);
  return years.size === 1 ? Number([...years][0]) : undefined;
}

const FIELDS: readonly (readonly [Identifier['scheme'], 'DOI' | 'PMID' | 'PMCID' | 'ISBN'])[] = [
  ['doi', 'DOI'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['isbn', 'ISBN'],
];

/**
 * What the citing page alone says of a work: its identifiers, its address, and, where they can be read without guessing,
 * title and year of its printed reference. The source of every field is `page`. The reference itself is no field: who shows
 * the work has it from the page. `csl.title` is undefined where the title is not plain.
 *
 * @param at - When the page was read, milliseconds since the epoch.
 */
export function workFromReference(question: LookUpQuestion, at: number): Work {
  const { identifiers: ids, url } = question;
  const reference = cleanText((question.referenceText ?? '').slice(0, 4000));
  const title = titleInReference(reference);
  const year = yearInReference(reference);
  const address = webAddress(url);
  const named = FIELDS.flatMap(([scheme, field]) => {
    const value = ids.find((id) => id.scheme === scheme)?.value;
    return value ? [[field, value] as const] : [];
  });
  const csl: CslItem = {
    id: ids[0] ? identifierKey(ids[0]) : (address ?? `page:${reference.slice(0, 80)}`),
    type: 'document',
    ...(title && { title }),
    ...(year !== undefined && { issued: { 'date-parts': [[year]] } }),
    ...(address && { URL: address }),
    ...Object.fromEntries(named),
  };
  const from: Provenance = { source: 'page', at };
  const fields = [...Object.keys(csl).filter((field) => field !== 'id'), 'kind'];
  return {
    csl,
    ...(title && { title: [title] }),
    ids,
    kind: kindOf({ title }),
    abstract: [],
    notices: [],
    freeCopies: [],
    provenance: Object.fromEntries(fields.map((field) => [field, from])),
  };
}
