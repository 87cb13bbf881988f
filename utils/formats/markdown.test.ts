import { describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { writeWhole } from './format';
import { markdown, plainMarkdown } from './markdown';

const written = (items: readonly ReadingItem[], passages: readonly Passage[] = []): string =>
  writeWhole(markdown, { items, passages }, { generatedAt: new Date('2026-03-14T23:00:00Z') });

describe('text in Markdown', () => {
  it.each([
    ['emphasis', '*a* _b_', '\\*a\\* \\_b\\_'],
    ['code', '`a`', '\\`a\\`'],
    ['links', '[a](http://x)', '\\[a\\](http://x)'],
    ['HTML', '<b>a</b>', '\\<b\\>a\\</b\\>'],
    ['entities but not a plain ampersand', '&lt; R&D & co', '\\&lt; R&D & co'],
    ['headings and tags', '# a #tag', '\\# a \\#tag'],
    ['a list mark at the start only', '- a - b', '\\- a - b'],
    ['a number at the start only', '1. a 2. b', '1\\. a 2. b'],
    ['backslashes', 'a\\b', 'a\\\\b'],
    ['comments and highlights of note-taking programs', '%%a%% ==b==', '\\%%a\\%% \\=\\=b\\=\\='],
  ])('means no %s', (_name, text, expected) => {
    expect(plainMarkdown(text)).toBe(expected);
  });
});

describe('a reading list in Markdown', () => {
  it('says when it was written', () => {
    expect(written([])).toBe('# Reading list\n\nWritten by Ibid on 2026-03-14.\n');
  });

  it('gives each work its linked title, its citation, remark and tags', () => {
    const item = sampleItem(
      {
        title: 'Trials & errors',
        author: [{ family: 'Manning', given: 'V.' }],
        'container-title': 'Journal of Trials',
        issued: { 'date-parts': [[2012]] },
        volume: '126',
        issue: '1–2',
        page: '131–137',
        DOI: '10.5555/abc',
      },
      { remark: 'See table 2', tags: ['alcohol', 'memory'] },
    );
    expect(written([item])).toContain(
      [
        '- **[Trials & errors](<https://doi.org/10.5555/abc>)**\\',
        '  V. Manning. Journal of Trials 2012, 126(1–2), 131–137\\',
        '  Remark: See table 2\\',
        '  Tags: alcohol, memory',
      ].join('\n'),
    );
  });

  it('names at most six authors', () => {
    const author = 'ABCDEFGH'.split('').map((family) => ({ family }));
    expect(written([sampleItem({ author, 'container-title': 'Journal' })])).toContain(
      'A, B, C, D, E, F et al. Journal',
    );
  });

  it('groups passages by page, each with a link to its words, remark and tags', () => {
    const other = { url: 'https://other.example/', title: 'Another', keys: [] };
    const text = written(
      [],
      [
        samplePassage('First words', { remark: 'Mine', tags: ['t'] }),
        samplePassage('Elsewhere', { id: 'p2', page: other }),
        samplePassage('Second\nwords', { id: 'p3' }),
      ],
    );
    expect(text.slice(text.indexOf('## Passages'))).toBe(
      [
        '## Passages',
        '### [An article](<https://page.example/article>)',
        '> First words',
        '[Open at this passage](<https://page.example/article#:~:text=First%20words>)\\\nRemark: Mine\\\nTags: t',
        '> Second\\\n> words',
        '[Open at this passage](<https://page.example/article#:~:text=Second,words>)',
        '### [Another](<https://other.example/>)',
        '> Elsewhere',
        '[Open at this passage](<https://other.example/#:~:text=Elsewhere>)\n',
      ].join('\n\n'),
    );
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'not an address'])(
    'makes no link of %s',
    (url) => {
      expect(written([sampleItem({ URL: url })])).not.toContain('](<');
    },
  );

  it('cannot be left by an address', () => {
    expect(written([sampleItem({ URL: 'https://x.example/>) <b> [y](z' })])).toContain(
      '(<https://x.example/%3E)%20%3Cb%3E%20[y](z>)',
    );
  });
});
