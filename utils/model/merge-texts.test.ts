import { describe, expect, it } from 'vitest';
import { mergeLists, mergeTexts } from './merge-texts';

describe('two edits of one text', () => {
  it.each([
    ['only one was made', 'a', 'a b', 'a', 'a b'],
    ['only the other was made', 'a', 'a', 'a c', 'a c'],
    ['they are the same', '', 'new', 'new', 'new'],
    ['both wrote into nothing', '', 'mine', 'theirs', 'mine\n\ntheirs'],
    ['both went on from the same', 'seen', 'seen, mine', 'seen, theirs', 'seen, mine, theirs'],
    ['one added before and one behind', 'seen', 'seen mine', 'theirs seen', 'theirs seen mine'],
    ['both rewrote it', 'seen', 'mine', 'theirs', 'mine\n\ntheirs'],
    ['one rewrote it and the other went on', 'seen', 'mine', 'seen theirs', 'mine theirs'],
    ['one emptied it and the other went on', 'seen', '', 'seen theirs', 'seen theirs'],
    ['one holds the other', 'seen', 'seen, and theirs, and mine', 'seen, and theirs', 'seen, and theirs, and mine'],
    ['a text looks like a pattern', 'a', 'a $& $1', 'b a', 'b a $& $1'],
  ])('where %s', (_name, seen, mine, stored, expected) => {
    const merged = mergeTexts(seen, mine, stored);
    expect(merged).toBe(expected);
    expect(mergeTexts(seen, mine, merged)).toBe(merged);
  });

  it('come to rest however often the two windows save', () => {
    let stored = '';
    stored = mergeTexts('', 'one', stored);
    stored = mergeTexts('', 'two', stored);
    // The second window goes on from what it was given back, the first from what it wrote.
    stored = mergeTexts(stored, `${stored}!`, stored);
    stored = mergeTexts('one', 'one more', stored);
    expect(stored).toBe('two\n\none more!');
  });
});

describe('two edits of one list', () => {
  it.each([
    [['a'], ['a', 'b'], ['a', 'c'], ['a', 'c', 'b']],
    [['a', 'b'], ['a'], ['a', 'b', 'c'], ['a', 'c']],
    [['a', 'b'], ['b'], ['a'], []],
    [[], ['a'], ['a'], ['a']],
  ])('from %j to %j and %j make %j', (seen, mine, stored, expected) => {
    const merged = mergeLists(seen, mine, stored);
    expect(merged).toEqual(expected);
    expect(mergeLists(seen, mine, merged)).toEqual(merged);
  });
});
