import { expect, it } from 'vitest';
import { luminanceOf } from './darkness';

it.each([
  ['rgb(255, 255, 255)', 1],
  ['rgb(0, 0, 0)', 0],
  ['rgba(255, 0, 0, 0.9)', 0.2126],
  ['color(srgb 1 1 1)', 1],
  ['oklch(0 0 0)', 0],
])('the luminance of %s', (colour, expected) => {
  expect(luminanceOf(colour)).toBeCloseTo(expected, 3);
});
it.each(['rgba(0, 0, 0, 0)', 'rgb(0 0 0 / 0.2)', 'none', ''])(
  'is not told where the ground shines through: %j',
  (colour) => {
    expect(luminanceOf(colour)).toBeUndefined();
  },
);
