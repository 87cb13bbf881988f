import { canonicalArxiv } from './canonical-arxiv';
import { canonicalDoi } from './canonical-doi';
import { canonicalIsbn } from './canonical-isbn';
import { canonicalTrial, schemeOfTrial } from './canonical-trial';
import type { Identifier, Scheme } from './identifier';
import { decodePercent } from './trim';

/** Longest name that is believed: the longest real SICI DOIs have about 150 characters. */
const LONGEST = 400;

/** The first group of an expression, put into form. */
const matched =
  (pattern: RegExp, form: (value: string) => string = (value) => value) =>
  (raw: string): string | undefined => {
    const value = pattern.exec(raw)?.[1];
    return value === undefined ? undefined : form(value);
  };

const upper = (value: string): string => value.toUpperCase();

const trial = (scheme: Scheme) => (raw: string) =>
  schemeOfTrial(raw) === scheme ? canonicalTrial(raw)?.[1] : undefined;

/** The one form of each scheme, and where the scheme is described. Decoded and trimmed text goes in. */
const FORMS: Readonly<Record<Scheme, (raw: string) => string | undefined>> = {
  doi: canonicalDoi,
  arxiv: canonicalArxiv,
  isbn: canonicalIsbn,
  // Numbers without leading zeros: www.nlm.nih.gov/bsd/mms/medlineelements.html
  pmid: matched(/^(?:pmid[:\s]*)?0*([1-9]\d{0,8})$/i),
  // Prefix and number, without the version behind a stop: pmc.ncbi.nlm.nih.gov/about/public-access-info/
  pmcid: matched(/^(?:pmcid[:\s]*)?(?:PMC)?0*([1-9]\d{2,8})(?:\.\d+)?$/i, (value) => `PMC${value}`),
  nct: trial('nct'),
  isrctn: trial('isrctn'),
  chictr: trial('chictr'),
  trial: trial('trial'),
  // EudraCT and its follower CTIS, whose numbers go on with that of the resubmission: euclinicaltrials.eu
  eudract: matched(/^(?:EudraCT[:\s]*|EUCTR-?)?(20\d\d-\d{6}-\d\d)(?:-[A-Z\d]{2,3})?$/i),
  // docs.openalex.org: identifiers of works begin with W
  openalex: matched(/^(?:https?:\/\/(?:api\.)?openalex\.org\/(?:works\/)?)?(W\d{4,12})$/i, upper),
  // api.semanticscholar.org/api-docs: the hash of a paper, or its number in the corpus
  s2: matched(/^((?:corpus\s?id:)?\s?\d{4,12}|[0-9a-f]{40})$/i, (value) =>
    value.length === 40 ? value.toLowerCase() : `CorpusID:${value.replace(/\D/g, '')}`,
  ),
  // Nineteen characters: ui.adsabs.harvard.edu/help/actions/bibcode
  ads: matched(/^(\d{4}[A-Za-z][A-Za-z&.\d]{4}[\w.&]{9}[A-Z:.])$/),
  // Old and new form: aclanthology.org/info/ids/
  acl: matched(/^([A-Z]\d{2}-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d]+\.\d+)$/i, (value) =>
    /^[a-z]\d\d-/i.test(value) ? value.toUpperCase() : value.toLowerCase(),
  ),
  ssrn: matched(/^(?:ssrn[:\s]*)?(\d{4,9})$/i),
  // RFC 3650; prefixes that begin with 10. are DOIs
  handle: matched(/^(?:hdl:|info:hdl\/)?((?!10\.)\d+(?:\.\d+){0,4}\/[^\s<>"]+)$/i),
  // Documents and journal articles: eric.ed.gov/?faq
  eric: matched(/^(E[DJ]\d{6,7})$/i, upper),
  // Reviews and methodology reviews, without the version: cochranelibrary.com/cdsr
  cochrane: matched(/^((?:CD|MR)\d{6})(?:[./]pub\d+)?$/i, upper),
  // Older addresses put `hot_` in front, some escape the slashes.
  'effectiveness-bank': (raw) => {
    const value = raw.replace(/^\/+/, '').replace(/^hot_(?=.+\.hot$)/i, '');
    return /^[\w/.-]{1,100}\.[a-z]{2,4}$/i.test(value) ? value : undefined;
  },
  url: matched(/^(https?:\/\/.+)/i),
};

/**
 * A name in its scheme's one canonical form: DOI in lower case without resolver and sentence punctuation, ISBN as thirteen
 * digits, arXiv without version, `PMC123`, `NCT01234567`.
 *
 * @param raw - As printed or linked, with or without prefix, percent-encoded or not.
 * @returns undefined when it cannot be such a name (wrong shape, wrong check digit).
 */
export function canonicalIdentifier(scheme: Scheme, raw: string): Identifier | undefined {
  if (raw.length > LONGEST && scheme !== 'url') return undefined;
  const value = FORMS[scheme](scheme === 'url' ? raw.trim() : decodePercent(raw).trim());
  return value === undefined ? undefined : { scheme, value };
}
