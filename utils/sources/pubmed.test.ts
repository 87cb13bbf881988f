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
