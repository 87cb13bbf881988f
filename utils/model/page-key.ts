import { identifierFromUrl } from './canonical';
import { type Identifier, identifierKey } from './identifier';

/** What a page says of itself that decides under which names its passages are kept. */
export interface PageFacts {
  /** Address of the document, with its fragment. */
  readonly url: string;
  /** `<link rel="canonical">`, absolute. Leave it out once the address has changed without a new document: it is stale then. */
  readonly canonical?: string;
  /** Identifiers of the work that the page is (not of works it cites), canonical, best first. */
  readonly identifiers?: readonly Identifier[];
}

/** Parameters known to record only where a reader came from. Anything unknown may choose the content and stays. */
const TRACKING =
  /^(?:utm_\w+|mtm_\w+|pk_(?:campaign|kwd|keyword|source|medium|content)|piwik_\w+|matomo_\w+|gclid|gclsrc|gad_(?:source|campaignid)|dclid|gbraid|wbraid|_ga|_gl|srsltid|fbclid|fb_(?:action_ids|action_types|ref|source)|mc_[ce]id|msclkid|y(?:s)?clid|_openstat|twclid|ttclid|igsh(?:id)?|li_fat_id|epik|ref_src|ref_url|_hsenc|_hsmi|__hstc|__hssc|__hsfp|hsctatracking|mkt_tok|vero_(?:id|conv)|oly_(?:enc|anon)_id|wickedid|rb_clickid|ml_subscriber(?:_hash)?|xtor|hsa_\w+|at_(?:medium|campaign)|ns_(?:source|mchannel|campaign|linkname)|guccounter|guce_referrer(?:_sig)?|mibextid|sfnsn|rdt_cid|irclickid|s_kwcid|_kx|ck_subscriber_id|casa_token)$/i;

/** Parameters that choose the content on many sites: a canonical link that drops one stands for many pages. */
const CHOOSES_CONTENT =
  /^(?:.*_?id|p|page|v|q|f|file|doc|docid|article|story|item|name|title|topic|post|doi|view|path|url)$/i;

/** Endings of an address that show the same text in another dress. */
const SAME_TEXT = /^\/?(?:amp|print|mobile|m|index\.html?)?\/?$/i;

/** Longest address that is kept as a key; longer ones are state, not names. */
const LONGEST = 4000;

const parse = (url: string): URL | undefined => {
  try {
    const parsed = new URL(url);
    return ['http:', 'https:', 'file:'].includes(parsed.protocol) && url.length <= LONGEST ? parsed : undefined;
  } catch {
    return undefined;
  }
};

/** A fragment that chooses the content (`#/a`, `#!a`), without a text directive; empty for one that names a place. */
const route = (url: URL): string => (/^#(?:!|\/)/.test(url.hash) ? (url.hash.split(':~:')[0] ?? '') : '');

const bareHost = (url: URL): string => url.host.replace(/^www\./, '');

const parameters = (url: URL): string[] => url.search.slice(1).split('&').filter(Boolean);
const nameOf = (parameter: string): string => parameter.split('=')[0] ?? '';

/** One string for all addresses that differ only in http/https, `www.`, known tracking parameters and case of escapes. */
function cleaned(url: URL): string {
  const kept = parameters(url).filter((parameter) => !TRACKING.test(nameOf(parameter)));
  const place = `${bareHost(url)}${url.pathname}${kept.length > 0 ? `?${kept.join('&')}` : ''}${route(url)}`;
  return place.replace(/%[0-9a-f]{2}/gi, (triplet) => triplet.toUpperCase());
}

/** Whether a page's canonical link can be believed: on the same site, and not one address for many pages. */
function isBelievable(canonical: URL, page: URL): boolean {
  const site = (url: URL) => bareHost(url).replace(/^(?:m|mobile|amp)\./, '');
  if (canonical.protocol === 'file:' || site(canonical) !== site(page)) return false;
  if (route(page) !== '' && route(canonical) === '') return false;

  const kept = new Set(parameters(canonical).map(nameOf));
  const dropped = parameters(page)
    .map(nameOf)
    .filter((name) => !kept.has(name));
  // An article's own path may take the place of `?p=12`, but then the path is another one.
  if (canonical.pathname === page.pathname) return !dropped.some((name) => CHOOSES_CONTENT.test(name));

  // The start page, or the section an article stands in, is not the article.
  const above = canonical.pathname.replace(/\/$/, '');
  if (above === '') return SAME_TEXT.test(page.pathname);
  return !page.pathname.startsWith(`${above}/`) || SAME_TEXT.test(page.pathname.slice(above.length));
}

/**
 * The keys under which a page's passages are kept and found, most exact first, without repeats: its address without
 * fragment (hash routes stay), that address cleaned, its canonical link where that can be believed, the one name of an
 * Effectiveness Bank document that has many addresses, and the identifiers of the work it is. Two pages that share a key are
 * one page. Other identifiers in an address do not count: a page about a work often has the work's DOI in its address.
 *
 * @returns Empty for documents that have no lasting address (`about:srcdoc`, `blob:`) and no identifier.
 */
export function pageKeys(page: PageFacts): readonly string[] {
  const keys: string[] = [];
  const url = parse(page.url);
  if (url) {
    keys.push(`url:${url.href.slice(0, url.href.length - url.hash.length)}${route(url)}`, `clean:${cleaned(url)}`);
    const canonical = page.canonical === undefined ? undefined : parse(page.canonical);
    if (canonical && isBelievable(canonical, url)) keys.push(`clean:${cleaned(canonical)}`);
    const named = identifierFromUrl(url.href);
    if (named?.scheme === 'effectiveness-bank') keys.push(identifierKey(named));
  }
  for (const identifier of page.identifiers ?? []) keys.push(identifierKey(identifier));
  return [...new Set(keys)];
}

/** A page as it is kept with a passage. */
interface KeptPage {
  readonly url: string;
  readonly keys: readonly string[];
}

/** The name under which a page's passages stand together: http and https, with and without www, are one page. */
export const pageName = ({ keys, url }: KeptPage): string => keys.find((key) => key.startsWith('clean:')) ?? url;

/** The name of the work that a page is; that of the page where it is none. */
export const pageWork = (page: KeptPage): string =>
  page.keys.find((key) => !/^(?:url|clean):/.test(key)) ?? pageName(page);
