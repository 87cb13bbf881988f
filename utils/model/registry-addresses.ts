import type { Scheme } from './identifier';

/** An address, the scheme of the name that its first group catches, and what belongs before that name. */
export type AddressRule = readonly [pattern: RegExp, scheme: Scheme, prefix?: string];

/** Registries' own addresses, matched against host and path with query, without `www.`. */
export const ADDRESSES: readonly AddressRule[] = [
  [
    /^(?:(?:[a-z]+\.)*ncbi\.nlm\.nih|pubmed)\.gov\/(?:m?\/?pubmed\/?)?(?:\?term=)?(\d{1,8})(?:%5Buid%5D|\[uid\])?\/?(?:$|[?#&])/i,
    'pmid',
  ],
  [
    /^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/(?:(?:pmc\/)?articles\/pmid\/|.*[?&](?:list_uids|pmid|from_uid)=)(\d{1,8})\b/i,
    'pmid',
  ],
  [/^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/(?=.*db(?:from)?=pubmed).*[?&]id=(\d{1,8})\b/i, 'pmid'],
  [/^(?:[a-z]+\.)*ncbi\.nlm\.nih\.gov\/.*(PMC\d{3,8})\b/i, 'pmcid'],
  [/^(?:(?:[a-z]+\.)*ncbi\.nlm\.nih|pubmedcentral(?:\.nih)?)\.gov\/.*[?&]artid=(\d{3,8})\b/i, 'pmcid'],
  [/^(?:europepmc|ukpmc)\.(?:org|ac\.uk)\/(?:abstract|article|search\?query=ext_id:)\/?MED\/(\d{1,8})/i, 'pmid'],
  [/^(?:europepmc|ukpmc)\.(?:org|ac\.uk)\/(?:.*[/=])?(PMC\d{3,8})\b/i, 'pmcid'],
  [/^europepmc\.org\/article\/PMC\/(\d{3,8})\b/i, 'pmcid'],
  [
    /^(?:(?:[a-z\d]+\.)*arxiv\.org|xxx\.lanl\.gov|(?:alphaxiv|ar5iv)\.org)\/(?:abs|pdf|html|format|ps|e-print)\/((?:arxiv:)?[\w.-]+(?:\/\d{7})?(?:v\d+)?(?:\.pdf)?)/i,
    'arxiv',
  ],
  [/^arxiv\.org\/ftp\/(?:[\w.-]+\/){2,4}(\d{4}\.\d{4,5})\.pdf/i, 'arxiv'],
  [
    /^(?:bio|med)rxiv\.org\/content\/(?:\w+\/)?early\/(?:\d+\/){3}((?:\d{4}\.\d\d\.\d\d\.)?\d{6,8})\b/i,
    'doi',
    '10.1101/',
  ],
  // Publishers and servers whose addresses have the end of the DOI, behind a beginning that is always the same.
  [/^preprints\.org\/manuscript\/(\d{6}\.\d{4})\/(v\d+)/i, 'doi', '10.20944/preprints'],
  [/^researchsquare\.com\/article\/(rs-\d+\/v\d+)/i, 'doi', '10.21203/rs.3.'],
  [/^(?:osf\.io\/preprints\/)?psyarxiv(?:\.com)?\/([a-z\d]{5}(?:_v\d+)?)\b/i, 'doi', '10.31234/osf.io/'],
  [/^(?:osf\.io\/preprints\/)?socarxiv\/([a-z\d]{5}(?:_v\d+)?)\b/i, 'doi', '10.31235/osf.io/'],
  [/^nature\.com\/articles\/(s4\d{4}-\d{3}-\d{4,5}-[\dxw]|(?:nature|srep|ncomms)\d{4,5})\b/i, 'doi', '10.1038/'],
  [/^elifesciences\.org\/articles\/(\d{5,6})\b/i, 'doi', '10.7554/elife.'],
  [/^(?:bmj\.com|[a-z]+\.bmj\.com)\/content\/\d+\/(bmj\.[a-z]?\d{3,6})\b/i, 'doi', '10.1136/'],
  [/^thelancet\.com\/.*\/PII(S\d{4}-\d{3}[\dX]\(\d\d\)\d{5}-[\dX])/i, 'doi', '10.1016/'],
  [/^zenodo\.org\/(?:api\/)?records?\/(\d+)/i, 'doi', '10.5281/zenodo.'],
  [/^(?:[a-z]+\.)?openalex\.org\/(?:works\/)?(W\d{4,12})\b/i, 'openalex'],
  [
    /^(?:(?:clinicaltrialsregister|euclinicaltrials)\.eu\/.*?|trialsearch\.who\.int\/.*=EUCTR)(20\d\d-\d{6}-\d\d)/i,
    'eudract',
  ],
  [/^(?:api\.)?semanticscholar\.org\/(?:(?:paper|reader)\/(?:[^/]+\/)?)?(CorpusID:\d+|[0-9a-f]{40})\b/i, 's2'],
  [/^(?:[a-z]+\.)?adsabs\.harvard\.edu\/(?:(?:#?abs|full)\/|.*[?&]bibcode=)([^/?&#]{19,27})/i, 'ads'],
  [
    /^acl(?:anthology\.(?:org|info)|web\.org\/anthology)\/(?:.*\/)?([A-Z]\d\d-\d{4}|\d{4}\.[a-z\d_]+-[a-z\d]+\.\d+)\b/i,
    'acl',
  ],
  [/^(?:papers\.)?ssrn\.com\/.*abstract(?:_?id)?=(\d{4,9})/i, 'ssrn'],
  [/^(?:(?:hdl\.)?handle\.net\/|hdl:)((?!10\.)\d+(?:\.\d+)*\/[^?#]+)/i, 'handle'],
  [/^(?:files\.)?eric\.ed\.gov\/.*\b(E[DJ]\d{6,7})\b/i, 'eric'],
  [/^cochrane(?:library)?\.(?:org|com)\/(?:.*\/)?((?:CD|MR)\d{6})(?![\d.])/i, 'cochrane'],
  [/^findings\.org\.uk\/(?!.*topic_search)[^?]*\?(?:.*&)?(?:f|file)=([^&#]+)/i, 'effectiveness-bank'],
];

/** Names inside any address, whatever its host: link resolvers, library catalogues, repositories, lookup services. */
export const ANYWHERE: readonly AddressRule[] = [
  [/\/(?:m?pubmed)\/(\d{4,8})\/?(?:$|[?#])/i, 'pmid'],
  [/^(?=.*[?&]link_type=MED).*[?&]access_num=(\d{1,8})\b/i, 'pmid'],
  [/[?&=](?:pmid|pubmed_?id|info:pmid\/)[:=]?(\d{4,8})(?:$|[&#])/i, 'pmid'],
  [/[?&](?:rft[._])?isbn=([\dXx-]{10,17})/i, 'isbn'],
  [/(?:BookSources\/|\/isbn[/:=]|urn:isbn:)([\dXx-]{10,17})(?:$|[/?#&])/i, 'isbn'],
  // 123456789 is what repositories have before they register: every one of them gives the same numbers.
  [/\/handle\/((?!10\.|123456789\/)\d+(?:\.\d+)*\/[\w.~-]+)\/?(?:$|[?#])/i, 'handle'],
];

/** Addresses that send a page on to somebody: the work in them is the page being shared. */
export const SHARES =
  /^(?:[a-z-]+\.)*(?:facebook|twitter|x|linkedin|reddit|weibo|mendeley|pinterest|whatsapp|citeulike|bsky|delicious|stumbleupon|digg|addthis|vk|wechat)\.(?:com|org|app|net)\/|^[^?]*\/(?:share|sharer|sharearticle|intent\/(?:post|tweet))(?:\.php)?\/?\?|^mailto:|[?&](?:subject|body)=/i;
