import { expect, it } from 'vitest';
import { sampleItem, samplePassage } from '../../tests/formats/samples';
import { freshStorage } from '../../tests/storage';
import { createItemStore } from './items';
import { createLibrary } from './library';
import { createPassageStore } from './passages';
import { createShelf } from './shelf';

const NUMBERS = Array.from({ length: 130 }, (_, i) => i);
const three = (i: number) => String(i).padStart(3, '0');

it.each([
  ['at other times than their ids say', (i: number) => (i * 17) % 130],
  ['at one time', () => 5],
])('gives entries whole that were kept %s, wherever they stand, without the deleted', async (_when, timeOf) => {
  const library = createLibrary(freshStorage());
  const items = NUMBERS.map((i) =>
    sampleItem({ DOI: `10.5555/${i}` }, { id: `w${three(i)}`, remark: 'Mine', added: timeOf(i) }),
  );
  const pageOf = (i: number) => ({
    url: `https://page.example/${i % 3}`,
    title: '',
    keys: [`page:${i % 3}`, 'page:0'],
  });
  const passages = NUMBERS.map((i) =>
    samplePassage(`Quote ${i}`, { id: `p${three(i)}`, created: timeOf(i), page: pageOf(i) }),
  );
  await Promise.all(items.map((item) => createItemStore(library).update(item.id, () => item)));
  await Promise.all(passages.map((passage) => createPassageStore(library).update(passage.id, () => passage)));
  const shelf = createShelf(library, { items, passages });
  await createItemStore(library).update('w007', (item) => item && { ...item, deleted: 9 });

  for (const chosen of [
    [0, 1, 2, 3],
    [0, 59],
    [0, 3, 51, 54, 57],
    [1, 4, 52, 55, 58],
    [0, 1, 3, 4, 6, 7, 9, 10, 57, 58],
    [7, 8],
    NUMBERS,
    [30],
    [],
  ]) {
    const kept = chosen.filter((i) => i !== 7);
    const found = await shelf.works(chosen.map((i) => items[i]!));
    expect(new Set(found)).toEqual(new Set(kept.map((i) => items[i])));
    expect(found).toHaveLength(kept.length);
    expect(new Set(await shelf.passages(chosen.map((i) => passages[i]!)))).toEqual(
      new Set(chosen.map((i) => passages[i])),
    );
  }
});
