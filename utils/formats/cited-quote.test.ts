import { describe, expect, it } from 'vitest';
import type { PageAbout } from '../model/page-about';
import { citedQuote, linkedQuote } from './cited-quote';

const QUOTE = { words: 'gulls lost\n two hours', url: 'https://example.org/a#:~:text=gulls', title: 'Gulls | Annals' };
const ABOUT: PageAbout = {
  title: 'White lamps and gulls',
  authors: ['Ada Tarn', 'Bo Weld'],
  container: 'Annals of Harbour Birds',
  published: '2012-03-07',
  identifiers: [],
};
const SILENT: PageAbout = { authors: [], identifiers: [] };

describe('a quote with its citation', () => {
  it('says authors, year, title and container, and leads to the words', () => {
    expect(citedQuote(QUOTE, ABOUT)).toEqual({
      plain: `“gulls lost two hours”\n\n— Ada Tarn, Bo Weld (2012): White lamps and gulls. Annals of Harbour Birds. ${QUOTE.url}\n`,
      markdown: `> gulls lost two hours\n>\n> — Ada Tarn, Bo Weld (2012): [White lamps and gulls](<${QUOTE.url}>). *Annals of Harbour Birds*.\n`,
      html: `<blockquote cite="${QUOTE.url}"><p>gulls lost two hours</p><footer>— Ada Tarn, Bo Weld (2012): <a href="${QUOTE.url}">White lamps and gulls</a>. <cite>Annals of Harbour Birds</cite>.</footer></blockquote>`,
    });
  });

  it.each<[string, Partial<PageAbout>, string]>([
    ['its title alone, where it says no more', {}, '— Gulls | Annals. '],
    ['a year without authors', { published: '2012' }, '— (2012): Gulls | Annals. '],
    ['names printed back to front', { authors: ['Tarn, Ada', 'Weld, Bo'] }, '— Tarn, Ada; Weld, Bo: '],
    ['three of many authors', { authors: ['A', 'B', 'C', 'D'] }, '— A, B, C et al.: '],
    ['a title that ends by itself', { title: 'Do gulls sleep?' }, '— Do gulls sleep? https'],
  ])('tells %s', (_what, about, line) => {
    expect(citedQuote(QUOTE, { ...SILENT, ...about }).plain).toContain(line);
  });

  it('keeps what a page says from becoming markup', () => {
    const hostile = { ...ABOUT, title: '</a><script>*x*', authors: ['<b>A</b>'], container: '"><img>' };
    const quote = { words: '<i>*a*</i> [b](c)', url: 'https://example.org/">)<', title: '' };
    for (const { html, markdown } of [citedQuote(quote, hostile), { ...linkedQuote(quote), markdown: '' }]) {
      expect(html).not.toMatch(/<(?:script|img|b|i)>/);
      expect(html).not.toContain('/">');
      expect(markdown).not.toContain('*a*');
      expect(markdown).not.toContain('[b](c)');
    }
  });
});
