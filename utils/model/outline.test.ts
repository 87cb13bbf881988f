import { describe, expect, it } from 'vitest';
import type { Citation } from './citation';
import { createGrouping } from './outline';

const doi = (value: string) => ({ scheme: 'doi', value: `10.5555/${value}` }) as const;
const citation = (label: string, more: Partial<Citation> = {}): Citation => ({
  kind: 'marker',
  label,
  identifiers: [],
  confidence: 1,
  ...more,
});
const entry = (text: string, ...ids: string[]) => ({ text, identifiers: ids.map(doi) });

/** Places of each work. */
function places(...citations: Citation[]): number[][] {
  const grouping = createGrouping();
  grouping.add(citations.map((one, place) => ({ citation: one, place })));
  return grouping.works().map((work) => [...work.places]);
}

describe('citations grouped by work', () => {
  it.each([
    [
      'one entry cited twice',
      [citation('1', { reference: entry('Tarn 2012') }), citation('1', { reference: entry('Tarn 2012') })],
      [[0, 1]],
    ],
    [
      'two entries',
      [citation('1', { reference: entry('Tarn 2012') }), citation('2', { reference: entry('Moor 2014') })],
      [[0], [1]],
    ],
    [
      'a link and an entry that name one identifier',
      [citation('here', { identifiers: [doi('a')] }), citation('2'), citation('1', { reference: entry('Tarn', 'a') })],
      [[0, 2], [1]],
    ],
    [
      'links to two places of one document',
      [citation('a', { url: 'https://a.example/p#1' }), citation('b', { url: 'https://a.example/p#2' })],
      [[0, 1]],
    ],
    ['labels that lead nowhere', [citation('3'), citation('3'), citation('4')], [[0, 1], [2]]],
  ] as const)('takes %s', (_name, citations, expected) => {
    expect(places(...citations)).toEqual(expected);
  });

  it('keeps the order of appearance, and shows the citation that tells most', () => {
    const grouping = createGrouping();
    const linked = citation('here', { identifiers: [doi('a')] });
    const printed = citation('1', { reference: entry('Tarn 2012', 'a') });
    grouping.add([
      { citation: linked, place: 7 },
      { citation: citation('9'), place: 8 },
    ]);
    grouping.add([{ citation: printed, place: 9 }]);
    expect(grouping.works().map((work) => [work.citation.label, work.places])).toEqual([
      ['1', [7, 9]],
      ['9', [8]],
    ]);
  });
});
