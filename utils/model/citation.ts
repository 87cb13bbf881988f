import type { Identifier } from './identifier';

/**
 * How a citation is printed. Stored with encounters: append only.
 *
 * - `identifier-link`: a link whose address names the work (doi.org, PubMed, arXiv …)
 * - `bare-identifier`: an identifier in running text, not linked
 * - `marker`: a label that stands for an entry of the page's own bibliography (`[3]`, superscript, author–year)
 * - `footnote`: a label that stands for a note of the page, which may or may not name a work
 * - `document-link`: a link to a document, standing where a citation stands (`(1 2 3)`, a linked title)
 * - `page-note`: a remark that the page itself carries for a word (`title`, `abbr`)
 */
export type CitationKind =
  | 'identifier-link'
  | 'bare-identifier'
  | 'marker'
  | 'footnote'
  | 'document-link'
  | 'page-note';

/** An entry of the page's own bibliography or notes, as printed. */
export interface PageReference {
  /** Fragment identifier of the entry in its document, without `#`; undefined where it has none. */
  readonly id?: string;
  /** The entry's words as rendered, white space collapsed, without back-links and its own number; at most 4,000 characters. */
  readonly text: string;
  readonly identifiers: readonly Identifier[];
  /** What the entry itself prints, where that only leads back to an earlier one (`Ibid., p. 3`), whose words the text then is. */
  readonly printed?: string | undefined;
}

/** One reference to one work (or note) at one place of a page. Plain data: what a note needs to know. */
export interface Citation {
  readonly kind: CitationKind;
  /** The label as printed, white space collapsed. */
  readonly label: string;
  /** Canonical identifiers the citation names itself, best first; those of its reference are in `reference`. */
  readonly identifiers: readonly Identifier[];
  readonly reference?: PageReference;
  /** Absolute address the citation links to; undefined when it is not a link, or links into this page. */
  readonly url?: string;
  /** The words of the page that the citation supports: a sentence or clause, white space collapsed. */
  readonly claim?: string;
  /** 0 to 1: how sure the detector is that a careful reader would call this a citation. */
  readonly confidence: number;
}

/** Every identifier known for a citation from the page alone, its own first, without repeats. */
export function citationIdentifiers(citation: Citation): readonly Identifier[] {
  const seen = new Map<string, Identifier>();
  for (const id of [...citation.identifiers, ...(citation.reference?.identifiers ?? [])]) {
    const key = `${id.scheme}:${id.value}`;
    if (!seen.has(key)) seen.set(key, id);
  }
  return [...seen.values()];
}
