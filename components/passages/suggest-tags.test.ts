import { describe, expect, it } from 'vitest';
import { spelledTag, suggestTags } from './suggest-tags';

const KNOWN = ['Harbour lamps', 'gulls', 'Lamp oil', 'Médecine', 'old lamps', 'colamp'];

describe('tags that complete what is being written', () => {
  it.each([
    [
      'those that begin with it, then by words, then within',
      'lamp',
      [],
      ['Lamp oil', 'Harbour lamps', 'old lamps', 'colamp'],
    ],
    ['whatever the accents', 'mede', [], ['Médecine']],
    ['not those chosen already', 'lamp', ['Lamp oil', 'old lamps'], ['Harbour lamps', 'colamp']],
    [
      'the first of all where nothing is written',
      ' ',
      ['gulls'],
      ['Harbour lamps', 'Lamp oil', 'Médecine', 'old lamps', 'colamp'],
    ],
    ['none where none has it', 'whale', [], []],
  ])('are %s', (_what, draft, chosen, offered) => {
    expect(suggestTags(draft, KNOWN, chosen)).toEqual(offered);
  });

  it('are six at most', () => {
    const many = Array.from({ length: 40 }, (_none, i) => `tag ${i}`);
    expect(suggestTags('tag', many, [])).toHaveLength(6);
  });

  it.each([
    ['Gulls', 'gulls'],
    ['  harbour   lamps ', 'Harbour lamps'],
    ['Whales', 'Whales'],
  ])('"%s" is written as the library writes it: "%s"', (draft, tag) => {
    expect(spelledTag(draft, KNOWN)).toBe(tag);
  });
});
