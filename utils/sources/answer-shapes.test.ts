import { describe, expect, it } from 'vitest';
import type { Work } from '../model/work';
import { arxiv } from './arxiv';
import { clinicaltrials } from './clinicaltrials';
import { crossref } from './crossref';
import { datacite } from './datacite';
import { doiOrg } from './doi-org';
import { europePmc } from './europe-pmc';
import { linkedPage } from './linked-page';
import { openLibrary } from './open-library';
import { openalex } from './openalex';
import { pubmed } from './pubmed';
import { semanticScholar } from './semantic-scholar';
import type { Source } from './source';

function read(source: Source, body: unknown, contentType = ''): Work {
  const result = source.parse({
    status: 200,
    contentType,
    url: source === linkedPage ? 'https://pub.example/a' : source.origins[0]!,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  if (!result.ok || !result.value) throw new Error(`${source.id}: ${JSON.stringify(result)}`);
  return result.value;
}

/** The fields of a work that its form makes hard to find. */
const facts = ({ csl, kind, notices, abstract }: Work) => ({
  title: csl.title,
  names: [...(csl.author ?? []), ...(csl.editor ?? [])].map(({ family, given, literal, suffix }) =>
    [literal ?? family, given, suffix].filter(Boolean).join(', '),
  ),
  date: csl.issued?.['date-parts']?.[0]?.join('-'),
  kind,
  notices: notices.map(({ kind: sort, date, doi }) => [sort, date, doi].filter(Boolean).join(' ')),
  headings: abstract.map(({ heading = '' }) => heading),
  'container-title': csl['container-title'],
  publisher: csl.publisher,
  volume: csl.volume,
  page: csl.page,
  DOI: csl.DOI,
});

const cases: readonly (readonly [string, Source, unknown, Record<string, unknown>])[] = [];
const add = (name: string, source: Source, body: unknown, expected: Record<string, unknown>) =>
  (cases as (typeof cases)[number][]).push([name, source, body, expected]);

const DOI = '10.5555/shapes';
const ofCrossref = (message: object) => ({ status: 'ok', message: { DOI, title: ['Gulls and lamps'], ...message } });
const tarn = { family: 'Tarn', given: 'Ada' };
add(
  'Crossref: a grant has title, people and purpose in its project',
  crossref,
  ofCrossref({
    type: 'grant',
    title: undefined,
    issued: { 'date-parts': [[2020]] },
    project: [{ 'project-title': [{ title: 'Lamps of the quays' }], 'lead-investigator': [tarn] }],
  }),
  { title: 'Lamps of the quays', names: ['Tarn, Ada'], date: '2020' },
);
add(
  'Crossref: no date of issue, but one of print; that of the record is none',
  crossref,
  ofCrossref({
    issued: { 'date-parts': [[null]] },
    'published-print': { 'date-parts': [[2005, 4]] },
    created: { 'date-parts': [[2015]] },
  }),
  { date: '2005-4' },
);
add(
  'Crossref: only the date of the record',
  crossref,
  ofCrossref({ issued: { 'date-parts': [[null]] }, created: { 'date-parts': [[2015]] } }),
  { date: undefined },
);
add(
  'Crossref: a thesis with its approval and institution',
  crossref,
  ofCrossref({
    type: 'dissertation',
    approved: { 'date-parts': [[2011, 6]] },
    institution: [{ name: 'Quay University' }],
  }),
  { kind: 'thesis', date: '2011-6', publisher: 'Quay University' },
);
add(
  'Crossref: a title in its own language only',
  crossref,
  ofCrossref({ title: [], 'original-title': ['Möwen und Lampen'] }),
  { title: 'Möwen und Lampen' },
);
add(
  'Crossref: a subtitle that the title has in other letters',
  crossref,
  ofCrossref({ title: ['Gulls: a randomised trial'], subtitle: ['A Randomised Trial'] }),
  { title: 'Gulls: a randomised trial' },
);
add('Crossref: small capitals', crossref, ofCrossref({ title: ['Repair of <scp>DNA</scp> in gulls'] }), {
  title: 'Repair of DNA in gulls',
});
const inPlace = (type: string) => ({
  'update-to': [{ DOI: DOI.toUpperCase(), type, updated: { 'date-parts': [[2020, 1, 2]] } }],
});
add('Crossref: retracted in its own place', crossref, ofCrossref(inPlace('retraction')), {
  notices: ['retraction 2020-01-02'],
});
add('Crossref: a new version of itself', crossref, ofCrossref(inPlace('new_version')), { notices: [] });
add(
  'Crossref: a notice registered as about itself',
  crossref,
  ofCrossref({ title: ['Retraction notice to: Gulls and lamps'], ...inPlace('retraction') }),
  { notices: [], kind: 'document' },
);

const ofOpenalex = (more: object) => ({
  id: 'https://openalex.org/W1',
  doi: `https://doi.org/${DOI}`,
  title: 'Gulls and lamps',
  type: 'article',
  publication_year: 2012,
  ...more,
});
add(
  'OpenAlex: nothing but nulls',
  openalex,
  ofOpenalex({
    primary_location: null,
    locations: null,
    biblio: null,
    ids: null,
    authorships: null,
    open_access: null,
  }),
  { title: 'Gulls and lamps', date: '2012', 'container-title': undefined },
);
add(
  'OpenAlex: a journal of which only the printed name is known',
  openalex,
  ofOpenalex({ primary_location: { source: null, raw_source_name: 'Annals of Gulls' } }),
  { 'container-title': 'Annals of Gulls' },
);
add(
  'OpenAlex: a record of before 2023',
  openalex,
  ofOpenalex({ host_venue: { display_name: 'Annals of Gulls', publisher: 'Quay' } }),
  { 'container-title': 'Annals of Gulls', publisher: 'Quay' },
);

const ofEuropePmc = (more: object) => ({
  version: '6.9',
  hitCount: 1,
  resultList: { result: [{ id: '7', source: 'MED', pmid: '7', ...more }] },
});
add('Europe PMC: a full stop behind a mark', europePmc, ofEuropePmc({ title: 'Gulls and <i>lamps</i>.' }), {
  title: 'Gulls and lamps',
});
add('Europe PMC: a translated title', europePmc, ofEuropePmc({ title: '[Gulls and lamps].' }), {
  title: 'Gulls and lamps',
});

const ofPubmed = (title: string, more: string, outside = '') =>
  `<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>7</PMID><Article><Journal><Title>Annals</Title></Journal><ArticleTitle>${title}</ArticleTitle>${more}</Article>${outside}</MedlineCitation></PubmedArticle></PubmedArticleSet>`;
add(
  'PubMed: a title that is not translated',
  pubmed,
  ofPubmed('[Not Available].', '<VernacularTitle>Möwen und Lampen.</VernacularTitle>'),
  { title: 'Möwen und Lampen' },
);
add(
  'PubMed: first and last page apart',
  pubmed,
  ofPubmed('Gulls.', '<Pagination><StartPage>12</StartPage><EndPage>15</EndPage></Pagination>'),
  { page: '12-15' },
);
add(
  'PubMed: parts with a category, and with nothing, for a heading',
  pubmed,
  ofPubmed(
    'Gulls.',
    '<Abstract><AbstractText NlmCategory="METHODS">We dimmed lamps.</AbstractText><AbstractText Label="UNLABELLED">Gulls slept.</AbstractText></Abstract>',
  ),
  { headings: ['Methods', ''] },
);
add(
  'PubMed: an abstract in another language alone',
  pubmed,
  ofPubmed('Gulls.', '', '<OtherAbstract Language="ger"><AbstractText>Möwen schliefen.</AbstractText></OtherAbstract>'),
  { headings: [''] },
);

add(
  'Semantic Scholar: a preprint has no volume',
  semanticScholar,
  { paperId: 'a'.repeat(40), title: 'Gulls', venue: 'arXiv.org', journal: { name: 'ArXiv', volume: 'abs/2101.00001' } },
  { kind: 'preprint', volume: undefined },
);

const ofDatacite = (attributes: object) => ({
  data: { id: DOI, attributes: { doi: DOI, titles: [{ title: 'Gull counts' }], publicationYear: 2020, ...attributes } },
});
add('DataCite: a first title without words', datacite, ofDatacite({ titles: [{ title: null }, { title: 'Gulls' }] }), {
  title: 'Gulls',
});
add(
  'DataCite: names in every form, and none',
  datacite,
  ofDatacite({
    creators: [{ name: 'Tarn, Ada, Jr.' }, { name: 'Quay Office', nameType: 'Organizational' }, { name: '(:unav)' }],
  }),
  { names: ['Tarn, Ada, Jr.', 'Quay Office'] },
);
add('DataCite: a style’s type alone', datacite, ofDatacite({ types: { citeproc: 'article-journal' } }), {
  kind: 'study',
});
add('DataCite: taken away', datacite, ofDatacite({ dates: [{ date: '2021-03-04', dateType: 'Withdrawn' }] }), {
  notices: ['withdrawal 2021-03-04'],
});

const ofArxiv = (comment: string) =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>http://arxiv.org/abs/2101.00001v2</id><title>Gulls</title><comment>${comment}</comment></entry></feed>`;
for (const words of [
  'The authors have withdrawn this paper',
  'This version withdrawn by the author',
  'The paper has been retracted',
  'Retracted by the authors',
  'Author withdrew the paper',
])
  add(`arXiv: “${words}”`, arxiv, ofArxiv(words), { notices: ['withdrawal'] });
for (const words of ['12 pages; a previously withdrawn paper is replaced', 'Withdrawn from a meeting; resubmitted'])
  add(`arXiv: “${words}”`, arxiv, ofArxiv(words), { notices: [] });
add('arXiv: superseded', arxiv, ofArxiv('Superseded by arXiv:2102.00002'), {
  notices: ['newer-version 10.48550/arxiv.2102.00002'],
});

add(
  'Open Library: authors in the words of the title page',
  openLibrary,
  { 'ISBN:9780306406157': { title: 'Gulls', by_statement: 'by Ada Tarn and Bo Reed ; edited by C. Dunn.' } },
  { names: ['Tarn, Ada', 'Reed, Bo'] },
);
add(
  'Open Library: words of the title page that are no names',
  openLibrary,
  { 'ISBN:9780306406157': { title: 'Gulls', by_statement: 'compiled for the harbour' } },
  { names: [] },
);
add(
  'Open Library: the record one step further in, with an editor',
  openLibrary,
  {
    'ISBN:9780306406157': {
      details: { title: 'Gulls', publish_date: '2001', contributors: [{ role: 'Editor', name: 'Bo Reed' }] },
    },
  },
  { title: 'Gulls', date: '2001', names: ['Reed, Bo'] },
);

add(
  'ClinicalTrials.gov: nothing but a name',
  clinicaltrials,
  { protocolSection: { identificationModule: { nctId: 'NCT01234567', briefTitle: 'Lamps' } } },
  { title: 'Lamps', kind: 'trial', headings: [] },
);

const ofDoiOrg = (more: object) => ({ DOI, type: 'article-journal', title: 'Gulls', ...more });
add('doi.org: dates as words', doiOrg, ofDoiOrg({ issued: '2012-03-04' }), { date: '2012-3-4' });
add('doi.org: dates as print', doiOrg, ofDoiOrg({ issued: { literal: 'March 2012' } }), { date: '2012-3' });
add('doi.org: flat parts', doiOrg, ofDoiOrg({ issued: { 'date-parts': [2012, '3'] } }), { date: '2012-3' });
add('doi.org: a list of one', doiOrg, [ofDoiOrg({})], { title: 'Gulls' });
add('doi.org: a title with its language', doiOrg, ofDoiOrg({ title: [{ title: 'カモメ', lang: 'ja' }] }), {
  title: 'カモメ',
});
add('doi.org: names as words', doiOrg, ofDoiOrg({ author: ['Tarn, Ada', { literal: 'Quay Office' }] }), {
  names: ['Tarn, Ada', 'Quay Office'],
});
add('doi.org: what has no type of its own', doiOrg, ofDoiOrg({ type: 'article', publisher: 'Harbour Archive' }), {
  kind: 'document',
});
add('doi.org: a preprint', doiOrg, ofDoiOrg({ type: 'article', publisher: 'PsyArXiv' }), { kind: 'preprint' });

const page = (head: string) =>
  `<!doctype html><html><head>${head}</head><body><h1>Site</h1><p>${'Gulls slept longer under dimmed lamps. '.repeat(5)}</p></body></html>`;
const meta = (facts: Record<string, string>) =>
  Object.entries(facts)
    .map(([name, content]) => `<meta name="${name}" content="${content}">`)
    .join('');
add(
  'linked page: EPrints',
  linkedPage,
  page(
    meta({
      'eprints.title': 'Lamps of the quays',
      'eprints.creators_name': 'Tarn, Ada',
      'eprints.date': '2012-03',
      'eprints.type': 'thesis',
      'eprints.id_number': DOI,
    }),
  ),
  { title: 'Lamps of the quays', names: ['Tarn, Ada'], date: '2012-3', kind: 'thesis', DOI },
);
add(
  'linked page: a thesis by Dublin Core’s word',
  linkedPage,
  page(meta({ 'DC.Title': 'Lamps', 'DC.Creator': 'Tarn, Ada', 'DC.Type': 'Text.Thesis.Doctoral' })),
  { title: 'Lamps', kind: 'thesis' },
);

describe('answers in forms that are seldom met', () => {
  it.each(cases)('%s', (_name, source, body, expected) => {
    const found: Record<string, unknown> = facts(read(source, body, source.id === 'linked-page' ? 'text/html' : ''));
    expect(Object.fromEntries(Object.keys(expected).map((name) => [name, found[name]]))).toEqual(expected);
  });
});
