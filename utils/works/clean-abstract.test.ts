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
    [
      'takes conversion tokens for what they stand for',
      'SummaryO_ST_ABSBackgroundC_ST_ABSLamps are bright.\n\nMethodsWe lit lamps of 5 {micro}W at 20{degrees}C.\n\nKey ResultsO_LIGulls woke.\nC_LIO_LIDO_SCPLOWNAC_SCPLOW slept.\nC_LI',
      [
        'Background: Lamps are bright.',
        'Methods: We lit lamps of 5 µW at 20°C.',
        'Key Results: Gulls woke. / DNA slept.',
      ],
    ],
    [
      'has no figures of a conversion',
      'Lamps were lit.\n\nGraphical Abstract\n\nO_FIG O_LINKSMALLFIG WIDTH=200 HEIGHT=70 SRC="FIGDIR/small/1v4_ufig1.gif" ALT="Figure 1">\nView larger version (27K):\norg.highwire.dtl.DTLVardef@12f30c2_HPS_FORMAT_FIGEXP  M_FIG C_FIG EF, eye of gulls.',
      ['Lamps were lit. / EF, eye of gulls.'],
    ],
    [
      'has no half figure of a conversion',
      'Lamps were lit. O_FIG O_LINKSMALLFIG WIDTH=200 SRC="small/1.gif" ALT="Figure 1">\nView larger version (27K):\norg.highwire.dtl.DTLVardef@12_HPS',
      ['Lamps were lit.'],
    ],
    [
      'takes tokens in marked-up headings for headings',
      '<jats:p>O_ST_ABSMethodsC_ST_ABSLamps were lit.</jats:p><h4>O_ST_ABSResultsC_ST_ABS</h4><p>Gulls woke.</p>',
      ['Methods: Lamps were lit.', 'Results: Gulls woke.'],
    ],
    [
      'reads labels that are glued to their texts',
      'BackgroundLamps are bright.\n\nMethods and resultsLamps were lit. ConclusionGulls woke.',
      ['Background: Lamps are bright.', 'Methods and results: Lamps were lit.', 'Conclusion: Gulls woke.'],
    ],
    [
      'leaves a word that only seems to be a glued label',
      'Lamps were lit. ResultsDB lists gulls. MethodsX is another.',
      ['Lamps were lit. ResultsDB lists gulls. MethodsX is another.'],
    ],
    ['reads signs spelt out', 'Of {beta}-gulls, 5 {+/-} 2.', ['Of β-gulls, 5 ± 2.']],
    ['leaves TeX', 'For \\mathrm{beta} of $x^{beta}$.', ['For \\mathrm{beta} of $x^{beta}$.']],
    ['has no script', '<p>Lamps<script>alert(1)</script> were lit.</p>', ['Lamps were lit.']],
    ['reads escaped markup', '&lt;p&gt;Lamps were lit.&lt;/p&gt;', ['Lamps were lit.']],
  ])('%s', (_name, raw, expected) => {
    expect(shown(raw)).toEqual(expected);
  });

  it('is read to the end, and no further than 200,000 characters, when somebody means harm', () => {
    for (const piece of [
      '<p>',
      '<sec><title>',
      '&amp;',
      '<!--',
      '<a <a ',
      '. Results: ',
      '((((',
      '......',
      'O_FIG ',
      'O_ST_ABS',
      'BackgroundX. ',
      'O_LINKSMALLFIG',
    ])
      expect(() => cleanAbstract(piece.repeat(200_000))).not.toThrow();
  });
});
