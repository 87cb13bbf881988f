import { describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import type { Collection } from '../model/collection';
import { pagesOf, type Scope, scoped, tagsOf } from './scope';

const inPage = (doi: string) => ({
  page: { url: `https://x.example/${doi}`, title: '', keys: [`doi:10.5555/${doi}`] },
});
const LIBRARY = {
  items: [
    sampleItem({ DOI: '10.5555/a' }, { id: 'a', tags: ['light'], collections: ['nights'] }),
    sampleItem(
      { DOI: '10.5555/b' },
      { id: 'b', collections: ['nights'], encounters: [{ url: 'https://x.example/c', title: 'Terns', at: 0 }] },
    ),
    sampleItem({ DOI: '10.5555/c' }, { id: 'c', tags: ['birds'] }),
  ],
  passages: [
    samplePassage('of a', { id: 'pa', ...inPage('a') }),
    samplePassage('of c', { id: 'pc', ...inPage('c') }),
    samplePassage('tagged', { id: 'pt', tags: ['light'] }),
  ],
};
/** Pages without a title by their address. */
const PAGES = ['https://x.example/a', 'https://x.example/c', 'An article'];
const NIGHTS: Collection = { id: 'nights', name: 'Nights', introduction: '', order: ['b'], created: 0, modified: 0 };

describe('a part of the library', () => {
  it.each<[string, Scope, string]>([
    ['all of it', { type: 'all' }, 'a b c pa pc pt'],
    ['a tag, with the passages of its works', { type: 'tag', tag: 'light' }, 'a pa pt'],
    ['a collection in its own order', { type: 'collection', collection: NIGHTS }, 'b a pa'],
    ['a page, with what was met there', { type: 'page', url: 'https://x.example/c', title: '' }, 'b pc'],
    ['what was chosen and no more', { type: 'ids', ids: new Set(['a', 'pc']) }, 'a pc'],
  ])('may be %s', (_what, scope, expected) => {
    const { items, passages } = scoped(LIBRARY, scope);
    expect([...items, ...passages].map(({ id }) => id).join(' ')).toBe(expected);
  });

  it('may be any page there is, the newest first, by its title or address', () => {
    expect(pagesOf(LIBRARY).map(({ title }) => title)).toEqual(PAGES);
  });

  it('may be any tag there is', () => {
    expect(tagsOf(LIBRARY)).toEqual(['birds', 'light']);
  });
});
