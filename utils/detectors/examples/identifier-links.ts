import type { Example } from '../detector';
import { exampleOf } from './page';

/** What `identifier-links` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  exampleOf('a resolver', 'See {this|https://doi.org/10.5555/Abc} study.', ['identifier-link «this» doi:10.5555/abc']),
  exampleOf('a publisher’s address', '{A title|https://publisher.example/doi/full/10.5555/abc}', [
    'identifier-link «A title» doi:10.5555/abc',
  ]),
  exampleOf('an ordinary link', '{A title|https://example.org/10.5}', []),
  exampleOf('the page’s own', '{doi|https://doi.org/10.5555/self}', []),
  exampleOf('a supplement of the page’s own', '{S1|https://doi.org/10.5555/self.s001}', []),
  exampleOf('a longer name than the page’s own', '{doi|https://doi.org/10.5555/selfish}', [
    'identifier-link «doi» doi:10.5555/selfish',
  ]),
  exampleOf('sharing', '{Tweet|https://twitter.com/share?url=https://doi.org/10.5555/abc}', []),
];
