import { describe, expect, it } from 'vitest';
import { readTerms, readTermsFile, type Term, termsFile, withTerm } from './term';

const term = (word: string, more: Partial<Term> = {}): Term => ({
  id: `id-${word}-0000`,
  word,
  definition: `what ${word} is`,
  modified: 1,
  ...more,
});
let serial = 0;
const newId = () => `new-id-${++serial}`;

describe('terms', () => {
  it.each<[string, unknown, readonly string[]]>([
    ['nothing', undefined, []],
    ['something else', { a: 1 }, []],
    [
      'damaged ones among sound ones',
      [term('gull'), { word: 'tern' }, 7, null, { ...term('auk'), definition: '  ' }],
      ['gull'],
    ],
    ['one word twice', [term('gull'), term('GULL', { id: 'another-id' })], ['GULL']],
    ['words in their order', [term('tern'), term('Auk')], ['Auk', 'tern']],
  ])('are read from %s', (_name, raw, words) => {
    expect(readTerms(raw).map(({ word }) => word)).toEqual(words);
  });

  it('give way to one with the same id or word', () => {
    const terms = [term('gull'), term('tern')];
    expect(withTerm(terms, term('gull', { id: terms[1]!.id })).map(({ id }) => id)).toEqual([terms[1]!.id]);
    expect(withTerm(terms, term('Tern', { id: 'id-new-0000' }))).toHaveLength(2);
  });

  it('come back from their file as they were', () => {
    const terms = [term('gull', { definition: 'a bird:\n"white"' }), term('tern')];
    const back = readTermsFile(termsFile(terms), newId, 5);
    expect(back.broken).toBe(0);
    expect(back.terms.map(({ word, definition }) => [word, definition])).toEqual(
      terms.map(({ word, definition }) => [word, definition]),
    );
  });

  it('are read from lines, and what is no entry is counted', () => {
    const { terms, broken } = readTermsFile('gull: a bird\n\ntern\tanother: bird\nno entry\n', newId, 5);
    expect(terms.map(({ word, definition }) => `${word}=${definition}`)).toEqual(['gull=a bird', 'tern=another: bird']);
    expect(broken).toBe(1);
  });

  it('are read from a hostile file without harm', () => {
    const { terms, broken } = readTermsFile(
      '{"terms":[{"word":{"a":1}},null,{"word":"<b>x</b>","definition":"y"}]}',
      newId,
      5,
    );
    expect(terms.map(({ word }) => word)).toEqual(['<b>x</b>']);
    expect(broken).toBe(2);
  });
});
