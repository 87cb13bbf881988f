import { type Citation, citationIdentifiers } from '../model/citation';
import { type Identifier, identifierKey } from '../model/identifier';
import type { CslItem, Work } from '../model/work';

/** How many characters of a printed reference stand as a title until a service has told the real one. */
const TITLE_LENGTH = 300;

/** Whether a label is words, as in a linked title, and not only a number or sign. */
const isWords = (label: string): boolean => /\p{L}{3,}.*\s.*\p{L}{3,}/u.test(label);

const nameFields = (ids: readonly Identifier[]): Partial<CslItem> => {
  const of = (scheme: Identifier['scheme']) => ids.find((id) => id.scheme === scheme)?.value;
  return { DOI: of('doi'), PMID: of('pmid'), PMCID: of('pmcid'), ISBN: of('isbn') };
};

/**
 * What a citation alone says of its work, for works of which no service has told anything: its identifiers and address, and
 * for a title the linked words, or the printed reference, which is also kept whole as the note.
 *
 * @param at - When the page was read, milliseconds since the epoch.
 */
export function thinWork(citation: Citation, at: number): Work {
  const ids = citationIdentifiers(citation);
  const printed = citation.reference?.text;
  const first = ids[0];
  const name = first ? identifierKey(first) : (citation.url ?? citation.label);
  const title = isWords(citation.label) && !printed ? citation.label : (printed ?? name);
  const source = { source: 'page', at };
  return {
    csl: {
      id: name,
      type: 'document',
      title: title.length > TITLE_LENGTH ? `${title.slice(0, TITLE_LENGTH).trimEnd()}…` : title,
      ...Object.fromEntries(Object.entries(nameFields(ids)).filter(([, value]) => value !== undefined)),
      ...(citation.url ? { URL: citation.url } : {}),
      ...(printed ? { note: printed } : {}),
    },
    ids,
    kind: 'document',
    abstract: [],
    notices: [],
    freeCopies: [],
    provenance: { title: source },
  };
}
