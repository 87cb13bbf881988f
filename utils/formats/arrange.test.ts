import { describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import { arranged, type Grouping, groupsOf, type WrittenOrder } from './arrange';

const work = (id: string, family: string, year: number | undefined, tags: readonly string[], added: number) =>
  sampleItem(
    {
      title: `On ${id}`,
      author: family ? [{ family }] : undefined,
      issued: year === undefined ? undefined : { 'date-parts': [[year]] },
    },
    { id, tags, added, work: { kind: id === 'c' ? 'book' : 'trial' } },
  );
const ITEMS = [
  work('c', 'Zinn', 2001, [], 3),
  work('a', 'ångström', undefined, ['light', 'dark'], 2),
  work('b', '', 2019, ['dark'], 1),
];

describe('the order in which works are written', () => {
  it.each<[WrittenOrder, string]>([
    ['kept', 'cab'],
    ['oldest', 'bac'],
    ['author', 'acb'],
    ['year', 'bca'],
    ['title', 'abc'],
  ])('%s', (order, expected) => {
    const { items } = arranged({ items: ITEMS, passages: [] }, order, 'none');
    expect(items.map(({ id }) => id).join('')).toBe(expected);
  });

  it('puts the works of a group together and keeps each order within', () => {
    expect(
      arranged({ items: ITEMS, passages: [] }, 'title', 'kind')
        .items.map(({ id }) => id)
        .join(''),
    ).toBe('cab');
  });

  it('sorts passages by the titles of their pages, those without one last', () => {
    const page = (title: string) => ({ url: 'https://x.example/', title, keys: [] });
    const passages = [
      samplePassage('1', { page: page('') }),
      samplePassage('2', { page: page('b') }),
      samplePassage('3', { page: page('A') }),
    ];
    const sorted = arranged({ items: [], passages }, 'title', 'none').passages;
    expect(sorted.map(({ selectors }) => selectors.quote.exact)).toEqual(['3', '2', '1']);
  });
});

describe('what works stand together by', () => {
  it.each<[Grouping, string]>([
    ['none', ':cab'],
    ['kind', 'Book:c Trial:ab'],
    ['year', '2019:b 2001:c Without a year:a'],
    ['topic', 'dark:b light:a Without a topic:c'],
  ])('%s', (groupBy, expected) => {
    const groups = groupsOf(ITEMS, groupBy);
    expect(groups.map(({ heading, items }) => `${heading}:${items.map(({ id }) => id).join('')}`).join(' ')).toBe(
      expected,
    );
  });
});
