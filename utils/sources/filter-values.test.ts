import { expect, it } from 'vitest';
import { filterValues } from './filter-values';

it('keeps a name that would divide the filter from spoiling the others', () => {
  expect(filterValues(['10.5555/a', '10.5555/b,c', '10.5555/d|e', '10.5555/f:g'])).toEqual([
    '10.5555%2Fa',
    '10.5555%2Ff%3Ag',
  ]);
  expect(filterValues(['10.5555/b,c'])).toEqual(['10.5555%2Fb%2Cc']);
});
