import { expect, it } from 'vitest';
import { placeBar } from './bar-place';

const BAR = { width: 300, height: 40 };
const VIEW = { width: 1000, height: 600 };
const line = (left: number, top: number, right: number) => ({ left, top, right, bottom: top + 20 });

it.each([
  ['below the end of the selection', line(200, 100, 500), false, { left: 350, top: 128 }],
  ['above it where there is no room below', line(200, 560, 500), false, { left: 350, top: 512 }],
  ['above the beginning, when it was selected backwards', line(200, 100, 500), true, { left: 50, top: 52 }],
  ['below the beginning where there is no room above', line(200, 10, 500), true, { left: 50, top: 38 }],
  ['inside the viewport on the left', line(0, 100, 20), false, { left: 6, top: 128 }],
  ['inside the viewport on the right', line(900, 100, 1000), false, { left: 694, top: 128 }],
  ['inside the viewport when the line is not', line(0, 5000, 20), false, { left: 6, top: 554 }],
])('stands %s', (_name, at, atStart, expected) => {
  expect(placeBar(at, atStart, BAR, VIEW)).toEqual(expected);
});
