import { describe, expect, it } from 'vitest';
import { describeQuote } from './describe-quote';
import { createNearby } from './nearby';

const line = (i: number) => `Line ${i * 7919} tells of lamp ${(i * 104_729) % 9973}. `;
const lines = (from: number, to: number) => Array.from({ length: to - from }, (_none, i) => line(from + i)).join('');
const PASSAGE = 'The colony doubled in a single winter without lamps.';
const ORIGINAL = lines(0, 400) + PASSAGE + lines(400, 800);
const START = ORIGINAL.indexOf(PASSAGE);
const QUOTE = { ...describeQuote(ORIGINAL, START, START + PASSAGE.length), hintStart: START };

const finderOf = (text: string, isPrepared = false) => createNearby(text, () => isPrepared);
const changed = (words: string) => `A line on top. ${lines(0, 400)}${words}${lines(400, 800)}`;
const wordsAt = (text: string, place: { start: number; end: number } | undefined) =>
  place && text.slice(place.start, place.end);

describe('without preparing a text, a quote is found', () => {
  it('by pieces of it and of what stands around it, when it has moved and changed', () => {
    const words = PASSAGE.replace('doubled', 'grew');
    const text = changed(words);
    expect(wordsAt(text, finderOf(text).findEasily(QUOTE))).toBe(words);
  });

  it('not by pieces once the text is being prepared', () => {
    expect(finderOf(changed(PASSAGE.replace('doubled', 'grew')), true).findEasily(QUOTE)).toBeUndefined();
  });

  it('between two neighbours that agree on its place, with half of its words changed', () => {
    const words = 'The gulls tripled in a single summer beside lamps.';
    const text = changed(words);
    const { learn, findEasily } = finderOf(text, true);
    learn(100, 115);
    expect(findEasily(QUOTE)).toBeUndefined();
    learn(START + 500, START + 515);
    expect(wordsAt(text, findEasily(QUOTE))).toBe(words);
  });

  it('nowhere between two neighbours when other words stand there, or none', () => {
    for (const words of ['Rain fell on the marquee while a brass band played.', '']) {
      const { learn, findEasily } = finderOf(changed(words), true);
      learn(100, 115);
      learn(START + 500, START + 515);
      expect(findEasily(QUOTE)).toBeUndefined();
    }
  });

  it('nowhere far from where it stood', () => {
    const text = `${lines(1000, 3000)}${changed(PASSAGE)}`;
    expect(finderOf(text).findEasily(QUOTE)).toBeUndefined();
  });
});
