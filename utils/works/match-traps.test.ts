import { describe, expect, it } from 'vitest';
import type { CslItem, Work } from '../model/work';
import { matchReference } from './match-reference';
import { canBeSameName } from './match-words';

const TITLE = 'White lamps and the sleep of gulls';
const WHO = 'Tarn A, Weld B.';
const JOURNAL = 'Annals of Harbour Birds';

/** The record of an article, or of what else the changes make of it. */
const record = (more: Partial<CslItem> = {}, kind: Work['kind'] = 'study'): Work => ({
  csl: {
    id: 'x',
    type: 'article-journal',
    title: TITLE,
    author: [{ family: 'Tarn' }, { family: 'Weld' }],
    issued: { 'date-parts': [[2012]] },
    'container-title': JOURNAL,
    volume: '12',
    issue: '3',
    page: '131-137',
    ...more,
  },
  ids: [],
  kind,
  abstract: [],
  notices: [],
  freeCopies: [],
  provenance: {},
});
const UNPAGED = { volume: undefined, issue: undefined, page: undefined };
const book = { ...UNPAGED, type: 'book', 'container-title': undefined, publisher: 'Quay Press' } as const;
const ARTICLE = record();
const COCHRANE = { 'container-title': 'Cochrane Database of Systematic Reviews', volume: '2012', page: 'CD001234' };
const PRINTED = `${WHO} ${TITLE}. ${JOURNAL}. 2012;12(3):131-137.`;

const isBelieved = (text: string, work: Work) => matchReference(text, [work])?.believed ?? false;

describe('an article is not believed to be meant', () => {
  it.each([
    ['in a magazine', `${WHO} ${TITLE}. Harbour Monthly. May 2012.`],
    ['in a magazine with its day', `${WHO} ${TITLE}. New Harbour, 5 May 2012, pp. 20-22.`],
    ['in a magazine, as APA has it', `Tarn, A., & Weld, B. (2012, May 5). ${TITLE}. Harbour Monthly.`],
    ['in a newspaper', `Tarn, Ada; Weld, Ben (5 May 2012). "${TITLE}". The Harbour Times.`],
    ['in another journal', `${WHO} ${TITLE}. Gull Letters. 2012;3:5-9.`],
    ['in another issue of the journal', `${WHO} ${TITLE}. ${JOURNAL}. 2012;12(4):231-237.`],
    ['in another language', `${WHO} Weiße Lampen [${TITLE}]. Vogelwarte. 2012;9(1):90-99.`],
    ['as a second part', `${WHO} ${TITLE}. Part II: field work. ${JOURNAL}. 2012;12(4):231-237.`],
    ['as an erratum', `${WHO} ${TITLE} (Erratum). ${JOURNAL}. 2012;12(4):300.`],
    ['as a reply', `${WHO} ${TITLE} – reply. ${JOURNAL}. 2012;12(4):300-301.`],
    ['as an abstract of a supplement', `${WHO} ${TITLE}. ${JOURNAL}. 2012;12(S1):S44.`],
    ['as a chapter', `${WHO} ${TITLE}. In: Lark G, editor. Birds of the Quay. Quay Press; 2012. p. 1-9.`],
    ['as a book', `${WHO} ${TITLE}. Quay: Quay Press; 2012.`],
    ['as a protocol', `${WHO} Protocol for: ${TITLE}. ${JOURNAL}. 2012;12(1):1-9.`],
    ['as data', `${WHO} ${TITLE} [dataset]. Dryad; 2012.`],
    ['in a repository', `${WHO} ${TITLE}. Zenodo. 2012.`],
    ['as a working paper', `${WHO} ${TITLE}. NBER Working Paper No. 1234. 2012.`],
    ['as a report', `${WHO} ${TITLE}. Technical Report 7. Harbour Office; 2012.`],
    ['as a report whose number is that of the volume', `${WHO} ${TITLE}. Technical Report 12. Harbour Office; 2012.`],
    ['as a working paper of that number', `${WHO} ${TITLE}. Working Paper No. 12, Harbour Office, 2012.`],
    ['as slides', `${WHO} ${TITLE} [slides]. 2012.`],
    ['on a blog', `${WHO} ${TITLE}. Gull Blog. https://gulls.example/lamps (2012).`],
  ])('by a reference to its title %s', (_where, text) => {
    expect(isBelieved(text, ARTICLE)).toBe(false);
    expect(isBelieved(PRINTED, ARTICLE)).toBe(true);
  });
});

