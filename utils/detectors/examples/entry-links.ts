import type { Example } from '../detector';
import { exampleOf, listOf, REFERENCES } from './page';

const LIST = listOf([
  '1|Smith, A. (2010). Lamps at sea. Birds, 4, 1–9.',
  '2|Lee, K. (2012). Gulls at night. Birds, 6, 1–9.',
  '3|Brown, A. (2005). Red lamps at sea. Birds, 1, 1–9.',
]);

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
  exampleOf('a number whose address leads nowhere', 'It works [{2|#bib2}].', ['marker «2» #e2'], [], [LIST]),
  exampleOf('a year whose address leads nowhere', 'Smith ({2010|#bib1}) says so.', ['marker «2010» #e1'], [], [LIST]),
  exampleOf('a number that the list lacks', 'It works [{7|#bib7}].', ['marker «7» #bib7'], [], [LIST]),
  exampleOf(
    'a number beside another list that numbers lead to',
    'It works [{2|#bib2}].',
    ['marker «2» #bib2'],
    [],
    [
      LIST,
      { ...listOf(['1|A note of 2012 on lamps at sea.', '2|Another note of 2013 on gulls.']), isLinkedByNumber: true },
    ],
  ),
];
