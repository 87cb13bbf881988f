import { identifierInAddress, mayBeIdentifier } from './address-identifier';
import type { Identifier, Scheme } from './identifier';
import { mayHoldIdentifier } from './identifier-hints';
import { decodePercent, trimEnd } from './trim';

/** Longest name that is believed: the longest real SICI DOIs have about 150 characters. */
const LONGEST = 400;

const CHECKS: { readonly [S in Scheme]?: RegExp } = {
  pmid: /^(?:pmid[:\s]*)?0*([1-9]\d{0,8})$/i,
  pmcid: /^(?:pmcid[:\s]*)?(?:PMC)?0*([1-9]\d{2,8})(?:\.\d+)?$/i,
  nct: /^NCT[-\s]?(\d{8})$/i,
  isrctn: /^ISRCTN[-\s]?(\d{8})$/i,
  eudract: /^(?:EudraCT[:\s]*)?(20\d\d-5?\d{5,6}-\d\d)(?:-[A-Z0-9]{2,3})?$/i,
  chictr: /^ChiCTR[-\s]?((?:[A-Z]{2,6}-)?\d{8,10})$/i,
  openalex: /^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d{4,12})$/i,
  s2: /^((?:corpus\s?id:)?\d{4,12}|[0-9a-f]{40})$/i,
  ads: /^(\d{4}[A-Za-z][A-Za-z&.\d]{4}[\w.&]{9}[A-Z:.])$/,
  acl: /^([A-Z]\d{2}-\d{4}|\d{4}\.[a-z\d]+-[a-z\d]+\.\d+)$/i,
  ssrn: /^(?:ssrn[:\s]*)?(\d{4,9})$/i,
  handle: /^(?:hdl:|info:hdl\/)?(\d+(?:\.\d+){0,4}\/[^\s<>"]+)$/i,
  eric: /^(E[DJ]\d{6,7})$/i,
  cochrane: /^(CD\d{6})(?:[./]pub\d+)?$/i,
};

/** ISBN-13 from ten or thirteen digits whose check digit is right. */
function isbn13(raw: string): string | undefined {
  const digits = raw.replace(/^\s*(?:urn:)?isbn(?:-1[03])?[:\s]*/i, '').replace(/[\s\u00ad\u2010-\u2015-]/g, '');
  const sum = (weights: (index: number) => number) =>
    [...digits].reduce(
      (total, digit, index) => total + (digit.toUpperCase() === 'X' ? 10 : +digit) * weights(index),
      0,
    );
  if (/^97[89]\d{10}$/.test(digits)) return sum((i) => (i % 2 ? 3 : 1)) % 10 === 0 ? digits : undefined;
  if (!/^\d{9}[\dX]$/i.test(digits) || sum((i) => 10 - i) % 11 !== 0) return undefined;
  const body = `978${digits.slice(0, 9)}`;
  const total = [...body].reduce((t, digit, i) => t + +digit * (i % 2 ? 3 : 1), 0);
  return body + ((10 - (total % 10)) % 10);
}

/** A DOI without resolver, prefix, escapes, invisible characters and the punctuation of the sentence around it. */
function doi(raw: string): string | undefined {
  const plain = decodePercent(raw)
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '')
    .replace(/^\s*(?:https?:\/\/(?:[a-z]+\.)*doi\.org\/|(?:info:)?doi\s*[:/]?)\s*/i, '');
  const found = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/\S+/.exec(plain)?.[0] ?? /^10\/[a-z\d]{3,10}$/i.exec(plain)?.[0];
  if (!found) return undefined;
  const value = trimEnd(found.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&')).toLowerCase();
  // An address inside a name is a redirector's own parameter.
  return /\/./.test(value) && !value.includes('://') ? value : undefined;
}

/** arXiv number, old (`hep-th/9901001`) or new (`1706.03762`), without version: versions are one work. */
function arxiv(raw: string): string | undefined {
  const found =
    /^(?:arxiv[:\s]*)?(\d{4}\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[a-z]{2})?\/\d{7})(?:v\d{1,3})?(?:\.pdf)?$/i.exec(
      raw.trim(),
    );
  const value = found?.[1]?.toLowerCase().replace(/^([a-z-]+)\.[a-z]{2}\//, '$1/');
  if (!value) return undefined;
  const month = Number(/^(?:[a-z-]+\/)?\d\d(\d\d)/.exec(value)?.[1]);
  return month >= 1 && month <= 12 ? value : undefined;
}

/** The name of a document of the Effectiveness Bank: older addresses put `hot_` in front, some escape the slashes. */
function effectivenessBank(raw: string): string | undefined {
  const value = decodePercent(raw)
    .trim()
    .replace(/^\/+/, '')
    .replace(/^hot_(?=.+\.hot$)/i, '');
  return /^[\w/.-]{1,100}\.[a-z]{2,4}$/i.test(value) ? value : undefined;
}

function canonicalValue(scheme: Scheme, raw: string): string | undefined {
  if (scheme === 'doi') return doi(raw);
  if (scheme === 'arxiv') return arxiv(raw);
  if (scheme === 'isbn') return isbn13(raw);
  if (scheme === 'effectiveness-bank') return effectivenessBank(raw);
  if (scheme === 'url') return /^https?:\/\/./i.test(raw) ? raw.trim() : undefined;
  const value = CHECKS[scheme]?.exec(decodePercent(raw).trim())?.[1];
  if (value === undefined) return undefined;
  switch (scheme) {
    case 'pmcid':
      return `PMC${value}`;
    case 'nct':
      return `NCT${value}`;
    case 'isrctn':
      return `ISRCTN${value}`;
    case 'chictr':
      return `ChiCTR${/^\d/.test(value) && value.length > 8 ? '' : '-'}${value.toUpperCase()}`;
    case 's2':
      return value.length === 40 ? value.toLowerCase() : `CorpusID:${value.replace(/\D/g, '')}`;
    case 'openalex':
    case 'eric':
    case 'cochrane':
      return value.toUpperCase();
    case 'acl':
      return /^[a-z]\d\d-/i.test(value) ? value.toUpperCase() : value.toLowerCase();
    default:
      return value;
  }
}

/**
 * A name in its scheme's one canonical form: DOI in lower case without resolver and sentence punctuation, ISBN as thirteen
 * digits, arXiv without version, `PMC123`, `NCT01234567`.
 *
 * @param raw - As printed or linked, with or without prefix, percent-encoded or not.
 * @returns undefined when it cannot be such a name (wrong shape, wrong check digit).
 */
export function canonicalIdentifier(scheme: Scheme, raw: string): Identifier | undefined {
  if (raw.length > LONGEST && scheme !== 'url') return undefined;
  const value = canonicalValue(scheme, raw);
  return value === undefined ? undefined : { scheme, value };
}

/**
 * The work that an address names: resolvers, registries, redirectors with the name in their query, publisher addresses that
 * contain a DOI.
 *
 * @param url - Absolute, or a path beginning with `/`; `doi:` and `info:doi/` addresses too.
 * @returns undefined for addresses that name no work in a scheme we know.
 */
export function identifierFromUrl(url: string): Identifier | undefined {
  if (!mayBeIdentifier(url)) return undefined;
  if (known.has(url)) return known.get(url);
  const found = identifierInAddress(url);
  const identifier = found && canonicalIdentifier(found[0], found[1]);
  if (known.size > MOST_KNOWN) known.clear();
  known.set(url, identifier);
  return identifier;
}

/** Addresses read before: a page's links are asked about by its blocks, its entries and its detectors. */
const known = new Map<string, Identifier | undefined>();
const MOST_KNOWN = 3000;

/** An identifier in running text. */
export interface IdentifierInText {
  readonly identifier: Identifier;
  /** UTF-16 offsets of the identifier itself with its prefix (`PMID: 123`), end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Every repetition is bounded, so that time grows with the length of the text alone. */
const IN_TEXT = new RegExp(
  [
    // 1: DOI, with whatever resolver or prefix stands before it; another name may follow without a space
    String.raw`(?:https?:\/\/[a-z.]{0,12}doi\.org\/|\bdoi[:\s/]{0,3})?(?<![\d.])(10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:\/|%2F)(?:(?!PMC?ID|PubMed|Epub|https?:)[\x21-\x7e\u00ad\u200b]){1,300})`,
    // 2: PubMed
    String.raw`(?:PMID|PubMed(?: ID)?)[:\s]{0,4}(\d{4,8})\b(?!-)`,
    // 3: PubMed Central
    String.raw`(?:PMCID[:\s]{0,4}|\b)(PMC\d{3,8})\b`,
    // 4: arXiv
    String.raw`\barXiv[:\s]{0,3}(?:preprint\s)?(?:arXiv[:\s]{0,3})?(?:abs\/)?(\d{4}\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?!\d)`,
    // 5: ISBN
    String.raw`\bISBN(?:-?1[03])?[\s:]{0,4}((?:\d[\s\u2010-\u2015-]?){9,12}[\dXx])(?![\dXx])`,
    // 6: trial registries and Cochrane
    String.raw`\b(NCT\d{8}|ISRCTN\d{8}|ChiCTR(?:-[A-Z]{2,6})?-?\d{8,10})\b`,
    // 7: EudraCT
    String.raw`\bEudraCT(?: (?:number|no\.?))?[:\s]{0,3}(20\d\d-\d{6}-\d\d)\b`,
  ].join('|'),
  'gi',
);

const schemeOfTrial = (value: string): Scheme => (/^n/i.test(value) ? 'nct' : /^i/i.test(value) ? 'isrctn' : 'chictr');

/** Identifiers printed in a text, in order, without overlaps; linear in its length. Offsets count UTF-16 units. */
export function identifiersInText(text: string): IdentifierInText[] {
  const found: IdentifierInText[] = [];
  if (!mayHoldIdentifier(text)) return found;
  for (const match of text.matchAll(IN_TEXT)) {
    const [whole, doiText, pmid, pmcid, arxivText, isbn, trial, eudract] = match;
    const identifier =
      (doiText && canonicalIdentifier('doi', cutMarkup(doiText))) ||
      (pmid && canonicalIdentifier('pmid', pmid)) ||
      (pmcid && canonicalIdentifier('pmcid', pmcid)) ||
      (arxivText && canonicalIdentifier('arxiv', arxivText)) ||
      (isbn && canonicalIdentifier('isbn', isbn)) ||
      (trial && canonicalIdentifier(schemeOfTrial(trial), trial)) ||
      (eudract && canonicalIdentifier('eudract', eudract)) ||
      undefined;
    if (!identifier) continue;
    const trimmed = doiText ? whole.length - doiText.length + printedLength(doiText) : whole.length;
    found.push({ identifier, start: match.index, end: match.index + trimmed });
  }
  return found;
}

/** `<` belongs to a DOI only in a SICI, before digits and closed again. */
function cutMarkup(text: string): string {
  const open = text.search(/<(?!\d[^<>]*>)/);
  return (open >= 0 ? text.slice(0, open) : text).replace(/["“”][\s\S]*$/, '');
}

const printedLength = (text: string): number => trimEnd(cutMarkup(text)).length;

/** Where a reader can open what an identifier names: the registry's own page. */
export function identifierUrl({ scheme, value }: Identifier): string {
  const path = encodeURIComponent(value).replace(/%(?:2F|3A|40|3B|2C)/g, decodeURIComponent);
  switch (scheme) {
    case 'doi':
      return `https://doi.org/${value.startsWith('10/') ? path.slice(3) : path}`;
    case 'pmid':
      return `https://pubmed.ncbi.nlm.nih.gov/${path}/`;
    case 'pmcid':
      return `https://pmc.ncbi.nlm.nih.gov/articles/${path}/`;
    case 'arxiv':
      return `https://arxiv.org/abs/${path}`;
    case 'isbn':
      return `https://openlibrary.org/isbn/${path}`;
    case 'nct':
      return `https://clinicaltrials.gov/study/${path}`;
    case 'isrctn':
      return `https://www.isrctn.com/${path}`;
    case 'eudract':
      return `https://www.clinicaltrialsregister.eu/ctr-search/search?query=eudract_number:${path}`;
    case 'chictr':
      return `https://trialsearch.who.int/Trial2.aspx?TrialID=${path}`;
    case 'openalex':
      return `https://openalex.org/${path}`;
    case 's2':
      return value.startsWith('CorpusID:')
        ? `https://api.semanticscholar.org/${path}`
        : `https://www.semanticscholar.org/paper/${path}`;
    case 'ads':
      return `https://ui.adsabs.harvard.edu/abs/${path}`;
    case 'acl':
      return `https://aclanthology.org/${path}/`;
    case 'ssrn':
      return `https://ssrn.com/abstract=${path}`;
    case 'handle':
      return `https://hdl.handle.net/${path}`;
    case 'eric':
      return `https://eric.ed.gov/?id=${path}`;
    case 'cochrane':
      return `https://doi.org/10.1002/14651858.${path}`;
    case 'effectiveness-bank':
      return `https://findings.org.uk/PHP/dl.php?f=${path}`;
    case 'url':
      return value;
  }
}
