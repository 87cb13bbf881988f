import { expect, it } from 'vitest';
import { isDeed } from './cues';

it.each([
  ['Here we quantitatively analysed the sleep of gulls.', true],
  ['Gulls were exposed to amber lamps for a week.', true],
  ['Our study describes forty harbours.', false],
  ['This paper presents forty harbours.', false],
  ['Sleep was longer under amber lamps.', false],
  ['Gulls that sleep less lose feathers.', false],
])('“%s” says what was done: %s', (sentence, expected) => {
  expect(isDeed(sentence)).toBe(expected);
});
