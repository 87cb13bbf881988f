import { expect, it } from 'vitest';
import { editDistances, type Span } from './edit-distance';

const span = (text: string): Span => ({
  codes: Uint16Array.from(text, (letter) => letter.charCodeAt(0)),
  from: 0,
  to: text.length,
});

/** The textbook table, row by row. */
function table(pattern: string, text: string, anchored: boolean): number[] {
  let column = Array.from({ length: pattern.length + 1 }, (_, i) => i);
  const last = [pattern.length];
  for (let j = 1; j <= text.length; j += 1) {
    const next = [anchored ? j : 0];
    for (let i = 1; i <= pattern.length; i += 1) {
      const change = column[i - 1]! + (pattern[i - 1] === text[j - 1] ? 0 : 1);
      next.push(Math.min(change, column[i]! + 1, next[i - 1]! + 1));
    }
    column = next;
    last.push(column[pattern.length]!);
  }
  return last;
}

let seed = 42;
const random = (below: number) => {
  seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
  return (seed >> 8) % below;
};
const word = (length: number) => Array.from({ length }, () => 'abcd'[random(4)]).join('');
const reversed = (text: string) => [...text].reverse().join('');

it.each([1, 5, 31, 32, 33, 64, 65, 150])('agrees with the textbook for patterns of %i characters', (length) => {
  for (let round = 0; round < 20; round += 1) {
    const pattern = word(length);
    const text = word(random(200));
    const out = new Int32Array(text.length + 1);
    for (const anchored of [true, false]) {
      editDistances(span(pattern), span(text), false, anchored, out);
      expect([...out]).toEqual(table(pattern, text, anchored));
      editDistances(span(pattern), span(text), true, anchored, out);
      expect([...out]).toEqual(table(reversed(pattern), reversed(text), anchored));
    }
  }
});

it('knows an empty pattern', () => {
  const out = new Int32Array(4);
  editDistances(span(''), span('abc'), false, true, out);
  expect([...out]).toEqual([0, 1, 2, 3]);
});
