import { describe, expect, it } from 'vitest';
import { claimStretch } from '../claims/claim-stretch';
import { findClaim } from './claim';
import type { PageCitation } from './door';

/** The claim of the link with the id `c`; every link is a citation of its own cluster. */
function claimIn(html: string) {
  document.body.innerHTML = html;
  const citations = [...document.querySelectorAll('a')].map((link, cluster): PageCitation => {
    const range = document.createRange();
    range.selectNodeContents(link);
    return {
      citation: { kind: 'marker', label: link.textContent!, identifiers: [], confidence: 1 },
      range: range as unknown as StaticRange,
      link,
      cluster,
    };
  });
  const citation = citations.find(({ link }) => link?.id === 'c')!;
  return findClaim({ known: () => citations }, citation, document, claimStretch);
}

describe('the claim of a citation on a page', () => {
  it.each([
    [
      'is its sentence',
      '<p>One came. Two birds were lost.<sup><a id="c">3</a></sup> Three went.</p>',
      'Two birds were lost.',
    ],
    [
      'is its sentence, over line breaks',
      '<p>One came. Two birds<br>were lost <a id="c">[3]</a>.</p>',
      'Two birds were lost.',
    ],
    [
      'is its clause beside another',
      '<p>The quay was dark at night <a>[1]</a>, but the gulls stayed all winter <a id="c">[2]</a>.</p>',
      'but the gulls stayed all winter.',
    ],
    [
      'stays in its cell',
      '<table><tr><td>Lost birds</td><td>Forty of them <a id="c">[3]</a></td></tr></table>',
      'Forty of them',
    ],
    [
      'goes on behind a pull-quote',
      '<p>One came. Two of the forty birds</p><aside>Dark quays!</aside><p>were lost in fog <a id="c">[3]</a>. So.</p>',
      'Two of the forty birds were lost in fog.',
    ],
    [
      'begins before a pull-quote',
      '<p>One came. Two of the birds <a id="c">[3]</a> were</p><figure>Dark quays!</figure><p>lost in fog. So.</p>',
      'Two of the birds were lost in fog.',
    ],
    [
      'leaves out what floats in its paragraph',
      '<p>Two birds <span class="pullquote">Dark quays!</span> were lost <a id="c">[3]</a>.</p>',
      'Two birds were lost.',
    ],
  ])('%s', (_name, html, expected) => {
    expect(claimIn(html)?.text).toBe(expected);
  });

  it('has ranges without what floats', () => {
    const html = '<p>Two of the birds</p><aside>Dark quays!</aside><p>were lost in fog <a id="c">[3]</a>. So.</p>';
    expect(claimIn(html)?.ranges.map(String)).toEqual(['Two of the birds', 'were lost in fog [3].']);
  });

  it.each([
    ['a heading', '<h2>Two birds were lost <a id="c">[3]</a></h2>'],
    ['a list of references', '<ol class="references"><li>Moor, A. Two birds. <a id="c">[3]</a></li></ol>'],
    ['a bibliography', '<section role="doc-bibliography"><p>Moor, A. Two birds. <a id="c">3</a></p></section>'],
    ['a menu', '<nav><p>Two birds were lost <a id="c">[3]</a></p></nav>'],
    ['a block of nothing else', '<p><a id="c">[3]</a></p>'],
  ])('is nothing in %s', (_name, html) => {
    expect(claimIn(html)).toBeUndefined();
  });
});
