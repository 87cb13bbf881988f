import type { Example } from '../detector';
import { exampleOf } from './page';

/** What `number-links` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  exampleOf(
    'a cluster that starts at 1',
    'Doctors did better than counsellors in trials ({1|https://e.org/a} {2|https://e.org/b}).',
    ['document-link «1»', 'document-link «2»'],
  ),
  exampleOf('years', 'Numbers fell every year after that ({2009–10|https://e.org/a} {2010–11|https://e.org/b}).', [
    'document-link «2009–10»',
    'document-link «2010–11»',
  ]),
  exampleOf(
    'a number raised behind a sentence that the source wraps',
    'It is as old\nas any\nother.^{[1]|notes.html#note-1}',
    ['marker «[1]»'],
  ),
  exampleOf('a pager', 'Page ({1|?p=1} {2|?p=2} {3|?p=3})', []),
  exampleOf('a counter', 'Comments ({12|https://e.org/c})', []),
  exampleOf('a counter behind a sentence', 'Lamps were lit late by Tarn ({12|https://e.org/lamps#comments}).', []),
  exampleOf('the number of an issue', 'Lamps are no longer lit twice ({46|https://e.org/pull/46}).', []),
  exampleOf('one linked year', 'The album came out to good reviews ({2015|https://e.org/2015}).', []),
];
