import { mayHoldIdentifier } from '../model/identifier-hints';

/** Parts of addresses in which identifiers of works are met. */
const NAMING =
  /10(?:\.|%2e)\d|doi|pubmed|pmid|ncbi\.|pmc|arxiv|isbn|booksources|openalex|semanticscholar|adsabs|anthology|ssrn|hdl|handle\.net|eric\.ed|clinicaltrials|isrctn|findings\.org/i;

/** Fragments that say that they name an entry of a list of references or notes. */
const ENTRY = /#.*(?:\d|ref|cit|bib|note|fn)/i;

/** Labels of markers: a number, a year, a symbol, a key in brackets. */
const MARKER = /^[\s[(]*(?:[\p{L}]{1,9}\.?\s?)?\d{1,4}\p{L}?(?:[\s,;–—/-]*\d{1,4}\p{L}?)*[\s\])]*$|[*†‡§¶]|^\s*\[/u;

/** Longest label that is looked at, UTF-16 units. */
const LONGEST_LABEL = 150;

/**
 * Whether a link could be a citation. A superset of what the detectors find, in few bytes: wrong only on the side of yes.
 *
 * @param href - Address as written.
 * @param label - Its text.
 */
export const linkMayCite = (href: string, label: string): boolean =>
  NAMING.test(href) ||
  (label.length <= LONGEST_LABEL &&
    (MARKER.test(label) ||
      (href.includes('#') && (ENTRY.test(href) || (/\d/.test(label) && !/^\s*\d+\s*$/.test(label))))));

/** What the hints of an identifier are followed by: plain sums hold `10.` as well. */
const NAMED = /10\.\s?\d{4}|PMID|PMC|pubmed|arxiv|ISBN|NCT|ISRCTN|ChiCTR|EudraCT/i;

/** Whether a text could hold a citation that is not a link; wrong only on the side of yes. */
export const textMayCite = (text: string): boolean => mayHoldIdentifier(text) && NAMED.test(text);
