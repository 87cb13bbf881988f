import { describe, expect, it } from 'vitest';
import { say } from '../../components/note/words';
import type { Work } from '../model/work';
import { NOT_ASKED, type Progress } from './progress';
import { candidateViews, glanceViews, recordFacts, relatedView } from './view-more';

const label = (id: string) => id.toUpperCase();
const WORK: Work = {
  csl: { id: 'x', type: 'article-journal', title: 'Lamps', author: [{ family: 'Tarn', given: 'A.' }] },
  ids: [{ scheme: 'doi', value: '10.5555/lamps' }],
  kind: 'trial',
  kindGround: { by: 'type', words: 'Randomized Controlled Trial' },
  abstract: [{ heading: 'Methods', paragraphs: [['Forty gulls. They slept.']] }],
  notices: [],
  freeCopies: [],
  citedBy: 12,
  provenance: { kind: { source: 'aa', at: 1 } },
};
const progress = (more: Partial<Progress>): Progress => ({ ...NOT_ASKED, stage: 'done', work: WORK, ...more });

describe('a record’s facts', () => {
  it('are why it is of its kind, what its sources disagree on, and how often it is cited', () => {
    const said = [
      { source: 'aa', value: '2012' },
      { source: 'page', value: '2011' },
    ];
    expect(recordFacts(progress({ disagreements: [{ field: 'year', said }] }), say, label)).toEqual([
      'It is called so for the publication type “Randomized Controlled Trial” that AA gives.',
      'Its year is in doubt: AA has “2012”; this page has “2011”.',
      'Works known to cite it: 12.',
    ]);
  });

  it.each([
    ['article-journal', 'study', 'AA files it as an article; nothing in its record says what kind of study it is.'],
    ['thesis', 'thesis', 'AA files it as “Thesis”.'],
  ] as const)('name the form %s in readers’ words', (words, kind, sentence) => {
    const { citedBy: _none, ...rest } = WORK;
    const work: Work = { ...rest, kind, kindGround: { by: 'form', words } };
    expect(recordFacts(progress({ work }), say, label)).toEqual([sentence]);
  });

  it('are none of what the page alone says', () => {
    const { citedBy: _none, ...rest } = WORK;
    const work = { ...rest, provenance: { kind: { source: 'page', at: 1 } } };
    expect(recordFacts(progress({ work }), say, label)).toEqual([]);
  });
});

describe('what is listed beside a work', () => {
  it('is a related work with kind, year, reason and address', () => {
    const related = {
      relation: 'similar',
      source: 'aa',
      id: { scheme: 'doi', value: '10.5555/terns' },
      title: 'Terns',
      kind: 'review',
      year: 2014,
      isRetracted: true,
    } as const;
    expect(relatedView(related, say, label)).toEqual({
      id: related.id,
      kindLine: 'Review 2014',
      title: 'Terns',
      reason: 'like it, by the count of AA',
      url: 'https://doi.org/10.5555/terns',
      isRetracted: true,
    });
  });

  it('is a related work by its identifier where nothing more is known', () => {
    const id = { scheme: 'pmid', value: '7' } as const;
    const view = relatedView({ relation: 'comment', source: 'aa', id, isRetracted: false }, say, label);
    expect(view).toMatchObject({ kindLine: '', title: 'PMID 7', reason: 'comments on it' });
  });

  it('is a candidate with enough to know it by', () => {
    expect(candidateViews(progress({ candidates: [WORK] }))).toEqual([
      { id: WORK.ids[0], title: 'Lamps', line: expect.stringContaining('Tarn A.') },
    ]);
  });

  it('is a sentence of the summary under what it tells, and none that is not there', () => {
    const points = [
      { part: 'participants', section: 0, start: 0, end: 12 },
      { part: 'design', section: 3, start: 0, end: 5 },
    ] as const;
    expect(glanceViews(progress({ glance: points }), say)).toEqual([
      { label: 'Who', text: 'Forty gulls.', section: 0, start: 0, end: 12 },
    ]);
  });
});
