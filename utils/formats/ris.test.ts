import { describe, expect, it } from 'vitest';
import { asOneLine, HOSTILE, sampleItem } from '../../tests/formats/samples';
import type { ReadingItem } from '../model/reading-item';
import type { CslName } from '../model/work';
import { writeWhole } from './format';
import { ris } from './ris';

const written = (...items: ReadingItem[]): string =>
  writeWhole(ris, { items, passages: [] }, { generatedAt: new Date(0) });

/** Records as lists of tag and value, read by the letter: one line a tag, and nothing else but empty lines between records. */
function read(text: string): readonly (readonly (readonly [string, string])[])[] {
  return text
    .split(/^ER {2}- \r\n/m)
    .map((record) =>
      record
        .split('\r\n')
        .filter(Boolean)
        .map((line) => {
          const parts = /^([A-Z][A-Z0-9]) {2}- (.*)$/.exec(line);
          if (!parts) throw new Error(`Not a line of RIS: ${line}`);
          return [parts[1]!, parts[2]!] as const;
        }),
    )
    .filter((record) => record.length > 0);
}

const values = (item: ReadingItem, tag: string): readonly string[] =>
  read(written(item))[0]!
    .filter(([name]) => name === tag)
    .map(([, value]) => value);

describe('RIS', () => {
  it('begins every record with its type and ends it', () => {
    const text = written(sampleItem(), sampleItem({ type: 'book' }, { id: 'item-2' }));
    expect(read(text).map((record) => record[0])).toEqual([
      ['TY', 'JOUR'],
      ['TY', 'BOOK'],
    ]);
    expect(text.match(/^ER {2}- \r$/gm)).toHaveLength(2);
  });

  it.each<[string, CslName, string]>([
    ['a person', { family: 'Müller', given: 'Jürgen' }, 'Müller, Jürgen'],
    ['a particle', { family: 'Gaulle', given: 'Charles', 'non-dropping-particle': 'de' }, 'de Gaulle, Charles'],
    ['a suffix', { family: 'King', given: 'Martin', suffix: 'Jr.' }, 'King, Martin, Jr.'],
    ['a group', { literal: 'World Health Organization' }, 'World Health Organization'],
    ['a comma within a part', { family: 'Smith, Jones', given: 'A.' }, 'Smith Jones, A.'],
    ['a family name alone', { family: 'Plato' }, 'Plato'],
  ])('names %s', (_name, name, expected) => {
    expect(values(sampleItem({ author: [name] }), 'AU')).toEqual([expected]);
  });

  it('gives every author a line', () => {
    const author = Array.from({ length: 100 }, (_, i) => ({ family: `Author${i}` }));
    expect(values(sampleItem({ author }), 'AU')).toEqual(author.map(({ family }) => family));
  });

  it.each([
    [[2019], '2019'],
    [[-44, 3, 15], '-0044/03/15'],
    [[2019, 5], '2019/05'],
    [[2019, 5, 7], '2019/05/07'],
  ])('dates %j as precisely as known', (parts, date) => {
    const item = sampleItem({ issued: { 'date-parts': [parts] } });
    expect([values(item, 'PY'), values(item, 'DA')]).toEqual([[String(parts[0])], [date]]);
  });

  it.each([
    [{ 'date-parts': [[1998]], season: '4' }, '1998///Winter'],
    [{ 'date-parts': [[1905, 3]], circa: true }, '1905/03//circa'],
    [{ 'date-parts': [[2019, 12], [2020, 2]] }, '2019/12//to 2020-02'], // biome-ignore format: one line a case
    [{ 'date-parts': [[2019, 5, 7]], season: 'A/B' }, '2019/05/07/A B'],
  ])('says of %j in words what is no day', (issued, date) => {
    expect(values(sampleItem({ issued }), 'DA')).toEqual([date]);
  });

  it('numbers a book in its series, and a chapter', () => {
    const inSeries = { 'collection-title': 'S', 'collection-number': '7' };
    expect(values(sampleItem({ type: 'book', ...inSeries }), 'M1')).toEqual(['7']);
    expect(values(sampleItem({ type: 'chapter', ...inSeries }), 'SV')).toEqual(['7']);
  });

  it('divides pages into first and last', () => {
    expect(['SP', 'EP'].map((tag) => values(sampleItem({ page: '131–137' }), tag))).toEqual([['131'], ['137']]);
    expect(['SP', 'EP'].map((tag) => values(sampleItem({ page: 'e12345' }), tag))).toEqual([['e12345'], []]);
  });

  it('carries identifiers, remark, tags and abstract', () => {
    const item = sampleItem(
      { DOI: '10.5555/abc', PMID: '123', URL: 'https://x.example/', abstract: 'What was found.' },
      { remark: 'Mine', tags: ['one', 'two'] },
    );
    expect(['DO', 'AN', 'UR', 'AB', 'N1', 'KW'].map((tag) => values(item, tag))).toEqual([
      ['10.5555/abc'],
      ['PMID: 123'],
      ['https://x.example/'],
      ['What was found.'],
      ['Mine'],
      ['one', 'two'],
    ]);
  });

  it.each(HOSTILE)('keeps %s inside its line', (_name, text) => {
    const item = sampleItem({ title: text, abstract: text, author: [{ literal: text }] }, { remark: text });
    expect(read(written(item))).toHaveLength(1);
    expect([values(item, 'TI'), values(item, 'AB'), values(item, 'N1')]).toEqual(Array(3).fill([asOneLine(text)]));
  });
});
