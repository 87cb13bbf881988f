import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { HOSTILE, sampleItem } from '../../tests/formats/samples';
import type { ReadingItem } from '../model/reading-item';
import { bibliographyOf } from './bibliography';
import { bibliographyHtml } from './bibliography-page';
import { cslJson } from './csl-json';
import { writeWhole } from './format';

const shipped = (name: string) => fileURLToPath(new URL(`../../public/csl/${name}`, import.meta.url));
const file = (name: string) => readFileSync(shipped(name), 'utf8');
const LOCALES = { 'en-US': file('locales-en-US.xml'), 'en-GB': file('locales-en-GB.xml') };
const records = (items: readonly ReadingItem[]) =>
  writeWhole(cslJson, { items, passages: [] }, { generatedAt: new Date(0) });

const ARTICLE = sampleItem({
  title: 'White lamps and the sleep of gulls',
  author: [
    { family: 'Tarn', given: 'Ada' },
    { family: 'Weld', given: 'Ben' },
  ],
  'container-title': 'Annals of Harbour Birds',
  issued: { 'date-parts': [[2012, 3]] },
  volume: '12',
  issue: '3',
  page: '101-119',
  DOI: '10.5555/lamps',
});
const BOOK = sampleItem(
  {
    type: 'book',
    title: 'A book of terns',
    author: [{ family: 'Roe', given: 'Bo' }],
    publisher: 'Quay Press',
    issued: { 'date-parts': [[2001]] },
  },
  { id: 'item-2', added: 2 },
);
const styled = (style: string, items: readonly ReadingItem[] = [ARTICLE, BOOK]) =>
  bibliographyOf(records(items), file(`${style}.csl`), LOCALES);

describe('a bibliography in a style', () => {
  it.each([
    ['apa', 'Roe, B. (2001). A book of terns. Quay Press.'],
    [
      'apa',
      'Tarn, A., & Weld, B. (2012). White lamps and the sleep of gulls. Annals of Harbour Birds, 12(3), 101–119. https://doi.org/10.5555/lamps',
    ],
    [
      'vancouver',
      '1. Tarn A, Weld B. White lamps and the sleep of gulls. Annals of Harbour Birds. 2012 Mar;12(3):101–19.',
    ],
    ['harvard-cite-them-right', 'Roe, B. (2001) A book of terns. Quay Press.'],
    ['chicago-author-date', 'Roe, Bo. 2001. A Book of Terns. Quay Press.'],
    [
      'american-medical-association',
      '1. Tarn A, Weld B. White lamps and the sleep of gulls. Annals of Harbour Birds. 2012;12(3):101-119. doi:10.5555/lamps',
    ],
  ])('%s writes %s', (style, expected) => {
    expect(styled(style).text).toContain(expected);
  });

  it('keeps italics, which word processors take over', () => {
    expect(styled('apa').html[0]).toBe('Roe, B. (2001). <i>A book of terns</i>. Quay Press.');
  });

  it.each(HOSTILE)('holds %s as words', (_name, hostile) => {
    const item = sampleItem({ title: hostile, author: [{ literal: hostile }], publisher: hostile, type: 'book' });
    const { html } = styled('apa', [item]);
    expect(html.join('').match(/<\/?(?!(?:i|b|sup|sub|span)\b)[a-z]/gi)).toBeNull();
    expect(bibliographyHtml({ html, text: [] })).not.toMatch(/<(script|img)/);
  });

  it.each([
    ['what is no style', '<html></html>', /not a style/],
    [
      'a style that points to another',
      '<style><info><link href="http://zotero.org/styles/apa" rel="independent-parent"/></info></style>',
      /apa/,
    ],
    ['one without a bibliography', '<style class="in-text"><citation/></style>', /no bibliography/],
    ['a damaged one', '<style><bibliography><layout', /cannot be used/],
  ])('says why it is not made by %s', (_what, style, why) => {
    expect(() => bibliographyOf(records([BOOK]), style, LOCALES)).toThrow(why);
  });

  const hasPandoc = (() => {
    try {
      return execFileSync('pandoc', ['--version']).length > 0;
    } catch {
      return false;
    }
  })();
  // The processor that is shipped is tested above; another one is compared with it where somebody has it.
  it.skipIf(!hasPandoc).each(['apa', 'vancouver', 'american-medical-association'])(
    '%s is what pandoc makes of the same records',
    (style) => {
      const { text } = styled(style);
      const args = ['--citeproc', '-f', 'csljson', '-t', 'plain', '--wrap=none', `--csl=${shipped(`${style}.csl`)}`];
      const theirs = execFileSync('pandoc', args, { input: records([ARTICLE, BOOK]), encoding: 'utf8' });
      expect(text.join('\n')).toBe(theirs.replace(/ +/g, ' ').trim().replace(/\n+/g, '\n'));
    },
  );
});