describe('an article is believed beside its very place', () => {
  it.each([
    ['other endings', `${WHO} White lamp and the sleeping of gull. Ann Harbour Birds 2012;12(3):131.`],
    ['a fault in the first of several names', `Tam A, Weld B, Moor C. ${TITLE}. ${JOURNAL}. 2012;12(3):131-137.`],
    ['its title in brackets behind another language’s', `${WHO} Weiße Lampen [${TITLE}]. ${JOURNAL}. 2012;12(3):131.`],
  ])('with %s', (_what, text) => {
    const authors = [{ family: 'Tarn' }, { family: 'Weld' }, { family: 'Moor' }];
    expect(isBelieved(text, record({ author: authors }))).toBe(true);
  });

  it.each([
    ['another subject', `${WHO} White lamps and the flight of moths. ${JOURNAL}. 2012;12(3):131-137.`, {}],
    ['another year', `${WHO} White lamp and the sleep of gull. ${JOURNAL}. 2010;12(3):131-137.`, {}],
    ['another page', `${WHO} White lamp and the sleep of gull. ${JOURNAL}. 2012;12(3):138-140.`, {}],
    ['other people', `Fenn E. White lamp and the sleep of gull. ${JOURNAL}. 2012;12(3):131-137.`, {}],
    ['a correction’s record', PRINTED, { title: `Correction to: ${TITLE}` }],
    ['a letter’s record', PRINTED, { title: `Re: ${TITLE}` }],
  ])('not with %s', (_what, text, more) => {
    expect(isBelieved(text, record(more))).toBe(false);
  });

  it('not where the first author only shares a family name', () => {
    const work = record({ author: [{ family: 'Tarn', given: 'Karen' }], volume: '13', page: '20-25' });
    expect(isBelieved(`Tarn J. ${TITLE}. ${JOURNAL}. 2012;12:131.`, work)).toBe(false);
    expect(isBelieved(`Tarn K. ${TITLE}. ${JOURNAL}. 2012.`, work)).toBe(true);
    expect(isBelieved(`Tarn AK. ${TITLE}. ${JOURNAL}. 2012.`, work)).toBe(true);
  });

  it('where the journal’s article is left out', () => {
    const work = record({ title: 'Fog', 'container-title': 'The Quay', ...UNPAGED });
    expect(isBelieved(`${WHO} Fog. Quay 2012.`, work)).toBe(true);
  });
});

describe('a reference to an article is not believed to mean', () => {
  it.each([
    ['a magazine’s', record({ ...UNPAGED, type: 'article-magazine', 'container-title': 'Harbour Monthly' })],
    ['a magazine’s filed as an article', record({ ...UNPAGED, 'container-title': 'Harbour Monthly' })],
    ['the book', record(book, 'book')],
    ['a chapter', record({ ...UNPAGED, type: 'chapter', 'container-title': 'Birds of the Quay', page: '1-9' })],
    ['its data', record({ ...UNPAGED, type: 'dataset', 'container-title': 'Dryad' }, 'dataset')],
    ['its data where they are in no container', record({ ...book, type: 'dataset', publisher: 'Dryad' }, 'dataset')],
  ])('%s of the same title and people', (_what, other) => {
    expect(isBelieved(PRINTED, other)).toBe(false);
  });

  it.each([
    ['another version of a review', `${WHO} ${TITLE}. Cochrane Database Syst Rev. 2013;(2):CD001234.`, COCHRANE],
    ['the review of a protocol', `${WHO} ${TITLE} (Protocol). Cochrane Database Syst Rev. 2012;(3):CD1.`, COCHRANE],
  ])('%s', (_what, text, more) => {
    expect(isBelieved(text, record(more))).toBe(false);
  });

  it('anything but data where it is to data', () => {
    const data = record({ ...book, type: 'dataset', publisher: 'Dryad' }, 'dataset');
    for (const text of [`${WHO} ${TITLE} [dataset]. Dryad; 2012.`, `${WHO} ${TITLE}. Dryad Digital Repository. 2012.`])
      expect(isBelieved(text, data), text).toBe(true);
  });
});

describe('an article is believed to be meant', () => {
  it.each([
    ['where its journal is cut', 'Ann Harb Birds. 2012.', JOURNAL],
    ['where its journal is called by letters', 'JAMA. 2012.', 'Journal of the American Medical Association'],
    ['where its record has the letters', 'Br Med J. 2012.', 'BMJ'],
    [
      'where words of its journal are left out',
      'Proc Natl Acad Sci U S A. 2012.',
      'Proceedings of the National Academy of Sciences',
    ],
    ['where its journal is called otherwise, and its pages agree', 'Vogelblatt. 2012:131-137.', JOURNAL],
    ['where its record names no journal', 'Ann Harb Birds 2012;12:131-7.', undefined],
    ['where no journal is printed', '2012.', JOURNAL],
    ['where it is in press', 'Annals of Harbour Birds. 2012; in press.', JOURNAL],
  ])('%s', (_when, place, container) => {
    expect(isBelieved(`${WHO} ${TITLE}. ${place}`, record({ 'container-title': container }))).toBe(true);
  });

  it('where its published erratum is named behind the title', () => {
    const text = `${WHO} ${TITLE} [published erratum appears in Ann Harb Birds 2012;12:300]. ${JOURNAL}. 2012;12(3):131-137.`;
    expect(isBelieved(text, ARTICLE)).toBe(true);
  });
});

describe('names of journals', () => {
  it.each([
    ['NeurIPS', 'Advances in Neural Information Processing Systems'],
    ['The Lancet', 'Lancet'],
    ['IEEE Trans. Harbours', 'IEEE Transactions on Harbours'],
    ['Nucl. Acids Res.', 'Nucleic Acids Research'],
  ])('%s can be %s', (one, other) => {
    expect(canBeSameName(one, other)).toBe(true);
    expect(canBeSameName(other, one)).toBe(true);
  });

  it.each([
    ['Harbour Monthly', 'Annals of Harbour Birds'],
    ['Lancet', 'Nature'],
    ['BMJ', 'The Lancet'],
  ])('%s cannot be %s', (one, other) => {
    expect(canBeSameName(one, other)).toBe(false);
  });
});
