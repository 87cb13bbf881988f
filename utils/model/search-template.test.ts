import { describe, expect, it } from 'vitest';
import { DEFAULT_SEARCHES, fillSearch, parseSearches, readSearches, searchesText } from './search-template';

describe('a search of one’s own', () => {
  it.each([
    ['https://a.example/?q={title}', 'https://a.example/?q=Gulls%20%26%20lamps'],
    ['https://a.example/{year}?q={title}+{author}', 'https://a.example/2012?q=Gulls%20%26%20lamps+'],
    ['https://a.example/{doi}', 'https://a.example/10.5555%2Fa'],
  ])('fills %s', (url, expected) => {
    expect(fillSearch({ label: 'A', url }, { title: 'Gulls & lamps', year: '2012', doi: '10.5555/a' })).toBe(expected);
  });

  it('is written and read back as it was', () => {
    expect(parseSearches(searchesText(DEFAULT_SEARCHES))).toEqual({ searches: DEFAULT_SEARCHES, broken: [] });
  });

  it.each([
    ['no address', 'PubMed'],
    ['no name', '= https://a.example/?q={title}'],
    ['no place for what is searched for', 'A = https://a.example/'],
    ['code instead of an address', 'A = javascript:alert({title})'],
    ['another protocol', 'A = file:///{title}'],
  ])('is refused with %s, and the others are kept', (_why, line) => {
    const text = `One = https://one.example/?q={title}\n\n${line}\n`;
    expect(parseSearches(text)).toEqual({
      searches: [{ label: 'One', url: 'https://one.example/?q={title}' }],
      broken: [3],
    });
  });

  it.each([
    [undefined, undefined],
    ['text', undefined],
    [[], []],
    [[{ label: 'A', url: 'javascript:{title}' }, 5, null], []],
  ])('is read from %j as %j', (stored, expected) => {
    expect(readSearches(stored)).toEqual(expected);
  });
});
