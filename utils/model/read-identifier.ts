import { identifierFromUrl } from './address-identifier';
import { canonicalIdentifier } from './canonical-forms';
import type { Identifier, Scheme } from './identifier';
import { identifiersInText } from './identifier-text';

/** What a bare name can be, the strictest form first. */
const BARE: readonly Scheme[] = [
  'doi',
  'isbn',
  'pmid',
  'arxiv',
  'pmcid',
  'nct',
  'isrctn',
  'chictr',
  'trial',
  'eudract',
  'cochrane',
  'eric',
  'openalex',
];

/** Longest text that is read, characters. */
const LONGEST = 2000;

/**
 * The identifier that a reader wrote or pasted: a name with or without its prefix, one inside a pasted citation, or an address,
 * which stands for itself where it names nothing.
 *
 * @returns In canonical form; undefined where it names nothing. A bare number of up to nine digits is a PMID, unless its check
 *   digit makes it an ISBN.
 */
export function readIdentifier(written: string): Identifier | undefined {
  const text = written.trim();
  if (text === '' || text.length > LONGEST) return undefined;
  const address = /^https?:\/\/\S+$/i.test(text) ? text : /^www\.\S+\.\S+$/i.test(text) ? `https://${text}` : undefined;
  if (address)
    return identifierFromUrl(address) ?? (URL.canParse(address) ? canonicalIdentifier('url', address) : undefined);
  for (const scheme of BARE) {
    const identifier = /\s/.test(text) && scheme !== 'isbn' ? undefined : canonicalIdentifier(scheme, text);
    if (identifier) return identifier;
  }
  return identifiersInText(text)[0]?.identifier ?? identifierFromUrl(text);
}
