import { describe, expect, it } from 'vitest';
import { citationText, linkForms, markdownLink, titleAndLink } from './copy';

it.each([
  [
    'title and link in all forms',
    'Lamps',
    'https://a.example/b',
    'Lamps\nhttps://a.example/b',
    '<a href="https://a.example/b">Lamps</a>',
    '[Lamps](https://a.example/b)',
  ],
  [
    'no markup out of a title',
    '<b>"x" & y</b>',
    'https://a.example/?a=1&b="',
    '<b>"x" & y</b>\nhttps://a.example/?a=1&b="',
    '<a href="https://a.example/?a=1&amp;b=&quot;">&lt;b&gt;&quot;x&quot; &amp; y&lt;/b&gt;</a>',
    '[<b>"x" & y</b>](https://a.example/?a=1&b=")',
  ],
  ['the title alone without a link', 'Lamps', undefined, 'Lamps', 'Lamps', undefined],
])('copies %s', (_name, title, url, plain, html, markdown) => {
  expect(titleAndLink(title, url)).toEqual({ plain, html, markdown });
});

describe('other forms of a copy', () => {
  it.each([
    [
      'both',
      {
        plain: 'Lamps\nhttps://a.example/',
        html: '<a href="https://a.example/">Lamps</a>',
        markdown: '[Lamps](https://a.example/)',
      },
    ],
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
