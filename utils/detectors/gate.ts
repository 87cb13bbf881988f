import { mayHoldIdentifier } from '../model/identifier-hints';

/** Parts of addresses in which identifiers of works are met. */
const NAMING =
  /10(?:\.|%2e)\d|doi|pubmed|pmid|ncbi\.|pmc|arxiv|isbn|booksources|openalex|semanticscholar|adsabs|anthology|ssrn|hdl|handle|eric\.ed|clinicaltrials|(?:ctr[in]?|rct[sn]?|[nk]ct|drks|umin|rpcec|cti-|ntr)[-/]?(?:[a-z]{2,6}-)?\d{3}|rbr-|xiv|zenodo|cochrane|lanl|findings\.org|preprints\.|researchsq|nature\.com\/a|elifesc|bmj\.|\/PIIS/i;

/** Fragments that say that they name an entry of a list of references or notes, or of a glossary. */
const ENTRY = /#.*(?:\d|ref|cit|bib|note|fn|gloss|term-)/i;

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
const NAMED =
  /10(?:\.\s?|%2E)\d{4}|PMID|PMC\d|pubmed|arxiv|ISBN|hdl:|(?:[NK]CT|CTRN?|RCTS?N?|CTIS|EudraCT|EU.CT|DRKS|UMIN|RBR|NTR|RPCEC|JapicCTI)[-\s:/]{0,2}\d|CD\d{6}|:\/\/[^\s]{0,60}(?:europepmc|ncbi\.|ssrn|anthology|openalex|adsabs|handle|semanticscholar|eric\.ed|zenodo|findings\.org)/i;

// Letters as ranges of UTF-16 units, a little too wide: Unicode's own classes take longer to compile than all of a page to read.
const LETTER = 'A-Za-z\\xaa-\\u1fff\\u2c00-\\uffdc';
const LOWER = 'a-z\\xdf-\\u1fff';
const UPPER = 'A-Z\\xc0-\\u1fff';
/** Of scripts that have no case, with what ends a sentence there. */
const OTHER = '\\u05d0-\\u1fff\\u3002-\\uffdc';
const DIGIT = '\\d٠-٩۰-۹०-৯';
const YEAR = '(?:19|20)\\d\\d';

/** Numbers in brackets, and years behind names, as they cite without a link. */
const UNLINKED = new RegExp(
  [
    '\\[\\^\\S{1,40}\\]:',
    `[[［【]\\^?[${DIGIT}]{1,3}(?:[,;،–-]\\s?(?:[${LOWER}]{1,4}\\.\\s)?[${DIGIT}]{1,3})*[\\]］】]`,
    `[${LETTER}]{3}[!-/:-@[-\`{-~\\xa1-\\xbf\\u2010-\\u205e\\u3001-\\u303f\\uff01-\\uff65]{0,2}[¹²³⁴-⁹†‡]`,
    `[${LOWER}]{2}(?:[.!?”]\\*|\\s?[(（]\\d{1,3}(?:[,–-]\\s?\\d{1,3})*[)）][.,;])`,
    `[${OTHER}](?:[①-⑳]|[(（][注註]\\d|[等，,،]?\\s?[(（，]?${YEAR}[)）])`,
    `[${UPPER}][${LETTER}’'-]{1,30}(?: et al\\.?)?,?\\s?[(（]?${YEAR}[a-z]?(?:[);:）\\]]|, ?(?:pp?\\.|ch|§|\\d))`,
    '(?:n\\.d\\.|in press)[);]',
    `\\[[${UPPER}][${LETTER}+.-]{1,20}\\d{1,4}[a-z]?\\]`,
    '[Ww]orks [Cc]ited|WORKS CITED',
  ].join('|'),
);

/** Whether a text could hold a citation that is not a link; wrong only on the side of yes. */
export const textMayCite = (text: string): boolean =>
  (mayHoldIdentifier(text) && NAMED.test(text)) || UNLINKED.test(text);
