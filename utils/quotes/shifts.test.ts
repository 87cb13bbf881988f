import { expect, it } from 'vitest';
import { createShifts } from './shifts';

const learnt = () => {
  const shifts = createShifts();
  shifts.learn(500, 540);
  shifts.learn(100, 110);
  shifts.learn(900, 940);
  return shifts;
};

it('guesses nothing before anything is learnt', () => {
  expect(createShifts().guess(100)).toEqual([]);
});

it.each([
  ['before all', 50, [60]],
  ['between two that moved alike', 700, [740, 740]],
  ['between two that moved unlike', 300, [310, 340]],
  ['behind all', 1000, [1040]],
  ['at one', 500, [510, 540]],
])('guesses from the passages around: %s', (_name, from, expected) => {
  expect(learnt().guess(from)).toEqual(expected);
});
