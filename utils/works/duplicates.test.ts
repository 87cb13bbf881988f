import { describe, expect, it } from 'vitest';
import type { Work } from '../model/work';
import { createDuplicates, type Listed } from './duplicates';

const listed = (id: string, keys: string[], title = '', year = 2012, family = 'Tern'): Listed => ({
  id,
  keys,
  work: {
    csl: { id, type: 'book', title, issued: { 'date-parts': [[year]] }, author: [{ family }] },
  } as unknown as Work,
});
const duplicates = (works: readonly Listed[]) => {
  const found = createDuplicates();
  for (const work of works) found.add(work);
  return found.groups();
};
const LONG = 'On the habits of amber terns at night';

describe('works listed twice', () => {
  it.each<[string, Listed[], string[][]]>([
    ['share an identifier', [listed('a', ['doi:1']), listed('b', ['doi:1', 'pmid:2'])], [['a', 'b']]],
    [
      'are linked by a third that has the names of both',
      [listed('a', ['doi:1']), listed('b', ['pmid:2']), listed('c', ['doi:1', 'pmid:2'])],
      [['a', 'b', 'c']],
    ],
    [
      'are told apart from others, whichever comes first',
      [listed('a', ['x:1']), listed('b', ['x:2']), listed('c', ['x:3', 'x:2']), listed('d', ['x:1']), listed('e', [])],
      [
        ['a', 'd'],
        ['b', 'c'],
      ],
    ],
    [
      'share a long title, a year and a name',
      [listed('a', ['x:1'], LONG), listed('b', ['x:2'], `${LONG}.`)],
      [['a', 'b']],
    ],
  ])('%s', (_name, works, groups) => {
    expect(duplicates(works)).toEqual(groups);
  });

  it.each<[string, Listed[]]>([
    ['have other years', [listed('a', ['x:1'], LONG), listed('b', ['x:2'], LONG, 2013)]],
    ['have other names', [listed('a', ['x:1'], LONG), listed('b', ['x:2'], LONG, 2012, 'Gull')]],
    ['share a title that many have', [listed('a', ['x:1'], 'Editorial'), listed('b', ['x:2'], 'Editorial')]],
  ])('are none where they %s', (_name, works) => {
    expect(duplicates(works)).toEqual([]);
  });
});
