import { type Identifier, identifierKey } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import type { CslItem, Provenance, Work } from '../model/work';
import { parseEntry } from '../references/parse-entry';
import { cleanText } from './clean';
import { webAddress } from './free-copies';
import { kindOf } from './kind';

/** Parts of a reference that are less sure are left to the reader, who sees the whole of it anyway. */
const SURE = 0.8;

const FIELDS: readonly (readonly [Identifier['scheme'], 'DOI' | 'PMID' | 'PMCID' | 'ISBN'])[] = [
  ['doi', 'DOI'],
  ['pmid', 'PMID'],
  ['pmcid', 'PMCID'],
  ['isbn', 'ISBN'],
];

/**
 * What the citing page alone says of a work: its identifiers, its address, and those parts of its printed reference that can be
 * read without guessing. The source of every field is `page`. The reference itself is no field: who shows
 * the work has it from the page. `csl.title` is undefined where the title is not plain.
 *
 * @param at - When the page was read, milliseconds since the epoch.
 */
export function workFromReference(question: LookUpQuestion, at: number): Work {
  const { identifiers: ids, url } = question;
  const reference = cleanText((question.referenceText ?? '').slice(0, 4000));
  const { title, year, authors, isMore, in: printed, confidence } = parseEntry(reference);
  const address = webAddress(url);
  const named = FIELDS.flatMap(([scheme, field]) => {
    const value = ids.find((id) => id.scheme === scheme)?.value;
    return value ? [[field, value] as const] : [];
  });
  const csl: CslItem = {
    id: ids[0] ? identifierKey(ids[0]) : (address ?? `page:${reference.slice(0, 80)}`),
    type: 'document',
    ...(title && { title }),
    ...(title && confidence.authors >= SURE && !isMore && { author: authors }),
    ...(printed.container && { 'container-title': printed.container }),
    ...(printed.container && printed.volume && { volume: printed.volume }),
    ...(printed.container && printed.issue && { issue: printed.issue }),
    ...(printed.container && printed.pages && { page: printed.pages }),
    ...(year !== undefined && confidence.year >= SURE && { issued: { 'date-parts': [[year]] } }),
    ...(address && { URL: address }),
    ...Object.fromEntries(named),
  };
  const from: Provenance = { source: 'page', at };
  const fields = [...Object.keys(csl).filter((field) => field !== 'id'), 'kind'];
  const { kind, ground } = kindOf({ title });
  return {
    csl,
    ...(title && { title: [title] }),
    ids,
    kind,
    ...(ground && { kindGround: ground }),
    abstract: [],
    notices: [],
    freeCopies: [],
    provenance: Object.fromEntries(fields.map((field) => [field, from])),
  };
}
