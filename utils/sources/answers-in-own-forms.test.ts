import { expect, it } from 'vitest';
import type { CslName, Work } from '../model/work';
import { nameFromText } from '../works/names';
import { clinicaltrials } from './clinicaltrials';
import { crossref } from './crossref';
import { datacite } from './datacite';
import { openalex } from './openalex';
import { pubmed } from './pubmed';
import { semanticScholar } from './semantic-scholar';
import type { Source } from './source';

const DOI = '10.5555/forms';

function read(source: Source, body: unknown): Work {
  const result = source.parse({
    status: 200,
    contentType: '',
    url: source.origins[0]!,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  if (!result.ok || !result.value) throw new Error(`${source.id}: ${JSON.stringify(result)}`);
  return result.value;
}

const ofDatacite = (attributes: object) =>
  read(datacite, {
    data: { id: DOI, attributes: { doi: DOI, titles: [{ title: 'Gulls and lamps' }], ...attributes } },
  });
const ofCrossref = (message: object) =>
  read(crossref, {
    status: 'ok',
    message: { DOI, type: 'journal-article', title: ['Gulls and lamps'], ...message },
  });
const names = (authors: readonly CslName[] = []) =>
  authors.map(({ family, given, suffix, literal }) => [literal ?? family, given, suffix].filter(Boolean).join(', '));

it.each([
  ['Weld BC', { family: 'Weld', given: 'BC' }],
  ['Tarn A', { family: 'Tarn', given: 'A' }],
  ['van der Moor J.-P.', { family: 'van der Moor', given: 'J.-P.' }],
  ['J. K. Moor Jr.', { family: 'Moor', given: 'J. K.', suffix: 'Jr.' }],
  ['Ada B. Tarn III', { family: 'Tarn', given: 'Ada B.', suffix: 'III' }],
  ['Kim LI', { family: 'LI', given: 'Kim' }],
  ['TARN A', { family: 'A', given: 'TARN' }],
  ['灯 守', { literal: '灯 守' }],
] as const)('divides a printed name: %s', (printed, name) => {
  expect(nameFromText(printed)).toEqual(name);
});

it.each([
  ['Text', 'Masterarbeit', 'thesis'],
  ['Text', 'Thèse', 'thesis'],
  ['Text', 'Slides', 'speech'],
  ['Poster', '', 'speech'],
  ['Presentation', '', 'speech'],
  ['Event', '', 'event'],
  ['Journal', '', 'periodical'],
  ['Workflow', '', 'document'],
])('DataCite: %s, worded “%s”', (resourceTypeGeneral, resourceType, type) => {
  expect(ofDatacite({ types: { resourceTypeGeneral, resourceType } }).csl.type).toBe(type);
});

it('DataCite: the registration of a study is its protocol', () => {
  expect(ofDatacite({ types: { resourceTypeGeneral: 'StudyRegistration' } }).kind).toBe('protocol');
});

it('DataCite: several people in one name', () => {
  const people = (name: string) => names(ofDatacite({ creators: [{ name }] }).csl.author);
  expect(people('Tarn, A. and Weld, B.')).toEqual(['Tarn, A.', 'Weld, B.']);
  expect(people('Tarn, A., Weld, B., and Moor, C.')).toEqual(['Tarn, A., Weld, B.', 'Moor, C.']);
  expect(people('Sand and Shore Board')).toEqual(['Sand and Shore Board']);
});

it('DataCite: without a year, that in which it came to be had', () => {
  const work = ofDatacite({ publicationYear: null, dates: [{ dateType: 'Available', date: '2014-05-06' }] });
  expect(work.csl.issued).toEqual({ 'date-parts': [[2014]] });
});

it('DataCite: what a work was published in is no newer version of it', () => {
  const relatedIdentifiers = [
    { relationType: 'IsPublishedIn', relatedIdentifier: '10.5555/journal', relatedIdentifierType: 'DOI' },
    { relationType: 'IsCollectedBy', relatedIdentifier: '10.5555/shelf', relatedIdentifierType: 'DOI' },
    { relationType: 'Collects', relatedIdentifier: '10.5555/leaf', relatedIdentifierType: 'DOI' },
  ];
  const { related, notices } = ofDatacite({ relatedIdentifiers });
  expect(notices).toEqual([]);
  expect(related?.map(({ kind, id }) => `${kind} ${id.value}`).sort()).toEqual([
    'part 10.5555/leaf',
    'whole 10.5555/journal',
    'whole 10.5555/shelf',
  ]);
});

it.each(['Gulls and lamps [Retraction]', 'Gulls and lamps [Corrigendum]', 'Gulls and lamps [Expression of Concern].'])(
  'Crossref: a notice with its name behind the title: %s',
  (title) => {
    const work = ofCrossref({ title: [title] });
    expect(work.kind).toBe('document');
    expect(work.notices).toEqual([]);
  },
);

it('Crossref: reviews of books, and no words for an abstract', () => {
  expect(ofCrossref({ title: ['Book Reviews'] }).kind).toBe('commentary');
  expect(ofCrossref({ abstract: '<jats:p>.</jats:p>' }).abstract).toEqual([]);
});

it('OpenAlex: headings that lost their colons', () => {
  const headings = (words: string) =>
    read(openalex, {
      id: 'https://openalex.org/W1',
      title: 'Gulls and lamps',
      abstract_inverted_index: Object.fromEntries(
        words.split(' ').map((word, at) => [
          word,
          words
            .split(' ')
            .flatMap((each, place) => (each === word ? [place] : []))
            .concat(at)
            .slice(0, -1),
        ]),
      ),
    }).abstract.map(({ heading = '' }) => heading);
  expect(
    headings('Background Lamps shine. Methods We counted gulls. Results Twelve slept. Conclusions Lamps matter.'),
  ).toEqual(['Background', 'Methods', 'Results', 'Conclusions']);
  expect(headings('Results Of Lamps were few. Methods differ. Background noise was low.')).toEqual(['']);
});

it('Semantic Scholar: an issue behind its volume', () => {
  const { csl } = read(semanticScholar, {
    paperId: 'a'.repeat(40),
    title: 'Gulls and lamps',
    journal: { name: 'Shores', volume: ' 12 (3)', pages: '\n 1-\n 9 ' },
  });
  expect([csl.volume, csl.issue, csl.page]).toEqual(['12', '3', '1-9']);
});

it('ClinicalTrials.gov: who knew, and what is no trial', () => {
  const study = (designModule: object) =>
    read(clinicaltrials, {
      protocolSection: { identificationModule: { nctId: 'NCT01234567', briefTitle: 'Lamps' }, designModule },
    });
  const trial = study({
    studyType: 'INTERVENTIONAL',
    phases: ['EARLY_PHASE1'],
    designInfo: { maskingInfo: { masking: 'DOUBLE' } },
  });
  expect(trial.abstract.find(({ heading }) => heading === 'Design')?.paragraphs).toEqual([
    ['Interventional; Double masking; Early phase 1'],
  ]);
  expect(study({ studyType: 'EXPANDED_ACCESS' }).kind).toBe('document');
  expect(study({ studyType: 'OBSERVATIONAL' }).kind).toBe('study');
});

it('PubMed: an article with a number in place of pages', () => {
  const page = (place: string) =>
    read(
      pubmed,
      `<?xml version="1.0"?><PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><Journal><Title>Shores</Title></Journal><ArticleTitle>Gulls.</ArticleTitle>${place}</Article></MedlineCitation></PubmedArticle></PubmedArticleSet>`,
    ).csl.page;
  expect(page('<ELocationID EIdType="pii">e123</ELocationID>')).toBe('e123');
  expect(page('<ELocationID EIdType="pii">S0140-6736(12)00001-2</ELocationID>')).toBeUndefined();
  expect(
    page('<Pagination><MedlinePgn>33-9</MedlinePgn></Pagination><ELocationID EIdType="pii">e1</ELocationID>'),
  ).toBe('33-9');
});
