import { describe, expect, it } from 'vitest';
import { pageAbout } from '../model/page-about';
import { pageSays } from './page-says';

const page = (head: string): Document => {
  document.head.innerHTML = head;
  return document;
};

describe('pageSays', () => {
  it('gives names of metadata as written, by name, property or item property, and no others', () => {
    const { names } = pageSays(
      page(`<meta name="citation_doi" content="10.5555/a"><meta name="DC.Identifier" content="x">
        <meta property="article:published_time" content="2019"><meta itemprop="datePublished" content="2019">
        <meta name="viewport" content="width=1"><meta name="citation_reference" content="citation_title=Cited">
        <meta charset="utf-8"><meta name="citation_title" content="${'a'.repeat(1001)}">`),
    );
    expect(names.map(({ name }) => name)).toEqual([
      'citation_doi',
      'DC.Identifier',
      'article:published_time',
      'datePublished',
    ]);
  });

  it('gives JSON-LD that describes a document, as written', () => {
    const article = '{"@type":"Article","headline":"A"}';
    const script = (text: string) => `<script type="application/ld+json">${text}</script>`;
    const says = pageSays(
      page(
        script(article) +
          script('{"@type":"Organization"}') +
          script(`{"@type":"Article","a":"${'a'.repeat(60_000)}"}`),
      ),
    );
    expect(says.linked).toEqual([article]);
  });

  it('tells what microdata says of its document, and not of what that cites', () => {
    const says = pageSays(
      page(`<div itemscope itemtype="https://schema.org/ScholarlyArticle" itemprop="citation"><b itemprop="name">Cited</b></div>
        <div itemscope itemtype="http://schema.org/ScholarlyArticle"><h1 itemprop="headline">Lamps &amp;
          gulls</h1><span itemprop="author" itemscope itemtype="http://schema.org/Person"><b itemprop="name">Ada Tarn</b></span>
          <time itemprop="datePublished" datetime="2012-03-01">March</time><a itemprop="sameAs" href="https://doi.org/10.5555/a">x</a>
          <i itemprop="citation" itemscope itemtype="http://schema.org/Book"><b itemprop="name">Other</b></i></div>`),
    );
    expect(pageAbout(says)).toMatchObject({
      title: 'Lamps & gulls',
      authors: ['Ada Tarn'],
      published: '2012-03-01',
      identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
    });
  });

  const coins = (title: string) =>
    `<span class="Z3988" title="ctx_ver=Z39.88-2004&amp;rft_id=info%3Adoi%2F10.5555%2Fa&amp;rft.atitle=${title}&amp;rft.jtitle=Harbour&amp;rft.date=2012&amp;rft.au=Tarn%2C+Ada"></span>`;

  it('tells what its one ContextObject says', () => {
    expect(pageAbout(pageSays(page(coins('Lamps+%26+gulls'))))).toMatchObject({
      title: 'Lamps & gulls',
      authors: ['Tarn, Ada'],
      container: 'Harbour',
      published: '2012',
      identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
    });
  });

  it('takes several ContextObjects for those of what it cites', () => {
    expect(pageSays(page(coins('One') + coins('Two'))).linked).toBeUndefined();
  });

  it('says nothing but its address once that has changed', () => {
    expect(pageSays(page('<meta name="citation_doi" content="10.5555/a">'), true).names).toEqual([]);
  });

  it('reads no more than a head may hold', () => {
    expect(pageSays(page('<meta name="dc.title" content="a">'.repeat(500))).names).toHaveLength(100);
  });
});
