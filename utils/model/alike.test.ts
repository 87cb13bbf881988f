import { describe, expect, it } from 'vitest';
import { alikeKey } from './alike';

const WORDS = 'Terns nest on amber cliffs where nobody walks.';

describe('quotes', () => {
  it.each([
    ['spaces', 'Terns  nest on\n amber cliffs where nobody walks.'],
    ['marks', '“Terns nest on amber cliffs, where nobody walks”'],
    ['capitals', WORDS.toUpperCase()],
    ['ligatures', WORDS.replace('ff', 'ﬀ')],
    ['soft hyphens', WORDS.replace('amber', 'am\u00adber')],
  ])('are alike whatever their %s', (_name, other) => {
    expect(alikeKey(other)).toBe(alikeKey(WORDS));
  });

  it('of other words are not alike', () => {
    expect(alikeKey(WORDS.replace('amber', 'umber'))).not.toBe(alikeKey(WORDS));
    expect(alikeKey(`${WORDS} Often.`)).not.toBe(alikeKey(WORDS));
  });

  it.each(['', 'shift work', '… — …'])('too short to be telling have no key: %s', (words) => {
    expect(alikeKey(words)).toBeUndefined();
  });
});
