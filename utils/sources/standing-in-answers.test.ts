import { describe, expect, it } from 'vitest';
import type { Work } from '../model/work';
import { arxiv } from './arxiv';
import { crossref } from './crossref';
import { doiOrg } from './doi-org';
import { europePmc } from './europe-pmc';
import { openalex } from './openalex';
import { pubmed } from './pubmed';
import type { Source } from './source';

function read(source: Source, body: unknown): Work | undefined {
  const answer = {
    status: 200,
    contentType: '',
    url: source.origins[0]!,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  };
  const result = source.parse(answer);
  return result.ok ? result.value : undefined;
}

const kinds = (work: Work | undefined) => work?.notices.map(({ kind }) => kind);

describe('a notice is not itself what it says of another work', () => {
  it.each(['retraction', 'partial_retraction', 'removal', 'expression_of_concern', 'addendum'])(
    'Crossref, where the record is a %s of another DOI',
    (type) => {
      const message = {
        DOI: '10.5555/ibid.notice',
        type: 'journal-article',
        title: ['Retracted: Lamps and gulls'],
        'update-to': [{ type, DOI: '10.5555/ibid.lamps' }],
      };
      const notice = read(crossref, { message });
      expect(kinds(notice)).toEqual([]);
      expect(notice?.kind).toBe('document');
      const itself = { ...message, 'update-to': [{ type, DOI: '10.5555/IBID.notice' }] };
      expect(kinds(read(crossref, { message: itself }))?.[0]).toBe('retraction');
    },
  );

  it('Crossref, where a retraction was taken back, was of a part, or of what has no date', () => {
    const update = (type: string, year: number) => ({
      type,
      DOI: `10.5555/ibid.${type}`,
      updated: { 'date-parts': [[year]] },
    });
    const told = (...updates: object[]) =>
      kinds(read(crossref, { message: { DOI: '10.5555/ibid.lamps', title: ['Lamps'], 'updated-by': updates } }));
    expect(told(update('retraction', 2012), update('reinstatement', 2013))).toEqual(['reinstatement']);
    expect(told(update('reinstatement', 2013), update('retraction', 2014))).toEqual(['retraction']);
    expect(told(update('partial_retraction', 2012))).toEqual(['partial-retraction']);
  });

  it('doi.org, which passes on Crossref’s records', () => {
    const item = { DOI: '10.5555/ibid.x', type: 'article-journal', title: 'Retracted: Lamps and gulls' };
    expect(kinds(read(doiOrg, item))).toEqual(['retraction']);
    expect(kinds(read(doiOrg, { ...item, 'update-to': [{ type: 'retraction', DOI: '10.5555/ibid.lamps' }] }))).toEqual(
      [],
    );
    expect(kinds(read(doiOrg, { ...item, title: 'Lamps', 'updated-by': [{ type: 'correction' }] }))).toEqual([
      'correction',
    ]);
  });

  it('OpenAlex, which says of many notices that they are retracted', () => {
    const item = { id: 'https://openalex.org/W1', type: 'article', is_retracted: true };
    expect(kinds(read(openalex, { ...item, title: 'Retraction: Lamps and gulls' }))).toEqual([]);
    expect(kinds(read(openalex, { ...item, title: 'Lamps and gulls' }))).toEqual(['retraction']);
    expect(kinds(read(openalex, { ...item, title: 'Retraction of landing gear by gulls' }))).toEqual(['retraction']);
  });
});

it('takes no record for a newer version of itself', () => {
  const id = (value: string) => ({ 'id-type': 'doi', id: value });
  const relation = { 'is-preprint-of': [id('10.5555/IBID.gulls'), id('10.5555/ibid.lamps')] };
  const work = read(crossref, { message: { DOI: '10.5555/ibid.gulls', title: ['Gulls'], relation } });
  expect(work?.notices.map(({ doi }) => doi)).toEqual(['10.5555/ibid.lamps']);
});

describe('PubMed', () => {
  it.each([
    ['RetractionIn', ['retraction']],
    ['RetractedandRepublishedIn', ['retraction']],
    ['CorrectedandRepublishedIn', ['correction']],
    ['RetractedandRepublishedFrom', []],
    ['RetractionOf', []],
    ['ExpressionOfConcernFor', []],
  ])('%s tells %j of the record', (type, told) => {
    const comment = `<CommentsCorrections RefType="${type}"><RefSource>Ann Gull. 2012;1:1</RefSource></CommentsCorrections>`;
    const citation = `<PMID>99000001</PMID><Article><ArticleTitle>Lamps.</ArticleTitle></Article><CommentsCorrectionsList>${comment}</CommentsCorrectionsList>`;
    const body = `<PubmedArticleSet><PubmedArticle><MedlineCitation>${citation}</MedlineCitation></PubmedArticle></PubmedArticleSet>`;
    expect(kinds(read(pubmed, body))).toEqual(told);
  });
});

it('Europe PMC tells of preprints that were withdrawn', () => {
  const result = { source: 'PPR', id: 'PPR1', title: 'Lamps', pubTypeList: { pubType: ['Preprint withdrawal'] } };
  const work = read(europePmc, { version: '6.9', hitCount: 1, resultList: { result: [result] } });
  expect([work?.kind, kinds(work)]).toEqual(['preprint', ['withdrawal']]);
});

describe('arXiv', () => {
  it.each([
    ['This paper has been withdrawn by the author', true],
    ['Withdrawn', true],
    ['12 pages; paper withdrawn due to an error in Lemma 2', true],
    ['arXiv admin note: This submission has been removed by arXiv administrators', true],
    ['We withdraw this paper', true],
    ['This article supersedes a paper withdrawn by its authors', false],
    ['12 pages, submission withdrawn from a conference', false],
    ['The submission was withdrawn from a conference', false],
    ['Withdrawals of gulls', false],
  ])('a comment %j withdraws it: %s', (comment, isWithdrawn) => {
    const entry = `<id>http://arxiv.org/abs/2101.00001v2</id><title>Lamps</title><summary>Of gulls.</summary><comment>${comment}</comment>`;
    expect(kinds(read(arxiv, `<feed><entry>${entry}</entry></feed>`))).toEqual(isWithdrawn ? ['withdrawal'] : []);
  });
});

it('leaves no markup in what is not title or abstract', () => {
  const message = {
    DOI: '10.5555/ibid.lamps',
    title: ['Lamps'],
    volume: '4<script>alert(1)</script>',
    page: '1<i>-9</i>',
  };
  expect(read(crossref, { message })?.csl).toMatchObject({ volume: '4', page: '1-9' });
});
