import type { Scheme } from './identifier';
import { decodePercent } from './trim';

/** Longest address that is read; longer ones are data, not names. */
const LONGEST = 2000;

/** What publishers put behind a DOI in their paths. */
const AFTER_DOI =
  /(?:\/(?:abstract|full|full-?text|full-?html|e?pdf|pdfdirect|pdf\/.*|summary|meta|html?|references?|citations?|tables?|figures?|metrics|epub|xml|suppl_file\/.*|suppl|supplementary-material|article-info|review|comments?|peer-review|authors?|powerpoint|(?:larger?|original|small)-?image|email\/.*))+\/?$|\.(?:e?pdf|full|full\.pdf|full-text|abstract|html?|xml|short|long|epub|(?:-references)?\.?ris|bib|enw)(?:\+html)?$/i;

/** Registries' own addresses: `[pattern, scheme]`, matched against host and path with query, without `www.`. */
const REGISTRIES: readonly (readonly [RegExp, Scheme])[] = [
  [
    /^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/(?:m?pubmed\/)?(?:\?term=)?(\d{1,8})(?:%5Buid%5D|\[uid\])?\/?(?:$|[?#&])/i,
    'pmid',
  ],
  [/^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/.*[?&](?:list_uids|pmid|from_uid)=(\d{1,8})\b/, 'pmid'],
  [/^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/.*db(?:from)?=pubmed.*[?&]id=(\d{1,8})\b/, 'pmid'],
  [/^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/.*(PMC\d{3,8})\b/i, 'pmcid'],
  [/^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/.*[?&]artid=(\d{3,8})\b/, 'pmcid'],
  [/^pubmed\.gov\/(\d{1,8})\b/, 'pmid'],
  [/^(?:europepmc|ukpmc)\.(?:org|ac\.uk)\/(?:abstract|article)\/MED\/(\d{1,8})/i, 'pmid'],
  [/^(?:europepmc|ukpmc)\.(?:org|ac\.uk)\/(?:.*\/)?(PMC\d{3,8})\b/i, 'pmcid'],
  [/^(?:[a-z]+\.)*arxiv\.org\/(?:abs|pdf|html|format|ps|e-print)\/([\w.-]+(?:\/\d{7})?(?:v\d+)?(?:\.pdf)?)/i, 'arxiv'],
  [/^ar5iv(?:\.labs\.arxiv)?\.org\/(?:abs|html)\/([\w.-]+(?:\/\d{7})?)/i, 'arxiv'],
  [/^(?:api\.)?openalex\.org\/(?:works\/)?(W\d{4,12})\b/i, 'openalex'],
  [/^(?:[a-z]+\.)*clinicaltrials\.gov\/.*(NCT\d{8})\b/i, 'nct'],
  [/^isrctn\.(?:com|org)\/(ISRCTN\d{8})\b/i, 'isrctn'],
  [/^clinicaltrialsregister\.eu\/.*?(20\d\d-\d{6}-\d\d)/i, 'eudract'],
  [/^api\.semanticscholar\.org\/(CorpusID:\d+)/i, 's2'],
  [/^semanticscholar\.org\/paper\/(?:[^/]+\/)?([0-9a-f]{40})\b/i, 's2'],
  [/^(?:ui\.)?adsabs\.harvard\.edu\/(?:abs|#?abs)\/([^/?#]{19})/i, 'ads'],
  [/^aclanthology\.org\/([A-Z]\d\d-\d{4}|\d{4}\.[a-z\d]+-[a-z\d]+\.\d+)\b/i, 'acl'],
  [/^aclweb\.org\/anthology\/(?:[A-Z]\/[A-Z]\d\d\/)?([A-Z]\d\d-\d{4})\b/i, 'acl'],
  [/^(?:papers\.)?ssrn\.com\/.*abstract(?:_id)?=(\d{4,9})/i, 'ssrn'],
  [/^(?:hdl\.handle\.net|handle\.net)\/(\d+(?:\.\d+)*\/[^?#]+)/i, 'handle'],
  [/^(?:files\.)?eric\.ed\.gov\/.*\b(E[DJ]\d{6,7})\b/i, 'eric'],
  [/^openlibrary\.org\/isbn\/([\dXx-]{10,17})/i, 'isbn'],
  [/^worldcat\.org\/isbn\/([\dXx-]{10,17})/i, 'isbn'],
  [/^findings\.org\.uk\/(?!.*topic_search)[^?]*\?(?:.*&)?(?:f|file)=([^&#]+)/i, 'effectiveness-bank'],
];

/** Names inside any address, whatever its host: link resolvers, library catalogues, lookup services. */
const ANYWHERE: readonly (readonly [RegExp, Scheme])[] = [
  [/\/(?:m?pubmed)\/(\d{4,8})\/?(?:$|[?#])/i, 'pmid'],
  [/[?&](?:access_num)=(\d{1,8})&.*link_type=MED/i, 'pmid'],
  [/[?&]link_type=MED&.*access_num=(\d{1,8})\b/i, 'pmid'],
  [/[?&=](?:pmid|info:pmid\/)[:=]?(\d{4,8})(?:$|[&#])/i, 'pmid'],
  [/[?&](?:rft[._])?isbn=([\dXx-]{10,17})/i, 'isbn'],
  [/(?:BookSources\/|\/isbn[/:=]|urn:isbn:)([\dXx-]{10,17})(?:$|[/?#&])/i, 'isbn'],
];

/** Addresses that send a page on to somebody: the work in them is the page being shared. */
const SHARES =
  /^(?:[a-z-]+\.)*(?:facebook|twitter|x|linkedin|reddit|weibo|mendeley|pinterest|whatsapp|citeulike|bsky|delicious|stumbleupon|digg|addthis|vk|wechat)\.(?:com|org|app|net)\/|^mailto:|[?&](?:subject|body)=/i;

/** What can name a work; most addresses are dismissed here. */
const HINT =
  /10(?:\.|%2e)\d{4}|doi|ncbi\.|pubmed|pmc|pmid|link_type=MED|arxiv|openalex|NCT\d|isrctn|isbn|BookSources|semanticscholar|adsabs|anthology|ssrn\.|handle\.net|eric\.ed|clinicaltrialsreg|findings\.org|ar5iv/i;

/** Pictures and other parts of a work are not the work. */
const FILES = /\.(?:gif|jpe?g|png|svg|webp|css|js|mp[34]|pptx?|zip|csv|xlsx?|docx?)(?:$|[?#])/i;

const DOI = /(?:^|[^\d.])(10\.\d{4,9}(?:\.\d{1,9}){0,4}\/[^\s"]{1,400})/;

/** Whether an address could name a work at all: quick, and wrong only on the side of yes. */
export const mayBeIdentifier = (url: string): boolean => HINT.test(url);

/**
 * The scheme and raw name in an address, not yet canonical. Reads strings only: building a `URL` for each of ten thousand
 * links would cost more than all the rest.
 *
 * @returns undefined where the address names nothing; the name may still turn out malformed.
 */
export function identifierInAddress(url: string): readonly [Scheme, string] | undefined {
  if (url.length > LONGEST || !mayBeIdentifier(url) || FILES.test(url)) return undefined;
  if (/^(?:info:)?doi[:/]/i.test(url)) return ['doi', url];
  const address = url.replace(/^\s*(?:https?:)?\/\/(?:www\d?\.)?/i, '');
  if (SHARES.test(address)) return undefined;

  if (/^(?:[a-z]+\.)*doi\.org\//i.test(address)) {
    const name = address.slice(address.indexOf('/') + 1);
    const isSici = /%3c|<|\(sici\)/i.test(name);
    const path = decodePercent(isSici ? name : name.replace(/[?#].*$/, '')).replace(/^(?:doi:|urn:doi:)\s*/i, '');
    const doi = DOI.exec(path)?.[1];
    return ['doi', doi ?? (/^[a-z\d]{3,10}$/i.test(path) ? `10/${path}` : path)];
  }
  for (const [pattern, scheme] of REGISTRIES) {
    const name = pattern.exec(address)?.[1];
    if (name) return [scheme, name];
  }
  const doi = doiInside(address);
  if (doi) return ['doi', doi];
  for (const [pattern, scheme] of ANYWHERE) {
    const name = pattern.exec(address)?.[1];
    if (name) return [scheme, name];
  }
  return undefined;
}

/** A DOI in a path or in the value of a parameter. */
function doiInside(address: string): string | undefined {
  const query = address.indexOf('?');
  const path = query < 0 ? address.replace(/#.*$/, '') : address.slice(0, query);
  const inPath = DOI.exec(decodePercent(path))?.[1];
  if (inPath)
    return inPath
      .replace(/;[a-z_]+=.*$/i, '')
      .replace(AFTER_DOI, '')
      .replace(/v\d+(?:\.full)?$/, preprintVersion(inPath));
  if (query < 0) return undefined;
  const cited: string[] = [];
  for (const parameter of address.slice(query + 1).split(/[&#]|;(?=[a-z._]+=)/)) {
    const doi = DOI.exec(decodePercent(parameter.slice(parameter.indexOf('=') + 1)))?.[1];
    if (doi) cited.push(doi.replace(/[?&#].*$/, '').replace(AFTER_DOI, ''));
  }
  // Link-out services name the citing work first (`doi=…&key=…`).
  return cited.at(-1);
}

/** bioRxiv and medRxiv add the version to the DOI in their addresses. */
const preprintVersion = (doi: string): string => (/^10\.1101\/\d/.test(doi) ? '' : '$&');
