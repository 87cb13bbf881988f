import { describe, expect, it } from 'vitest';
import type { Work } from '../model/work';
import { readHtml } from './html';
import { readPage } from './page-metadata';

const URL = 'https://birds.example.org/lamps/12';
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const read = (head: string, body = ''): Work | undefined =>
  readPage(readHtml(`<!doctype html><html><head>${head}</head><body>${body}</body></html>`), URL);
const ld = (...items: object[]) =>
  `<script type="application/ld+json">${JSON.stringify(items.length > 1 ? items : items[0])}</script>`;
const names = (work: Work | undefined) =>
  (work?.csl.author ?? []).map(({ family, given, literal }) => literal ?? `${family}, ${given}`);

describe('the authors of a page', () => {
  it.each<[string, readonly string[], readonly string[]]>([
    ['one element each', ['Tarn, Ada', 'Fell, Bo'], ['Tarn, Ada', 'Fell, Bo']],
    ['each as people say it', ['Ada Tarn', 'Bo van Fell'], ['Tarn, Ada', 'van Fell, Bo']],
    ['repeated', ['Ada Tarn', 'Tarn, Ada', 'Bo Fell'], ['Tarn, Ada', 'Fell, Bo']],
    ['all in one, with semicolons', ['Tarn, Ada; Fell, Bo;'], ['Tarn, Ada', 'Fell, Bo']],
    ['all in one, with commas', ['Ada Tarn, Bo Fell, and Cy Weld'], ['Tarn, Ada', 'Fell, Bo', 'Weld, Cy']],
    ['two in one', ['Ada Tarn and Bo Fell'], ['Tarn, Ada', 'Fell, Bo']],
    ['with initials', ['Tarn A, Fell BC, Weld D'], ['Tarn, A.', 'Fell, B. C.', 'Weld, D.']],
    ['of two names before a comma', ['De Souza, Ana Maria'], ['De Souza, Ana Maria']],
    ['a group', ['Harbour Gull Study Group'], ['Harbour Gull Study Group']],
    ['nobody', ['https://birds.example.org/tarn', 'admin', 'web@birds.example.org'], []],
  ])('%s', (_, given, expected) => {
    expect(
      names(read(meta('citation_title', 'Lamps') + given.map((name) => meta('citation_author', name)).join(''))),
    ).toEqual(expected);
  });

  it('are not the site itself', () => {
    const head = `<title>Lamps</title><meta property="og:site_name" content="Lamps for All">${meta('author', 'Lamps for All')}`;
    expect(names(read(head))).toEqual([]);
  });
});

describe('the date of a page', () => {
  it.each([
    ['2012/03/14', [2012, 3, 14]],
    ['2012-3-4', [2012, 3, 4]],
    ['2012.03.14', [2012, 3, 14]],
    ['20120314', [2012, 3, 14]],
    ['2012-03-14T10:00:00Z', [2012, 3, 14]],
    ['2012/03', [2012, 3]],
    ['2012', [2012]],
    ['March 2012', [2012, 3]],
    ['March 14, 2012', [2012, 3, 14]],
    ['03/14/2012', [2012]],
    ['0000-00-00', undefined],
    ['1970-01-01', undefined],
    ['forthcoming', undefined],
  ])('%s', (printed, parts) => {
    const work = read(meta('citation_title', 'Lamps') + meta('citation_date', printed));
    expect(work?.csl.issued?.['date-parts']?.[0]).toEqual(parts);
  });

  it('is the first that can be read', () => {
    const work = read(
      ld({ '@type': 'Article', name: 'Lamps', datePublished: '2013-05' }) + meta('citation_date', 'n.d.'),
    );
    expect(work?.csl.issued?.['date-parts']?.[0]).toEqual([2013, 5]);
  });
});

describe('the title of a page', () => {
  const SITE = '<meta property="og:site_name" content="Lamps for All">';
  it.each<[string, string, string, string]>([
    [
      'is the first of several',
      meta('citation_title', 'Lamps and gulls') + meta('citation_title', 'Lampen'),
      '',
      'Lamps and gulls',
    ],
    [
      'is not its site’s',
      `${SITE}<meta property="og:title" content="Lamps for All">`,
      '<h1>Lamps in wards</h1>',
      'Lamps in wards',
    ],
    [
      'is not a word for any page',
      `<meta property="og:title" content="Home"><title>Lamps in wards</title>`,
      '',
      'Lamps in wards',
    ],
    [
      'has no name of its site',
      `${SITE}<meta property="og:title" content="Lamps in wards | Lamps for All">`,
      '',
      'Lamps in wards',
    ],
    ['has no name of its site in front', `${SITE}<title>Lamps for All – Lamps in wards</title>`, '', 'Lamps in wards'],
    ['keeps its own dashes', `${SITE}<title>Lamps – a history</title>`, '', 'Lamps – a history'],
    ['is in Dublin Core', `${meta('DC.Title', 'Lamps in wards')}<title>Download</title>`, '', 'Lamps in wards'],
    ['is not an empty heading', '<title>Lamps in wards</title>', '<h1> </h1>', 'Lamps in wards'],
  ])('%s', (_, head, body, title) => {
    expect(read(head, body)?.csl.title).toBe(title);
  });
});

