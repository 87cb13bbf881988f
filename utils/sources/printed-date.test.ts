import { expect, it } from 'vitest';
import { printedDate } from './printed-date';

it.each([
  ['2012 Mar 14', [2012, 3, 14]],
  ['2012 March', [2012, 3]],
  ['March 14, 2012', [2012, 3, 14]],
  ['Mar 2002', [2002, 3]],
  ['1998 Dec-1999 Jan', [1998, 12]],
  ['2000 Spring', [2000]],
  ['c1994', [1994]],
  ['1994-01-02T', [1994]],
  ['2012 Feb 40', [2012, 2]],
  ['9999', undefined],
  ['', undefined],
])('%s', (words, expected) => {
  expect(printedDate(words)).toEqual(expected);
});
