import { type Citation, citationIdentifiers } from '../model/citation';
import { identifierKey } from '../model/identifier';
import type { Work } from '../model/work';
import { workFromReference } from '../works/from-reference';

/** How many characters of a printed reference stand as a title until a service has told the real one. */
const TITLE_LENGTH = 300;

/** Whether a label is words, as in a linked title, and not only a number, a sign or a name. */
const isWords = (label: string): boolean => /\p{L}{2,}.*\s.*\p{L}{3,}/u.test(label);

/**
 * The work of a citation of which no service has told anything, so that it can stand in a list: what the page says of it,
 * and always a title. Where none is plain, it is the printed reference (kept whole as the note where it is long), else the
 * linked words, else its identifier or address.
 *
 * @param at - When the page was read, milliseconds since the epoch.
 */
export function thinWork(citation: Citation, at: number): Work {
  const identifiers = citationIdentifiers(citation);
  const printed = citation.reference?.text.trim();
  const work = workFromReference({ identifiers, referenceText: printed, url: citation.url }, at);
  if (work.csl.title) return work;
  const name = identifiers[0] ? identifierKey(identifiers[0]) : (citation.url ?? citation.label);
  const title = printed || (isWords(citation.label) ? citation.label : name);
  const isLong = title.length > TITLE_LENGTH;
  return {
    ...work,
    csl: {
      ...work.csl,
      title: isLong ? `${title.slice(0, TITLE_LENGTH).trimEnd()}…` : title,
      ...(isLong && { note: title }),
    },
    provenance: { ...work.provenance, title: { source: 'page', at } },
  };
}
