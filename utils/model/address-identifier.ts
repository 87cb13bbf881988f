import { canonicalIdentifier } from './canonical-forms';
import { schemeOfTrial, TRIAL } from './canonical-trial';
import type { Identifier, Scheme } from './identifier';
import { ADDRESSES, ANYWHERE, SHARES } from './registry-addresses';
import { decodePercent } from './trim';

/** Longest address that is read; longer ones are data, not names. */
const LONGEST = 2000;

/** What publishers put behind a DOI in their paths. */
const AFTER_DOI =
  /(?:\/(?:abstract|full|full-?text|full-?html|[e_]?pdf|bibtex|pdfdirect|pdf\/.*|summary|meta|html?|references?|citations?|tables?(?:\/\d+)?|figures?(?:\/\d+)?|metrics|epub|xml|suppl_file\/.*|suppl|supplementary-material|mediaobjects\/.*|article-info|download|versions?|viewer|related|as-pdf|asset\/.*|review|comments?|peer-review|authors?|powerpoint|(?:larger?|original|small)-?image|email\/.*))+\/?$|\.(?:e?pdf|full|full(?:-?text)?\.pdf|full-?text|abstract|html?|xml|short|long|epub|ris|bib|enw)(?:\+html)?$|-references\.ris$/i;

/** What can name a work; most addresses are dismissed here. */
const HINT =
  /10(?:\.|%2e)\d{4}|doi|ncbi\.|pubmed|pmc|pmid|link_type=MED|arxiv|xxx\.lanl|openalex|(?:ctr[in]?|rct[sn]?|[nk]ct|drks|umin|rpcec|cti-|ntr)[-/]?(?:[a-z]{2,6}-)?\d{3}|rbr-|isbn|BookSources|semanticscholar|adsabs|anthology|ssrn\.|handle|hdl[:.]|eric\.ed|clinicaltrials|findings\.org|ar5iv|zenodo|rxiv|cochrane|preprints\.|researchsq|nature\.com\/a|elifesc|bmj\.|\/PIIS/i;

/** Pictures and other parts of a work are not the work. */
const FILES =
  /\.(?:gif|jpe?g|png|tiff?|svg|webp|css|js|mp[34]|webm|og[gv]|mov|avi|wav|pptx?|zip|csv|xlsx?|docx?)(?:$|[?#])/i;

const DOI = /(?:^|[^\d.])(10\.\d{4,9}(?:\.\d{1,9}){0,4}\/[^\s"]{1,400})/;

/** Whether an address could name a work at all: quick, and wrong only on the side of yes. */
export const mayBeIdentifier = (url: string): boolean => HINT.test(url);

/**
 * The scheme and raw name in an address, not yet canonical. Reads strings only: building a `URL` for each of ten thousand
 * links would cost more than all the rest.
 *
 * @returns undefined where the address names nothing; the name may still turn out malformed.
 */
function identifierInAddress(url: string): readonly [Scheme, string] | undefined {
  if (url.length > LONGEST || FILES.test(url)) return undefined;
  if (/^(?:info:)?doi[:/]/i.test(url)) return ['doi', url];
  const address = url.replace(
    /^\s*(?:https?:)?\/\/(?:web\.archive\.org\/web\/\w+\/(?:https?:\/\/)?)?(?:www\d?\.)?/i,
    '',
  );
  if (SHARES.test(address)) return undefined;

  if (/^(?:[a-z]+\.)*doi\.org\//i.test(address)) {
    const name = address.slice(address.indexOf('/') + 1);
    const isSici = /%3c|<|\(sici\)/i.test(name);
    const path = decodePercent(isSici ? name : name.replace(/[?#].*$/, '')).replace(/^(?:doi:|urn:doi:)\s*/i, '');
    const doi = DOI.exec(path)?.[1];
    return ['doi', doi ?? (/^[a-z\d]{3,10}$/i.test(path) ? `10/${path}` : path)];
  }
  for (const [pattern, scheme, prefix = ''] of ADDRESSES) {
    const name = pattern.exec(address)?.slice(1).filter(Boolean).join('.');
    if (name) return [scheme, prefix + name];
  }
  const doi = doiInside(address);
  if (doi) return ['doi', doi];
  for (const [pattern, scheme] of ANYWHERE) {
    const name = pattern.exec(address)?.[1];
    if (name) return [scheme, name];
  }
  const trial = IS_TRIAL.exec(address)?.[1];
  return trial ? [schemeOfTrial(trial), trial] : undefined;
}

/** The number of a trial as a step of a path, or as a parameter. */
const IS_TRIAL = new RegExp(`[/=](?:JPRN-|EUCTR)?(${TRIAL})(?:\\.\\w{3,5})?(?:$|[/?#&])`, 'i');

/** A DOI in a path or in the value of a parameter. */
function doiInside(address: string): string | undefined {
  const query = address.indexOf('?');
  const path = query < 0 ? address.replace(/#.*$/, '') : address.slice(0, query);
  const inPath = DOI.exec(decodePercent(path))?.[1];
  if (inPath)
    return inPath
      .replace(/;[a-z_]+=.*$/i, '')
      .replace(AFTER_DOI, '')
      .replace(/(?<=^10\.1093\/[a-z]+\/[a-z]+\d+)\/\d{5,}$/i, '');
  if (query < 0) return undefined;
  const cited: string[] = [];
  for (const parameter of address.slice(query + 1).split(/[&#]|;(?=[a-z._]+=)/)) {
    const doi = DOI.exec(decodePercent(parameter.slice(parameter.indexOf('=') + 1)))?.[1];
    if (doi) cited.push(doi.replace(/[?&#].*$/, '').replace(AFTER_DOI, ''));
  }
  // Link-out services name the citing work first (`doi=…&key=…`).
  return cited.at(-1);
}

/** Addresses read before: a page's links are asked about by its blocks, its entries and its detectors. */
const known = new Map<string, Identifier | undefined>();
const MOST_KNOWN = 3000;

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
