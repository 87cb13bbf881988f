/** The naming schemes that Ibid knows. Stored with readers' libraries: never rename one, append. */
export const SCHEMES = [
  'doi',
  'pmid',
  'pmcid',
  'arxiv',
  'isbn',
  'nct',
  'isrctn',
  'eudract',
  'chictr',
  'openalex',
  's2',
  'ads',
  'acl',
  'ssrn',
  'handle',
  'eric',
  'cochrane',
  'effectiveness-bank',
  'url',
  'trial',
] as const;

/** One of {@link SCHEMES}; `trial` stands for the registers that have none of their own. */
export type Scheme = (typeof SCHEMES)[number];

/** A name that a registry gave to a work. `value` is always in the scheme's one canonical form (see `canonical.ts`). */
export interface Identifier {
  readonly scheme: Scheme;
  readonly value: string;
}

/** One string for an identifier, usable as a database key: `doi:10.5555/abc`. */
export const identifierKey = (id: Identifier): string => `${id.scheme}:${id.value}`;

/** The identifier of a key of ours; the way back of {@link identifierKey}. */
export const keyedIdentifier = (key: string): Identifier => {
  const at = key.indexOf(':');
  return { scheme: key.slice(0, at) as Scheme, value: key.slice(at + 1) };
};

/** Whether two identifiers are the same name. Both must be canonical. */
export const sameIdentifier = (a: Identifier, b: Identifier): boolean => a.scheme === b.scheme && a.value === b.value;
