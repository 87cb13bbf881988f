import { describe, expect, it } from 'vitest';
import { sampleItem } from '../../tests/formats/samples';
import { citationKeys } from './citation-key';

const named = (family: string, year: number | undefined, title: string) =>
  sampleItem({ author: [{ family }], title, ...(year === undefined ? {} : { issued: { 'date-parts': [[year]] } }) });

describe('a citation key', () => {
  it.each([
    [
      'is author, year and the first telling word',
      named('Manning', 2012, 'The effect of alcohol'),
      'manning2012effect',
    ],
    ['spells accents in ASCII', named('Müller', 2019, 'Über Größe'), 'muller2019uber'],
    ['spells letters that have no base letter', named('Øverłand-Æß', 2019, 'Łódź'), 'overlandaess2019lodz'],
    ['says when there is no date', named('Undated', undefined, 'No year'), 'undatedndno'],
    ['does without an author', sampleItem({ title: 'Anonymous letters' }), 'anonndanonymous'],
    ['does without any Latin letter', named('王', 2019, '量子计算的进展'), 'anon2019'],
    ['has no minus sign for years before 1', named('Homer', -750, 'Iliad'), 'homer750iliad'],
    [
      'takes a telling word of a group',
      sampleItem({ author: [{ literal: 'The World Bank' }], title: 'Poverty' }),
      'worldndpoverty',
    ],
    [
      'takes the editor where there is no author',
      sampleItem({ editor: [{ family: 'Only' }], title: 'A volume' }),
      'onlyndvolume',
    ],
  ])('%s', (_name, item, key) => {
    expect(citationKeys([item])).toEqual([key]);
  });

  it('is unique, and the work listed first keeps the plain one', () => {
    const items = [3, 1, 2].map((added) => ({ ...named('Doe', 2020, 'Sleep'), id: `item-${added}`, added }));
    expect(citationKeys(items)).toEqual(['doe2020sleepb', 'doe2020sleep', 'doe2020sleepa']);
  });

  it('does not run into a key that another work has by nature', () => {
    const twice = [1, 2].map((added) => ({ ...named('Doe', 2020, 'Sleep'), id: `item-${added}`, added }));
    const third = { ...named('Doe', 2020, 'Sleepa'), id: 'item-3', added: 3 };
    expect(new Set(citationKeys([...twice, third])).size).toBe(3);
  });

  it('stays unique beyond the alphabet', () => {
    const items = Array.from({ length: 800 }, (_, i) => ({
      ...named('Doe', 2020, 'Sleep'),
      id: `item-${i}`,
      added: i,
    }));
    expect(new Set(citationKeys(items)).size).toBe(800);
  });
});
