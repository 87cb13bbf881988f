import { describe, expect, it } from 'vitest';
import recorded from '../../tests/fixtures/storage/v1.json';
import type { Passage } from '../../utils/model/passage';
import type { ReadingItem } from '../../utils/model/reading-item';
import { fileName, filterItems, filterPassages, groupByPage } from './shown';

const passage = recorded.passages[0] as Passage;
const item = recorded.items[0] as unknown as ReadingItem;
const author = {
  ...item,
  work: { ...item.work, csl: { ...item.work.csl, author: [{ family: 'Müller', given: 'A' }] } },
};

describe('the filter', () => {
  it.each([
    ['words of the quote', 'shift work', true],
    ['words in any order', 'WORK shift', true],
    ['the remark', 'sample', true],
    ['a tag', 'sleep', true],
    ['the page', 'example.org', true],
    ['nothing at all', '  ', true],
    ['a word that is not there', 'shift lobster', false],
  ])('finds a passage by %s', (_name, filter, found) => {
    expect(filterPassages([passage], filter)).toHaveLength(found ? 1 : 0);
  });

  it.each([
    ['its title', 'invented trial', true],
    ['its year', '2012', true],
    ['an author without the accent', 'muller', true],
    ['its kind', 'trial', true],
    ['the sentence where it was met', 'shorter sleep', true],
    ['its identifier', '10.5555/night', true],
    ['a word that is not there', 'lobster', false],
  ])('finds a work by %s', (_name, filter, found) => {
    expect(filterItems([author], filter)).toHaveLength(found ? 1 : 0);
  });
});

describe('groupByPage', () => {
  it('puts the page with the newest passage first, and two addresses of one page together', () => {
    const at = (id: string, url: string, clean: string, created: number): Passage => ({
      ...passage,
      id,
      created,
      page: { url, title: '', keys: [`url:${url}`, `clean:${clean}`] },
    });
    const groups = groupByPage([
      at('a', 'http://example.org/a', 'example.org/a', 1),
      at('b', 'https://example.org/b', 'example.org/b', 2),
      at('c', 'https://www.example.org/a', 'example.org/a', 3),
    ]);
    expect(groups.map(({ title, passages }) => [title, passages.map(({ id }) => id)])).toEqual([
      ['https://www.example.org/a', ['c', 'a']],
      ['https://example.org/b', ['b']],
    ]);
  });
});

describe('fileName', () => {
  it('says what is in the file, and the day, with leading zeros', () => {
    expect(fileName('reading-list', 'bib', new Date(2026, 10, 5))).toBe('ibid-reading-list-2026-11-05.bib');
  });
});
