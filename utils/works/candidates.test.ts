import { describe, expect, it } from 'vitest';
import { workFrom } from '../sources/record';
import { candidatesFor } from './candidates';

const work = (title: string, family: string, year: number, hasId = true) =>
  workFrom('crossref', {
    type: 'article-journal',
    kind: 'study',
    title: [title],
    ids: hasId ? [{ scheme: 'doi', value: `10.5555/${title.length}.${year}` }] : [],
    authors: [{ family }],
    issued: [year],
  })!;

const PRINTED = 'Tarn A, Weld B. White lamps and sleep of gulls in forty harbours. Ann Harb Birds. 2012;4(2):1-9.';

describe('works that a reference may name', () => {
  it.each([
    ['most of its title is printed, with an author', work('White lamps and the sleep of gulls', 'Tarn', 1999), true],
    ['most of its title is printed, with the year', work('White lamps and the sleep of terns', 'Moss', 2012), true],
    ['nearly all of its title is printed', work('White lamps and sleep of gulls', 'Moss', 1999), true],
    ['only half of its title is', work('White lamps and the cost of boats', 'Moss', 1999), false],
    ['only author and year agree', work('Cheese in antiquity and after', 'Tarn', 2012), false],
    ['it has no identifier to pick it by', work('White lamps and the sleep of gulls', 'Tarn', 2012, false), false],
  ])('where %s', (_why, one, isOffered) => {
    expect(candidatesFor(PRINTED, [one])).toEqual(isOffered ? [one] : []);
  });

  it('are three at most, the likeliest first', () => {
    const likely = work('White lamps and sleep of gulls in forty harbours', 'Tarn', 2012);
    const others = [1, 2, 3, 4].map((i) => work(`White lamps and sleep of gulls${'!'.repeat(i)}`, 'Tarn', 1990));
    const found = candidatesFor(PRINTED, [...others, likely]);
    expect(found).toHaveLength(3);
    expect(found[0]).toBe(likely);
  });
});
