import { describe, expect, it } from 'vitest';
import { plainText } from '../model/rich-text';
import { cleanAbstract } from './clean-abstract';

/** Sections as `heading: paragraph / paragraph`. */
const shown = (raw: string) =>
  cleanAbstract(raw).map(
    ({ heading, paragraphs }) =>
      `${heading === undefined ? '' : `${heading}: `}${paragraphs.map(plainText).join(' / ')}`,
  );

describe('a cleaned abstract', () => {
  it.each<[string, string, string[]]>([
    ['is one section when it is plain', 'Lamps were lit. Gulls woke.', ['Lamps were lit. Gulls woke.']],
    ['is nothing when there are no words', '<jats:p/>', []],
    ['keeps paragraphs', '<p>Lamps were lit.</p><p>Gulls woke.</p>', ['Lamps were lit. / Gulls woke.']],
    ['keeps paragraphs of plain text', 'Lamps were lit.\n\nGulls woke.', ['Lamps were lit. / Gulls woke.']],
    [
      'reads JATS sections, in any namespace, and says capitals quietly',
      '<jats:title>Abstract</jats:title><ns3:sec><ns3:title>METHODS</ns3:title><ns3:p>Lamps were lit.</ns3:p></ns3:sec><jats:sec><jats:title>Results:</jats:title><jats:p>Gulls woke.</jats:p></jats:sec>',
      ['Methods: Lamps were lit.', 'Results: Gulls woke.'],
    ],
    [
      'reads the headings of Europe PMC',
      '<h4>Methods</h4>Lamps were lit.<h4>Results</h4>Gulls <i>woke</i>.',
      ['Methods: Lamps were lit.', 'Results: Gulls woke.'],
    ],
    [
      'reads labels printed in bold',
      '<p><b>Methods:</b> Lamps were lit.</p><p><b>Results</b> Gulls woke.</p>',
      ['Methods: Lamps were lit.', 'Results: Gulls woke.'],
    ],
    [
      'reads labels printed as words',
      'BACKGROUND: Lamps are bright. METHODS: Lamps were lit. RESULTS: Gulls woke.',
      ['Background: Lamps are bright.', 'Methods: Lamps were lit.', 'Results: Gulls woke.'],
    ],
    [
      'leaves words that only look like labels',
      'We compared the results: gulls woke. Our methods: lamps.',
      ['We compared the results: gulls woke. Our methods: lamps.'],
    ],
    ['drops its own name', 'Abstract: Lamps were lit.', ['Lamps were lit.']],
    ['drops its own name when it is glued on', 'AbstractLamps were lit.', ['Lamps were lit.']],
    ['drops its own name as a paragraph', '<p>Abstract</p><p>Lamps were lit.</p>', ['Lamps were lit.']],
    ['keeps the adjective', 'Abstract expressionism met lamps.', ['Abstract expressionism met lamps.']],
    [
      'reads lists as paragraphs',
      '<p>We lit:</p><list><list-item><p>white lamps</p></list-item><list-item><p>amber lamps</p></list-item></list>',
      ['We lit: / white lamps / amber lamps'],
    ],
    ['is nothing where it says that there is none', '<jats:p>No abstract available.</jats:p>', []],
    [
      'is told from words that begin so',
      'No abstract available to gulls was read.',
      ['No abstract available to gulls was read.'],
    ],
    ['has no script', '<p>Lamps<script>alert(1)</script> were lit.</p>', ['Lamps were lit.']],
    ['reads escaped markup', '&lt;p&gt;Lamps were lit.&lt;/p&gt;', ['Lamps were lit.']],
  ])('%s', (_name, raw, expected) => {
    expect(shown(raw)).toEqual(expected);
  });

  it('is read to the end, and no further than 200,000 characters, when somebody means harm', () => {
    for (const piece of ['<p>', '<sec><title>', '&amp;', '<!--', '<a <a ', '. Results: ', '((((', '......'])
      expect(() => cleanAbstract(piece.repeat(200_000))).not.toThrow();
  });
});
