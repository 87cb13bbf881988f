import { describe, expect, it } from 'vitest';
import { workFrom } from '../sources/record';
import { disagreementsOf } from './disagreements';

const work = (source: string, title: string, year: number) =>
  workFrom(source, { type: 'article-journal', kind: 'study', title: [title], ids: [], authors: [], issued: [year] })!;

describe('what sources disagree on', () => {
  it.each([
    ['nothing, where titles differ by signs and a subtitle', 'Lamps & gulls: a trial', 'Lamps gulls', 2012, 2012, []],
    ['the title', 'Lamps and gulls', 'Lamps and terns', 2012, 2012, ['title']],
    ['the year', 'Lamps', 'Lamps', 2012, 2013, ['year']],
    ['both', 'Lamps and gulls', 'Gulls', 2012, 2013, ['title', 'year']],
  ])('is %s', (_what, title, other, year, otherYear, fields) => {
    const found = disagreementsOf([work('crossref', title, year), work('openalex', other, otherYear)]);
    expect(found.map(({ field }) => field)).toEqual(fields);
  });

  it('is said with the name of each', () => {
    expect(disagreementsOf([work('crossref', 'Lamps', 2012), work('page', 'Lamps', 2011)])).toEqual([
      {
        field: 'year',
        said: [
          { source: 'crossref', value: '2012' },
          { source: 'page', value: '2011' },
        ],
      },
    ]);
  });
});
