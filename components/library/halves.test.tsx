import { expect, it } from 'vitest';
import { canCount, chosenIn } from './halves';

it('takes along to the other half of the library what is chosen in both, and leaves what only the one has', () => {
  const chosen = { collection: ['c'], status: ['read'], tag: ['sleep'], colour: ['green'] };
  expect(chosenIn('passages', chosen)).toEqual({ tag: ['sleep'], colour: ['green'] });
  expect(chosenIn('items', chosen)).toEqual({ collection: ['c'], status: ['read'], tag: ['sleep'] });
});

it('counts the other half only where the same can be chosen there', () => {
  expect(canCount('passages', { collection: ['c'] })).toBe(false);
  expect(canCount('passages', { collection: [], tag: ['sleep'] })).toBe(true);
  expect(canCount('items', { colour: ['green'] })).toBe(false);
});
