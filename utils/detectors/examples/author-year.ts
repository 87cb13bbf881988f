import type { Example } from '../detector';
import { exampleOf, listOf } from './page';

const LIST = listOf([
  'Smith, A., Tarn, B., & Weld, C. (2010). Lamps at sea. Birds, 4, 1–9. doi:10.5555/sea',
  'Lee, K. (2012). Gulls at night. Birds, 6, 1–9. https://lamps.example/night',
  'Brown, A. (2005). Red lamps at sea. Birds, 1, 1–9.',
  'Brown, Z. (2005). Green lamps at sea. Birds, 1, 10–19.',
  'Fern, D. (n.d.). Lamps of the future. Birds.',
]);

const example = (name: string, source: string, finds: readonly string[], part = {}) =>
  exampleOf(name, source, finds, [], [{ ...LIST, ...part }]);

/** What `author-year` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  example('names and years in the text', 'Smith et al. (2010) found gulls awake (Lee 2012).', [
    'marker «Smith et al. (2010)» #e1 doi:10.5555/sea',
    'marker «Lee 2012» #e2',
  ]),
  example('a label that links to the work itself', 'It is ({Smith et al., 2010|https://doi.org/10.5555/sea}).', [
    'marker «Smith et al., 2010» #e1 doi:10.5555/sea doi:10.5555/sea',
  ]),
  example('a label whose address is that of an entry, whatever it says', 'See {Li 2013|http://lamps.example/night}.', [
    'marker «Li 2013» #e2',
  ]),
  example('two works that one label can stand for', 'Lamps are red (Brown 2005).', [
    'marker «Brown 2005» #e3',
    'marker «Brown 2005» #e4',
  ]),
  example('a work that the list lacks', 'Lamps are blue (Moor & Fern, 2017).', ['marker «Moor & Fern, 2017»']),
  example('an entry', 'Lee, K. (2012). Gulls at night. Birds, 6, 1–9. https://lamps.example/night', []),
  example('a work without a year', 'Lamps are red (Fern, n.d.).', ['marker «Fern, n.d.» #e5']),
  example('a page that is no page of a work', 'Lamps are red (Table 5), and so is (Moor 5).', []),
  example('a list that numbers lead to', 'Smith et al. (2010) found gulls awake.', [], { isLinkedByNumber: true }),
  exampleOf('a page without a list', 'Smith et al. (2010) found gulls awake (Lee 2012).', []),
];
