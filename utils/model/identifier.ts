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
] as const;

/** One of {@link SCHEMES}. */
export type Scheme = (typeof SCHEMES)[number];

/** A name that a registry gave to a work. `value` is always in the scheme's one canonical form (see `canonical.ts`). */
export interface Identifier {
  readonly scheme: Scheme;
  readonly value: string;
}

/** One string for an identifier, usable as a database key: `doi:10.5555/abc`. */
export const identifierKey = (id: Identifier): string => `${id.scheme}:${id.value}`;

/** Whether two identifiers are the same name. Both must be canonical. */
export const sameIdentifier = (a: Identifier, b: Identifier): boolean => a.scheme === b.scheme && a.value === b.value;
