import { describe, expect, it } from 'vitest';
import { fold, stemsOf } from './words';

const stems = (text: string) => stemsOf(fold(text));

describe('stems', () => {
  it.each([
    ['endings', 'sleeping sleeps', 'sleep'],
    ['British spelling', 'tumour behaviour', 'tumor behavior'],
    ['ligatures written out', 'haemoglobin oestrogen', 'hemoglobin estrogen'],
    ['Greek letters', 'IFN-γ', 'IFN gamma'],
    ['accents', 'naïve', 'naive'],
    ['case', 'GULLS', 'gulls'],
  ])('are the same whatever the %s', (_name, one, other) => {
    expect(new Set(stems(one))).toEqual(new Set(stems(other)));
  });

  it('leave out words that say nothing, and keep numbers and their decimals', () => {
    expect(stems('It was 2.5 or 3 of the 40')).toEqual(['2.5', '3', '40']);
  });

  it('keep short words that only look like an old spelling', () => {
    expect(stems('four hours')).toEqual(['four', 'hour']);
  });

  it.each([
    ['Japanese', 'カモメは海岸に住む。', ['カモメ', '海岸', '住む']],
    ['Chinese', '海鸥的睡眠', ['海鸥', '的', '睡眠']],
  ])('are words where no spaces divide them: %s', (_name, text, expected) => {
    expect(stems(text)).toEqual(expected);
  });
});
