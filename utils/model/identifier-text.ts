import { identifierFromUrl } from './address-identifier';
import { canonicalIdentifier } from './canonical-forms';
import { schemeOfTrial, TRIAL } from './canonical-trial';
import type { Identifier, Scheme } from './identifier';
import { mayHoldIdentifier } from './identifier-hints';
import { trimEnd } from './trim';

/** An identifier in running text. */
export interface IdentifierInText {
  readonly identifier: Identifier;
  /** UTF-16 offsets of the identifier itself with its prefix (`PMID: 123`), end exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Characters of names, those that are not seen, and the hyphens that word processors put in the place of `-`. */
const NAME = String.raw`[\x21-\x7e\u00ad\u200b-\u200f\u202a-\u202e\u2010\u2011\u2060\u2066-\u2069\ufeff]`;

/** What is printed, and its scheme; `address` is an address that may name a work. Every repetition is bounded: time grows with the text alone. */
const PRINTED: readonly (readonly [Scheme | 'address', string])[] = [
  // With whatever resolver or prefix stands before it; another name may follow without a space.
  [
    'doi',
    String.raw`(?:https?:\/\/[a-z.]{0,12}doi\.org\/|\bdoi[:\s/]{0,3})?(?<![\d.])(10\.\d{4,9}(?:\.\d{1,9}){0,4}(?:\/|%2F)(?:(?!PMC?ID|PubMed|Epub|https?:)${NAME}){1,300})`,
  ],
  ['address', String.raw`\b(https?:\/\/(?:(?!https?:)${NAME}){1,300})`],
  ['pmid', String.raw`(?:PMID|PubMed(?: ID)?)[:\uff1a\s]{0,4}(\d{4,8})\b(?!-)`],
  ['pmcid', String.raw`(?:PMCID[:\s]{0,4}|\b)(PMC\d{3,8})\b`],
  [
    'arxiv',
    String.raw`\barXiv[:\s]{0,3}(?:preprint\s)?(?:arXiv[:\s]{0,3})?(?:abs\/)?(\d{4}\.\d{4,5}|[a-z][a-z-]{1,15}(?:\.[A-Z]{2})?\/\d{7})(?:v\d{1,3})?(?!\d)`,
  ],
  [
    'isbn',
    String.raw`\b[ep]?-?ISBN(?:-?1[03])?(?:\s\(\w{1,12}\))?[\s:\uff1a]{0,4}((?:\d[\s\u2010-\u2015\u2212-]?){9,12}[\dXx])(?![\dXx])`,
  ],
  ['trial', `(${TRIAL})`],
  [
    'eudract',
    String.raw`\b(?:EudraCT|EUCTR|EU[ -]CT|CTIS)(?: (?:number|no\.?|nr\.?))?[:\s-]{0,3}(20\d\d-\d{6}-\d\d(?:-\d\d\b)?)(?!\d)`,
  ],
  ['cochrane', String.raw`\b((?:CD|MR)\d{6}(?:\.pub\d{1,2})?)(?!\w)(?<=Cochrane[^]{0,90})`],
  ['handle', String.raw`\bhdl:\s?(\d+(?:\.\d+){0,4}\/[\w.~-]{1,100})`],
];

const IN_TEXT = new RegExp(PRINTED.map(([, pattern]) => pattern).join('|'), 'gi');

/** Identifiers printed in a text, in order, without overlaps; linear in its length. Offsets count UTF-16 units. */
export function identifiersInText(text: string): IdentifierInText[] {
  const found: IdentifierInText[] = [];
  if (!mayHoldIdentifier(text)) return found;
  for (const match of text.matchAll(IN_TEXT)) {
    const index = match.findIndex((group, number) => number > 0 && group !== undefined);
    const printed = match[index] ?? '';
    const kind = PRINTED[index - 1]?.[0] ?? 'url';
    const isOpen = kind === 'doi' || kind === 'address' || kind === 'handle';
    const name = isOpen ? trimEnd(cutMarkup(printed)) : printed;
    const identifier =
      kind === 'address'
        ? identifierFromUrl(name)
        : canonicalIdentifier(kind === 'trial' ? schemeOfTrial(name) : kind, name);
    if (!identifier) continue;
    found.push({ identifier, start: match.index, end: match.index + match[0].length - printed.length + name.length });
  }
  return found;
}

/** `<` belongs to a DOI only in a SICI, before digits and closed again. */
function cutMarkup(text: string): string {
  const open = text.search(/<(?!\d[^<>]*>)/);
  return (open >= 0 ? text.slice(0, open) : text).replace(/["“”][\s\S]*$/, '');
}
