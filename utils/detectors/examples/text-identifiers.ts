import type { Example } from '../detector';
import { exampleOf } from './page';

/** What `text-identifiers` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  exampleOf('a DOI', 'Published as doi:10.5555/abc.', ['bare-identifier «doi:10.5555/abc» doi:10.5555/abc']),
  exampleOf('a label in its own element', 'PMID: {1234567|https://example.org/}', [
    'bare-identifier «PMID: 1234567» pmid:1234567',
  ]),
  exampleOf('a name that ends where a link begins', '10.5555/abc{Full|https://example.org/}', [
    'bare-identifier «10.5555/abc» doi:10.5555/abc',
  ]),
  exampleOf('the page’s own', 'doi:10.5555/self', []),
  exampleOf('numbers', 'version 10.12/2 of 2010', []),
];
