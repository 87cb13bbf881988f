import { describe, expect, it } from 'vitest';
import type { Work } from '../model/work';
import { mergeWorks, stamped } from './merge';

/** A record of a source: `csl` fields as given, everything else beside them. */
function record(source: string, csl: Partial<Work['csl']>, more: Partial<Work> = {}): Work {
  const work: Work = {
    csl: { id: 'x', type: 'article-journal', ...csl },
    ...(csl.title !== undefined && { title: [csl.title] }),
    ids: [],
    kind: 'study',
    abstract: [],
    notices: [],
    freeCopies: [],
    provenance: {},
    ...more,
  };
  const fields = [...Object.keys(work.csl), 'kind', 'abstract', 'notices', 'freeCopies', 'citedBy'];
  return { ...work, provenance: Object.fromEntries(fields.map((field) => [field, { source, at: 1 }])) };
}

const plain = (text: string) => [{ paragraphs: [[text]] }];
const structured = (text: string) => [
  { heading: 'Methods', paragraphs: [[text]] },
  { heading: 'Results', paragraphs: [[text]] },
];
const year = (value: number, ...rest: number[]) => ({ issued: { 'date-parts': [[value, ...rest]] } });

describe('merged records', () => {
  it('are an empty document when there are none, and the record when there is one', () => {
    expect(mergeWorks([]).kind).toBe('document');
    const only = record('openalex', { title: 'Gulls' });
    expect(mergeWorks([only])).toBe(only);
  });

  it('say why they are of their kind by a library’s word before the title’s', () => {
    const byTitle = record('crossref', {}, { kind: 'trial', kindGround: { by: 'title', words: 'a trial' } });
    const ground = { by: 'type', words: 'Randomized Controlled Trial' } as const;
    const merged = mergeWorks([byTitle, record('europe-pmc', {}, { kind: 'trial', kindGround: ground })]);
    expect(merged.kindGround).toEqual(ground);
    expect(merged.provenance.kind?.source).toBe('europe-pmc');
  });

  it('do not call an article a newer version of itself, as its preprint’s record does', () => {
    const notices = [{ kind: 'newer-version' as const, doi: '10.5555/gulls', source: 'arxiv' }];
    const preprint = record('arxiv', { type: 'article', DOI: '10.5555/gulls' }, { kind: 'preprint', notices });
    const article = record('crossref', { DOI: '10.5555/gulls' });
    expect(mergeWorks([preprint, article]).notices).toEqual([]);
    expect(mergeWorks([preprint, record('page', { type: 'document' })]).notices).toEqual(notices);
    const other = record('crossref', { DOI: '10.5555/terns' }, { notices });
    expect(mergeWorks([other, record('openalex', {})]).notices).toEqual(notices);
  });

  it('have the work’s own summary, and what a page about it says only where there is none', () => {
    const comment = record(
      'effectiveness-bank',
      {},
      { abstract: structured('We would have asked the gulls. '.repeat(9)) },
    );
    const own = record('crossref', {}, { abstract: plain('Gulls slept.') });
    expect(mergeWorks([comment, own]).abstract).toEqual(own.abstract);
    expect(mergeWorks([comment, record('crossref', {})]).abstract).toEqual(comment.abstract);
  });

  it('take each field from the most trusted source that has it, and say which', () => {
    const merged = mergeWorks([
      record('openalex', { title: 'Gulls (OpenAlex)', volume: '9', publisher: 'Quay' }),
      record('crossref', { title: 'Gulls', page: '1-2' }),
      record('europe-pmc', { title: 'Gulls.', volume: '8', page: '3' }),
    ]);
    expect(merged.csl).toMatchObject({ title: 'Gulls', page: '1-2', volume: '8', publisher: 'Quay' });
    const from = Object.fromEntries(Object.entries(merged.provenance).map(([field, { source }]) => [field, source]));
    expect(from).toMatchObject({ title: 'crossref', page: 'crossref', volume: 'europe-pmc', publisher: 'openalex' });
  });

  it('do not depend on the order in which the records came', () => {
    const records = [
      record('openalex', { title: 'A', ...year(2011) }, { abstract: plain('a'), citedBy: 3 }),
      record('crossref', { title: 'B', ...year(2012) }, { citedBy: 2, kind: 'trial' }),
      record('europe-pmc', { title: 'C', ...year(2012, 3) }, { abstract: structured('c') }),
      record('other', { title: 'D', note: 'd' }),
    ];
    const [a, b, c, d] = records as [Work, Work, Work, Work];
    const expected = mergeWorks(records);
    for (const order of [
      [d, c, b, a],
      [b, d, a, c],
      [c, a, d, b],
    ])
      expect(mergeWorks(order)).toEqual(expected);
  });

  it.each([
    ['that of the majority', [year(2011), year(2012), year(2012)], [[2012]]],
    ['that of the most trusted where they are equally many', [year(2011), year(2012)], [[2011]]],
    ['the most exact of those that agree', [year(2012), year(2012, 3), year(2012, 3, 14)], [[2012, 3, 14]]],
  ])('have for a year %s', (_name, years, expected) => {
    const names = ['crossref', 'europe-pmc', 'openalex'];
    expect(mergeWorks(years.map((csl, i) => record(names[i]!, csl))).csl.issued?.['date-parts']).toEqual(expected);
  });

  it('are called by an identifier only while nobody knows a title, whoever is trusted', () => {
    const ids = [{ scheme: 'doi', value: '10.5555/a' }] as const;
    const bare = record('page', { title: 'doi:10.5555/a' }, { ids });
    expect(mergeWorks([bare, record('import', { title: 'On lamps' }, { ids })]).csl.title).toBe('On lamps');
    expect(mergeWorks([bare, record('import', {}, { ids })]).csl.title).toBe('doi:10.5555/a');
  });

  it('take the longer list of authors only where it holds the trusted one', () => {
    const short = record('crossref', { author: [{ family: 'Tarn', given: 'A.' }] });
    const long = record('openalex', { author: [{ family: 'Tärn', given: 'Ada' }, { family: 'Weld' }] });
    const other = record('openalex', { author: [{ family: 'Quill' }, { family: 'Weld' }] });
    expect(mergeWorks([short, long]).csl.author).toHaveLength(2);
    expect(mergeWorks([short, other]).csl.author).toEqual([{ family: 'Tarn', given: 'A.' }]);
  });

  it.each([
    ['a structured one before a plain one', plain('x'.repeat(300)), structured('y'.repeat(140)), 'europe-pmc'],
    ['the trusted one of two alike', plain('x'.repeat(300)), plain('y'.repeat(300)), 'europe-pmc'],
    ['the whole one before one cut short', plain('x'.repeat(300)), structured('y'.repeat(10)), 'crossref'],
  ])('have for a summary %s', (_name, crossref, europePmc, source) => {
    const merged = mergeWorks([
      record('crossref', {}, { abstract: crossref }),
      record('europe-pmc', {}, { abstract: europePmc }),
    ]);
    expect(merged.provenance.abstract?.source).toBe(source);
  });

  it('are a preprint only while no journal has it', () => {
    const preprint = record('openalex', { type: 'article' }, { kind: 'preprint' });
    expect(mergeWorks([preprint, record('europe-pmc', {}, { kind: 'trial' })]).kind).toBe('trial');
    expect(mergeWorks([preprint, record('crossref', { type: 'article' }, { kind: 'preprint' })]).kind).toBe('preprint');
  });

  it('unite names, notices and free copies', () => {
    const merged = mergeWorks([
      record(
        'openalex',
        {},
        {
          ids: [
            { scheme: 'openalex', value: 'W1' },
            { scheme: 'doi', value: '10.5555/a' },
          ],
          notices: [{ kind: 'retraction', source: 'openalex' }],
          freeCopies: [{ url: 'https://a.example/x', version: 'submitted' }],
        },
      ),
      record(
        'crossref',
        {},
        {
          ids: [{ scheme: 'doi', value: '10.5555/a' }],
          freeCopies: [{ url: 'https://b.example/y', version: 'published' }, { url: 'http://a.example/x/' }],
        },
      ),
    ]);
    expect(merged.ids.map(({ scheme }) => scheme)).toEqual(['doi', 'openalex']);
    expect(merged.notices).toEqual([{ kind: 'retraction', source: 'openalex' }]);
    expect(merged.freeCopies.map(({ version }) => version)).toEqual(['published', 'submitted']);
  });

  it('prefer the newer of two records of the same source', () => {
    const old = stamped(
      { ...record('crossref', { title: 'Old' }), provenance: { title: { source: 'crossref', at: 0 } } },
      5,
    );
    const fresh = stamped(
      { ...record('crossref', { title: 'New' }), provenance: { title: { source: 'crossref', at: 0 } } },
      9,
    );
    expect(mergeWorks([old, fresh]).csl.title).toBe('New');
    expect(mergeWorks([fresh, old]).csl.title).toBe('New');
  });
});
