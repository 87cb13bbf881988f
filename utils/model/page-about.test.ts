import { describe, expect, it } from 'vitest';
import { isoDate, pageAbout } from './page-about';

const url = 'https://journal.example/a';
const names = (...pairs: readonly (readonly [string, string])[]) => pairs.map(([name, content]) => ({ name, content }));
const linked = (value: unknown) => ({ url, names: [], linked: [JSON.stringify(value)] });

describe('pageAbout', () => {
  it('reads Highwire names, the authors in order, and believes them before Dublin Core', () => {
    expect(
      pageAbout({
        url,
        names: names(
          ['DC.title', 'Another title'],
          ['citation_title', 'A  title'],
          ['citation_author', 'Doe, Jane'],
          ['citation_author', 'Roe, Richard'],
          ['citation_journal_title', 'Journal of Examples'],
          ['citation_publication_date', '2019/3/7'],
          ['citation_language', 'en'],
          ['citation_doi', '10.5555/a'],
          ['dcterms.modified', '2020-01-02T10:00:00Z'],
        ),
      }),
    ).toEqual({
      title: 'A title',
      authors: ['Doe, Jane', 'Roe, Richard'],
      container: 'Journal of Examples',
      language: 'en',
      published: '2019-03-07',
      revised: '2020-01-02',
      identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
    });
  });

  it.each([
    ['bepress', 'bepress_citation_title'],
    ['EPrints', 'eprints.title'],
    ['Dublin Core', 'DC.Title'],
    ['Dublin Core terms', 'DCTERMS.title'],
    ['Open Graph', 'og:title'],
  ])('reads the title of %s', (_name, name) => {
    expect(pageAbout({ url, names: names([name, 'A title']) }).title).toBe('A title');
  });

  it.each([
    ['prism.publicationDate', '2019-03'],
    ['article:published_time', '2019-03-07T10:00:00+02:00'],
    ['eprints.date', '2019'],
    ['DC.date.issued', '2019-03-07'],
    ['datePublished', '2019-03-07'],
  ])('reads the date of %s', (name, date) => {
    expect(pageAbout({ url, names: names([name, date]) }).published).toBe(date.slice(0, 10));
  });

  it('keeps no date of revision before that of publication', () => {
    const says = { url, names: names(['dc.date', '2019-03-07'], ['dcterms.modified', '2018-01-01']) };
    expect(pageAbout(says).revised).toBeUndefined();
  });

  it('passes over a date that cannot be read', () => {
    const says = { url, names: names(['citation_publication_date', 'in press'], ['dc.date', '2019']) };
    expect(pageAbout(says).published).toBe('2019');
  });

  it.each([
    ['on its own', (article: object) => article],
    ['in a list', (article: object) => [{ '@type': 'Organization', name: 'No' }, article]],
    ['in a graph', (article: object) => ({ '@graph': [{ '@type': 'WebSite', name: 'No' }, article] })],
    ['as the main thing of a page', (article: object) => ({ '@type': 'WebPage', name: 'No', mainEntity: article })],
  ])('reads JSON-LD %s, and nothing that it cites', (_name, put) => {
    const article = {
      '@type': ['MedicalScholarlyArticle'],
      headline: 'A title',
      author: [{ '@type': 'Person', name: 'Jane Doe' }, 'Richard Roe'],
      datePublished: '2019-03-07',
      dateModified: '2020-01-02',
      inLanguage: { '@type': 'Language', name: 'en' },
      isPartOf: { '@type': 'Periodical', name: 'Journal of Examples' },
      identifier: { '@type': 'PropertyValue', propertyID: 'doi', value: '10.5555/A' },
      citation: [{ '@type': 'ScholarlyArticle', headline: 'Cited', sameAs: 'https://doi.org/10.5555/cited' }],
    };
    expect(pageAbout(linked(put(article)))).toEqual({
      title: 'A title',
      authors: ['Jane Doe', 'Richard Roe'],
      container: 'Journal of Examples',
      language: 'en',
      published: '2019-03-07',
      revised: '2020-01-02',
      identifiers: [{ scheme: 'doi', value: '10.5555/a' }],
    });
  });

  it.each(['{', 'null', '[]', '7', '{"@type":{}}', '{"@graph":[[[[]]]]}', '{"@type":"Article","author":{"name":{}}}'])(
    'says nothing for JSON-LD that is broken or empty: %s',
    (text) => {
      expect(pageAbout({ url, names: [], linked: [text] })).toEqual({ authors: [], identifiers: [] });
    },
  );
});

describe('isoDate', () => {
  it.each([
    ['2019-03-07', '2019-03-07'],
    ['2019/3', '2019-03'],
    ['2019.03.07', '2019-03-07'],
    ['2019-03-07T10:00:00Z', '2019-03-07'],
    ['2019', '2019'],
    ['03/07/2019', undefined],
    ['2019-13-01', undefined],
    ['2019-01-32', undefined],
    ['20190307', undefined],
    ['', undefined],
  ])('%s', (raw, expected) => {
    expect(isoDate(raw)).toBe(expected);
  });
});
