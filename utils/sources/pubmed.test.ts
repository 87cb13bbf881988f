import { expect, it } from 'vitest';
import { pubmed } from './pubmed';

const answer = (body: string, contentType = 'application/json') => ({
  status: 200,
  contentType,
  body,
  url: 'https://gulls.example.org/',
});

it('a part of an abstract that PubMed calls unlabelled has no heading', () => {
  const abstract =
    '<AbstractText Label="UNLABELLED">Lamps.</AbstractText><AbstractText Label="RESULTS">Gulls.</AbstractText>';
  const article = `<ArticleTitle>Lamps.</ArticleTitle><Abstract>${abstract}</Abstract>`;
  const record = `<MedlineCitation><PMID>99000001</PMID><Article>${article}</Article></MedlineCitation>`;
  const result = pubmed.parse(
    answer(`<PubmedArticleSet><PubmedArticle>${record}</PubmedArticle></PubmedArticleSet>`, 'text/xml'),
  );
  expect(result.ok && result.value?.abstract.map(({ heading }) => heading)).toEqual([undefined, 'Results']);
});

it('what an article cites is not read, and half of it is half an answer', () => {
  const reference =
    '<Reference><ArticleIdList><ArticleId IdType="doi">10.5555/ibid.cited</ArticleId></ArticleIdList></Reference>';
  const list = `<ReferenceList>${reference}<ReferenceList>${reference}</ReferenceList></ReferenceList>`;
  const data = `<PubmedData>${list}<ArticleIdList><ArticleId IdType="doi">10.5555/ibid.own</ArticleId></ArticleIdList></PubmedData>`;
  const record =
    '<MedlineCitation><PMID>99000001</PMID><Article><ArticleTitle>Lamps.</ArticleTitle></Article></MedlineCitation>';
  const body = `<PubmedArticleSet><PubmedArticle>${record}${data}</PubmedArticle></PubmedArticleSet>`;
  const whole = pubmed.parse(answer(body, 'text/xml'));
  expect(whole.ok && whole.value?.csl.DOI).toBe('10.5555/ibid.own');
  const half = pubmed.parse(answer(body.slice(0, body.indexOf('</ReferenceList>')), 'text/xml'));
  expect(half).toMatchObject({ ok: false, failure: { kind: 'format' } });
});
