import { describe, expect, it } from 'vitest';
import { citationText, linkForms, markdownLink, titleAndLink } from './copy';

it.each([
  [
    'title and link in both forms',
    'Lamps',
    'https://a.example/b',
    'Lamps\nhttps://a.example/b',
    '<a href="https://a.example/b">Lamps</a>',
  ],
  [
    'no markup out of a title',
    '<b>"x" & y</b>',
    'https://a.example/?a=1&b="',
    '<b>"x" & y</b>\nhttps://a.example/?a=1&b="',
    '<a href="https://a.example/?a=1&amp;b=&quot;">&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;</a>',
  ],
  ['the title alone without a link', 'Lamps', undefined, 'Lamps', 'Lamps'],
])('copies %s', (_name, title, url, plain, html) => {
  expect(titleAndLink(title, url)).toEqual({ plain, html });
});

describe('other forms of a copy', () => {
  it.each([
    ['both', { plain: 'Lamps\nhttps://a.example/', html: '<a href="https://a.example/">Lamps</a>' }],
    ['plain', { plain: 'Lamps\nhttps://a.example/' }],
    ['markdown', { plain: '[Lamps](https://a.example/)' }],
  ] as const)('is what the reader wants: %s', (as, forms) => {
    expect(linkForms({ title: 'Lamps', url: 'https://a.example/' }, as)).toEqual(forms);
  });

  it('is a link of Markdown whose title cannot end it', () => {
    expect(markdownLink({ title: 'Lamps [white] and gulls', url: 'https://a.example/(b)' }).plain).toBe(
      '[Lamps \\[white\\] and gulls](https://a.example/%28b%29)',
    );
  });

  it('is a paragraph with title, citation line and link', () => {
    const { plain, html } = citationText({
      title: 'Lamps & gulls',
      line: 'Tarn A. Annals: 2012.',
      url: 'https://a.example/',
    });
    expect(plain).toBe('Lamps & gulls. Tarn A. Annals: 2012. https://a.example/');
    expect(html).toBe('Lamps &amp; gulls. Tarn A. Annals: 2012. <a href="https://a.example/">https://a.example/</a>');
  });
});