describe('JSON-LD', () => {
  const ARTICLE = {
    '@type': 'ScholarlyArticle',
    headline: 'Lamps and gulls',
    author: [{ '@type': 'Person', name: 'Ada Tarn' }],
  };
  it('makes an article of a journal though it names none', () => {
    expect(read(ld(ARTICLE))).toMatchObject({
      csl: { type: 'article-journal', title: 'Lamps and gulls' },
      kind: 'study',
    });
  });

  it('has its journal behind issue and volume', () => {
    const isPartOf = {
      '@type': 'PublicationIssue',
      issueNumber: '3',
      isPartOf: {
        '@type': ['PublicationVolume', 'Periodical'],
        name: 'Annals of Gulls',
        volumeNumber: '12',
        issn: ['1234-5679'],
      },
    };
    const item = { ...ARTICLE, isPartOf, pageStart: '1', pageEnd: '9', sameAs: 'https://doi.org/10.5555/ibid.lamps' };
    expect(read(ld(item))?.csl).toMatchObject({
      'container-title': 'Annals of Gulls',
      volume: '12',
      issue: '3',
      page: '1-9',
      ISSN: '1234-5679',
      DOI: '10.5555/ibid.lamps',
    });
  });

  it('is that of the page among those of articles that it lists', () => {
    const own = { ...ARTICLE, headline: 'Own', mainEntityOfPage: { '@id': `${URL}?utm=1` } };
    expect(read(ld({ ...ARTICLE, url: 'https://birds.example.org/other' }, own))?.csl.title).toBe('Own');
    expect(read(ld({ '@type': 'WebPage', name: 'Page' }, { '@graph': [ARTICLE] }))?.csl.title).toBe('Lamps and gulls');
  });

  it('names a site as no journal, and groups as groups', () => {
    const item = {
      '@type': 'Article',
      name: 'Lamps',
      isPartOf: { '@type': 'WebSite', name: 'Lamps for All' },
      author: { '@type': 'Organization', name: 'Lamps for All Ltd' },
    };
    expect(read(ld(item))?.csl).toMatchObject({ type: 'webpage', author: [{ literal: 'Lamps for All Ltd' }] });
    expect(read(ld(item))?.csl['container-title']).toBeUndefined();
  });

  it.each([
    ['Report', 'report'],
    ['Book', 'book'],
    ['Thesis', 'thesis'],
    ['Dataset', 'dataset'],
    ['NewsArticle', 'article-newspaper'],
    ['https://schema.org/MedicalScholarlyArticle', 'article-journal'],
  ])('%s is %s', (sort, type) => {
    expect(read(ld({ '@type': sort, name: 'Lamps' }))?.csl.type).toBe(type);
  });

  it.each([
    [{ '@type': 7 }],
    [{ '@type': 'Article', name: {} }],
    [[null, [], 'x']],
    [{ '@graph': { '@type': 'Article' } }],
  ])('that is damaged says nothing: %j', (item) => {
    expect(read(`${ld(item as object)}<title>Lamps in wards</title>`)?.csl.title).toBe('Lamps in wards');
  });
});

describe('citation tags', () => {
  it('say what sort of work it is before data that say otherwise', () => {
    const head =
      meta('citation_title', 'Lamps') +
      meta('citation_journal_title', 'Annals of Gulls') +
      ld({ '@type': 'WebPage', name: 'x' });
    expect(read(head)?.csl).toMatchObject({
      type: 'article-journal',
      'container-title': 'Annals of Gulls',
      title: 'Lamps',
    });
  });

  it('find the DOI among other identifiers of Dublin Core', () => {
    const head = `<title>Lamps</title>${meta('dc.identifier', 'ISSN 1234-5679')}${meta('dc.identifier', 'doi:10.5555/ibid.lamps')}`;
    expect(read(head)?.csl.DOI).toBe('10.5555/ibid.lamps');
  });

  it('tell a letter by its sort', () => {
    expect(
      read(
        meta('citation_title', 'Lamps') +
          meta('citation_journal_title', 'Gulls') +
          meta('citation_article_type', 'Letter'),
      )?.kind,
    ).toBe('commentary');
  });
});

it('begins with its text, not with what the site says to everybody', () => {
  const site =
    'We use cookies to give you the best experience of our site, and to see who comes to look at lamps and at gulls.';
  const own =
    'Lamps in wards are lit when the gulls come in, and put out when they leave, which nobody had written down until now.';
  expect(JSON.stringify(read('<title>Lamps</title>', `<p>${site}</p><p>${own}</p>`)?.abstract)).toContain(
    'Lamps in wards',
  );
  expect(JSON.stringify(read('<title>Lamps</title>', `<p>${site}</p><p>${own}</p>`)?.abstract)).not.toContain(
    'cookies',
  );
});
