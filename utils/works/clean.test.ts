import { describe, expect, it } from 'vitest';
import { plainText } from '../model/rich-text';
import { cleanInline, cleanText } from './clean';

describe('a cleaned title', () => {
  it.each([
    ['is left alone when it is plain', 'Gulls and lamps', 'Gulls and lamps'],
    ['has no entities', 'Terns &amp; gulls &#8211; a &quot;study&quot; &#x3b1;&beta;', 'Terns & gulls – a "study" αβ'],
    ['has no twice-escaped entities', 'Terns &amp;amp; gulls, p &amp;lt; 0.05', 'Terns & gulls, p < 0.05'],
    ['keeps an ampersand that escapes nothing', 'AT&T; R&D', 'AT&T; R&D'],
    ['keeps comparisons that look like tags', 'n<m and x>y, p<0.05', 'n<m and x>y, p<0.05'],
    ['keeps names in angle brackets that are no elements', 'The <canvas> of <q-space>', 'The <canvas> of <q-space>'],
    ['loses scripts with their words', 'Gulls<script>alert(1)</script> asleep', 'Gulls asleep'],
    ['loses comments and declarations', '<?xml version="1.0"?>Gulls<!-- not shown --> asleep', 'Gulls asleep'],
    ['loses half a comment with all that follows', 'Gulls <!-- asleep', 'Gulls'],
    ['reads CDATA', '<![CDATA[Gulls & terns]]>', 'Gulls & terns'],
    ['has single spaces', '  Gulls\n\t asleep\u00a0now ', 'Gulls asleep now'],
    [
      'has no invisible characters or direction overrides',
      'Gu\u00adlls\u200b \u202easleep\u202c\u0007',
      'Gulls asleep',
    ],
    ['is composed', 'Cafe\u0301', 'Café'],
    [
      'is repaired where UTF-8 was read as Windows-1252',
      'The cafÃ©â€™s gulls â€“ a study',
      'The café’s gulls – a study',
    ],
    ['is repaired where that happened twice', 'cafÃƒÂ©', 'café'],
    ['is not repaired where the letters are meant', 'CAFÉ» «Ä» Åland² perché…» Ã', 'CAFÉ» «Ä» Åland² perché…» Ã'],
    [
      'closes up what indented markup tore apart',
      'kinase (\n   <i>PIK3CA</i>\n   ), mutated',
      'kinase (PIK3CA), mutated',
    ],
    [
      'gives formulas the room they lost',
      'spin in the<mml:math><mml:mi>N</mml:mi></mml:math>nucleus',
      'spin in the N nucleus',
    ],
    ['survives half a tag', 'Gulls <i', 'Gulls <i'],
    ['survives what cannot be a character', 'a&#0;b&#x110000;c&#xd800;d\ud800', 'abcd\ud800'],
  ])('%s', (_name, raw, expected) => {
    expect(cleanText(raw)).toBe(expected);
  });

  it.each([
    ['H<sub>2</sub>O', ['H', { mark: 'sub', children: ['2'] }, 'O']],
    ['&lt;i&gt;Larus&lt;/i&gt; asleep', [{ mark: 'em', children: ['Larus'] }, ' asleep']],
    [
      '<jats:italic>Larus <jats:sup>a</jats:sup></jats:italic>',
      [{ mark: 'em', children: ['Larus ', { mark: 'sup', children: ['a'] }] }],
    ],
    ['<b>Gulls</i> asleep', [{ mark: 'strong', children: ['Gulls asleep'] }]],
    ['<i></i><b> </b>Gulls', ['Gulls']],
    [
      '<mml:math><mml:msub><mml:mi>a</mml:mi><mml:mn>2</mml:mn></mml:msub><mml:mo>=</mml:mo><mml:mfrac><mml:mi>x</mml:mi><mml:mi>y</mml:mi></mml:mfrac></mml:math>',
      [{ mark: 'formula', children: ['a', { mark: 'sub', children: ['2'] }, '=x/y'] }],
    ],
    [
      '<math><mmultiscripts><mi>Tb</mi><mprescripts/><none/><mn>153</mn></mmultiscripts></math>',
      [{ mark: 'formula', children: [{ mark: 'sup', children: ['153'] }, 'Tb'] }],
    ],
    [
      '<math><semantics><mi>x</mi><annotation encoding="tex">\\x</annotation></semantics></math>',
      [{ mark: 'formula', children: ['x'] }],
    ],
  ])('keeps the marks of %s', (raw, expected) => {
    expect(cleanInline(raw)).toEqual(expected);
  });

  it('keeps its words, and no depth that breaks recursion, under a hundred thousand marks', () => {
    const nodes = cleanInline(`${'<i>'.repeat(50_000)}Gulls`);
    expect(plainText(nodes)).toBe('Gulls');
    expect(JSON.stringify(nodes).split('"mark"').length).toBeLessThan(20);
  });
});
