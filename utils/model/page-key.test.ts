import { describe, expect, it } from 'vitest';
import { pageKeys } from './page-key';

const shares = (a: string, b: string) => {
  const keys = pageKeys({ url: a });
  return pageKeys({ url: b }).some((key) => keys.includes(key));
};
const believes = (url: string, canonical: string) => pageKeys({ url, canonical }).length > 2;

describe('pageKeys', () => {
  it('gives the exact address first, then the cleaned one, the canonical link, and identifiers', () => {
    expect(
      pageKeys({
        url: 'https://www.example.org/a?b=1&utm_source=x#part',
        canonical: 'https://example.org/articles/a',
        identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
      }),
    ).toEqual([
      'url:https://www.example.org/a?b=1&utm_source=x',
      'clean:example.org/a?b=1',
      'clean:example.org/articles/a',
      'doi:10.5555/a',
    ]);
  });

  it.each([
    ['http and https', 'http://example.org/a', 'https://example.org/a'],
    ['with and without www', 'https://www.example.org/a', 'https://example.org/a'],
    ['tracking parameters', 'https://example.org/a?utm_source=x&id=3&fbclid=abc&gclid=1', 'https://example.org/a?id=3'],
    ['advertising', 'https://example.org/a?gad_source=1&hsa_acc=2&ns_campaign=3&s_kwcid=4', 'https://example.org/a'],
    ['a search that led to a publisher', 'https://example.org/a?casa_token=x:y', 'https://example.org/a'],
    ['a mailing list', 'https://example.org/a?mc_cid=1&mc_eid=2', 'https://example.org/a'],
    ['fragments that name a place', 'https://example.org/a#results', 'https://example.org/a'],
    ['text fragments', 'https://example.org/a#:~:text=words', 'https://example.org/a'],
    ['a text fragment behind a route', 'https://example.org/#/a:~:text=words', 'https://example.org/#/a'],
    ['case of escapes', 'https://example.org/%c3%a9', 'https://example.org/%C3%A9'],
    [
      'the many addresses of one Effectiveness Bank document',
      'https://findings.org.uk/PHP/dl.php?f=Matrix/Alcohol/C2.htm&s=ml&sf=mx',
      'http://www.findings.org.uk/PHP/dl.php?file=Matrix%2FAlcohol%2FC2.htm',
    ],
    ['case of the host', 'https://EXAMPLE.org/a', 'https://example.org/a'],
  ])('is one page: %s', (_name, a, b) => {
    expect(shares(a, b)).toBe(true);
  });

  it.each([
    ['unknown parameters', 'https://example.org/a?ref=1', 'https://example.org/a?ref=2'],
    ['a parameter that only begins like tracking', 'https://example.org/?utmost=1', 'https://example.org/?utmost=2'],
    ['hash routes', 'https://example.org/#/a', 'https://example.org/#/b'],
    ['hash-bang routes', 'https://example.org/#!a', 'https://example.org/#!b'],
    [
      'two Effectiveness Bank documents',
      'https://findings.org.uk/PHP/dl.php?f=Matrix/Alcohol/C2.htm&s=ml',
      'https://findings.org.uk/PHP/dl.php?f=Matrix/Alcohol/C3.htm&s=ml',
    ],
    ['a page about a work', 'https://example.org/about/10.5555/a', 'https://example.com/10.5555/a'],
    ['paths', 'https://example.org/a', 'https://example.org/b'],
    ['sites', 'https://example.org/a', 'https://example.com/a'],
    ['ports', 'http://127.0.0.1:3000/a', 'http://127.0.0.1:3001/a'],
  ])('are two pages: %s', (_name, a, b) => {
    expect(shares(a, b)).toBe(false);
  });

  it.each([
    ['another path of the site', 'https://example.org/?p=12', 'https://example.org/2024/title', true],
    ['a mobile host', 'https://m.example.org/a', 'https://www.example.org/b', true],
    ['the page without its AMP dress', 'https://example.org/a/amp/', 'https://example.org/a', true],
    ['another site', 'https://example.org/a', 'https://example.com/a', false],
    ['the start page for every page', 'https://example.org/a', 'https://example.org/', false],
    ['the section an article stands in', 'https://example.org/blog/post-1', 'https://example.org/blog/', false],
    [
      'one address without the choosing parameter',
      'https://example.org/dl.php?f=a',
      'https://example.org/dl.php',
      false,
    ],
    ['one document for every hash route', 'https://example.org/app#/a', 'https://example.org/app/home', false],
    ['not an address', 'https://example.org/a', '::', false],
    ['a script', 'https://example.org/a', 'javascript:void 0', false],
  ])('canonical link: %s', (_name, url, canonical, expected) => {
    expect(believes(url, canonical)).toBe(expected);
  });

  it.each([
    'about:srcdoc',
    'about:blank',
    'blob:https://example.org/1',
    'data:text/html,a',
    `https://e.org/${'a'.repeat(9000)}`,
  ])('has no name for a document without a lasting address: %.40s', (url) => {
    expect(pageKeys({ url })).toEqual([]);
  });

  it('keeps local files by their path', () => {
    expect(pageKeys({ url: 'file:///home/r/a.html#x' })[0]).toBe('url:file:///home/r/a.html');
  });
});
