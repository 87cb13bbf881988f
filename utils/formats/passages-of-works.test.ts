import { describe, expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import { sortPassages } from './passages-of-works';

const passage = (id: string, ...keys: string[]) =>
  samplePassage(id, { id, page: { url: 'https://x.example/', title: '', keys } });

describe('the work that a passage was marked in', () => {
  it.each([
    ['an identifier', sampleItem({}, { work: { ids: [{ scheme: 'pmid', value: '7' }] } }), 'pmid:7'],
    ['the DOI of its record, whatever its capitals', sampleItem({ DOI: '10.5555/ABC' }), 'doi:10.5555/abc'],
    ['its address, wherever on the page', sampleItem({ URL: 'https://x.example/a#top' }), 'url:https://x.example/a'],
  ])('is known by %s', (_what, item, key) => {
    const marked = passage('p', 'clean:x.example/', key);
    const { ofWork, others } = sortPassages({ items: [item], passages: [marked, passage('q', 'clean:x.example/')] });
    expect(ofWork.get(item.id)).toEqual([marked]);
    expect(others.map(({ id }) => id)).toEqual(['q']);
  });

  it('is the first of two that have one name', () => {
    const items = [sampleItem({ DOI: '10.5555/a' }), sampleItem({ DOI: '10.5555/a' }, { id: 'item-2' })];
    expect([...sortPassages({ items, passages: [passage('p', 'doi:10.5555/a')] }).ofWork.keys()]).toEqual(['item-1']);
  });
});
