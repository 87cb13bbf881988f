import { expect, it } from 'vitest';
import { sectionText } from '../model/rich-text';
import { namedWorks } from './named';

const own = { scheme: 'doi', value: '10.5555/lamps' } as const;
const abstract = [
  { paragraphs: [['Registered as NCT01234567; see doi:10.5555/terns.']] },
  { heading: 'Note', paragraphs: [['Of ', { mark: 'em', children: ['gulls'] } as const], ['Also 10.5555/Lamps.']] },
];

it('tells where a summary names works other than itself', () => {
  const named = namedWorks(abstract, [own]);
  expect(named.map(({ identifier }) => identifier.value)).toEqual(['NCT01234567', '10.5555/terns']);
  expect(named.map(({ section, start, end }) => sectionText(abstract[section]!).slice(start, end))).toEqual([
    'NCT01234567',
    'doi:10.5555/terns',
  ]);
});

it('tells no more than a text has room for', () => {
  const words = Array.from({ length: 50 }, (_, index) => `doi:10.5555/a.${index}`).join(' ');
  expect(namedWorks([{ paragraphs: [[words]] }], [])).toHaveLength(20);
});
