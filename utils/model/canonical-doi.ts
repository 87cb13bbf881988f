import { decodePercent, trimEnd } from './trim';

/** What is never seen and belongs to no name: soft hyphens, zero-width and bidirectional controls. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Resolvers and labels before a name, as often as they were put there. */
const BEFORE = /^[\s<([]*(?:(?:https?:\/\/)?(?:[a-z]+\.)?doi\.org\/|(?:urn:|info:)?doi\s*[:/=]?\s*)*/i;

/** Parameters that were copied with an address. */
const PARAMETERS = /[?&](?:amp;)?[a-z_]{2,20}=.*$/i;

/** The version of a preprint in bioRxiv and medRxiv, of which only the whole is registered. */
const VERSION = /(?<=^10\.(?:1101|64898)\/[\d.]{6,20})v\d+$/;

/**
 * A DOI in lower case, without resolver, prefix, escapes, invisible characters, parameters and the punctuation of the sentence
 * around it. Case does not distinguish DOIs (DOI Handbook, 3.4), brackets belong to them when they are closed: SICI, ANSI/NISO Z39.56.
 *
 * @param raw - At most a few hundred characters. Short DOIs (`10/gcgk83`, shortdoi.org) too.
 */
export function canonicalDoi(raw: string): string | undefined {
  const plain = decodePercent(raw)
    .replace(UNSEEN, '')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&')
    .replace(BEFORE, '');
  const found = /^10\.\d{4,9}(?:\.\d{1,9}){0,4}\/\S+/.exec(plain)?.[0] ?? /^10\/[a-z\d]{3,10}$/i.exec(plain)?.[0];
  const value = found && trimEnd(found.replace(PARAMETERS, '')).toLowerCase().replace(VERSION, '');
  // An address inside a name is a redirector's own parameter.
  return value && /\/./.test(value) && !value.includes('://') ? value : undefined;
}
