import { describe, expect, it } from 'vitest';
import type { Term } from '../model/term';
import { createTermFinder } from './terms';

const term = (word: string): Term => ({ id: `id-${word}`, word, definition: 'x', modified: 0 });
const found = (words: readonly string[], text: string) =>
  createTermFinder(words.map(term))
    .find(text)
    .map(({ term: { word }, start, end }) => `${word}@${text.slice(start, end)}`);

describe('words that the reader has explained', () => {
  it.each<[string, readonly string[], string, readonly string[]]>([
    ['a word in any case', ['Gull'], 'A gull and a GULL.', ['Gull@gull', 'Gull@GULL']],
    ['whole words only', ['gull'], 'Gullible seagull gulls gull2', []],
    [
      'the longer of two at one place',
      ['effect', 'effect size'],
      'An effect size, an effect',
      ['effect size@effect size', 'effect@effect'],
    ],
    [
      'words over any white space',
      ['effect size'],
      'effect\n  size and effect\u00a0size',
      ['effect size@effect\n  size', 'effect size@effect\u00a0size'],
    ],
    ['hyphens of word processors', ['n-of-1'], 'n\u2011of\u20111', ['n-of-1@n\u2011of\u20111']],
    [
      'signs as they are',
      ['I²', 'C++', 'p.r.n. (as needed)'],
      'I² in C++ p.r.n. (as needed)',
      ['I²@I²', 'C++@C++', 'p.r.n. (as needed)@p.r.n. (as needed)'],
    ],
    [
      'accents and other alphabets',
      ['écart', 'Übung', 'наука'],
      'Écart, ÜBUNG, Наука',
      ['écart@Écart', 'Übung@ÜBUNG', 'наука@Наука'],
    ],
    ['words where none are spaced', ['研究'], 'この研究は', ['研究@研究']],
    ['nothing where there is none', [], 'gull', []],
  ])('are found: %s', (_name, words, text, expected) => {
    expect(found(words, text)).toEqual(expected);
    expect(createTermFinder(words.map(term)).find(text, 1)).toHaveLength(Math.min(1, expected.length));
  });

  it('are looked for in time that grows with the text alone', () => {
    const finder = createTermFinder(
      Array.from({ length: 2000 }, (_, index) => term(`term${index % 400} number ${index}`)),
    );
    const start = performance.now();
    finder.find('term7 number and more '.repeat(5000));
    expect(performance.now() - start).toBeLessThan(500);
  });
});
