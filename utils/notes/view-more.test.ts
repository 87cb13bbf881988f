import { describe, expect, it } from 'vitest';
import { say } from '../../components/note/words';
import type { Work } from '../model/work';
import { NOT_ASKED, type Progress } from './progress';
import { candidateViews, glanceViews, relatedView } from './view-more';

const label = (id: string) => id.toUpperCase();
const WORK: Work = {
  csl: { id: 'x', type: 'article-journal', title: 'Lamps', author: [{ family: 'Tarn', given: 'A.' }] },
  ids: [{ scheme: 'doi', value: '10.5555/lamps' }],
  kind: 'trial',
  abstract: [{ heading: 'Methods', paragraphs: [['Forty gulls. They slept.']] }],
  notices: [],
  freeCopies: [],
  provenance: {},
};
const progress = (more: Partial<Progress>): Progress => ({ ...NOT_ASKED, stage: 'done', work: WORK, ...more });

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
