import type { Example } from '../detector';
import { exampleOf, REFERENCES } from './page';

/** What `entry-links` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  exampleOf('a number in brackets', 'It works [{1|#r1}].', ['marker «1» #r1 doi:10.5555/one'], REFERENCES),
  exampleOf(
    'the same document by its full address',
    'It works [{1|#r1}], too.',
    ['marker «1» #r1 doi:10.5555/one'],
    REFERENCES,
  ),
  exampleOf('author and year', '{Miller 2001|#r1} agrees.', ['marker «Miller 2001» #r1 doi:10.5555/one'], REFERENCES),
  exampleOf('a figure', 'See {Figure 1|#f1} and {1|#f1}.', [], REFERENCES),
  exampleOf('a section', '{Methods|#methods}', [], REFERENCES),
  exampleOf('a back-link', '{^|#cite1}', [], REFERENCES),
];
