import type { Example } from '../detector';
import { exampleOf, listOf } from './page';

const LIST = listOf([
  '1|Smith, A. Lamps at sea. Birds. 2010;4:1–9.',
  '2|Lee K. Gulls at night. Birds. 2012;6:1–9.',
  '3|Brown A. Red lamps at sea. Birds. 2005;1:1–9.',
]);

const KEYED = listOf([
  'GULLS9|Smith, A. Lamps at sea. Birds. 2010;4:1–9.',
  'B2|Lee K. Gulls at night. Birds. 2012;6:1–9.',
]);
const SIGNED = {
  ...listOf(['*|Or so the town says to its visitors.', '†|The keepers have one of their own.']),
  heading: 'Notes',
  hints: 'doc-endnotes',
};

const CIRCLES = { ...listOf(['①|山田太郎：红灯。', '②|李四：海鸥。']), heading: 'Notes', hints: 'doc-endnotes' };
const LEGEND = { ...listOf(['*|p < .05, of two sides.']), heading: 'Notes', hints: 'doc-endnotes' };

const example = (name: string, source: string, finds: readonly string[], part = {}) =>
  exampleOf(name, source, finds, [], [{ ...LIST, ...part }]);

/** What `numeric-markers` must find, and where it must be silent. */
export const examples: readonly Example[] = [
  example('numbers in brackets', 'All the lamps are red [3], and gulls awake [1–2].', [
    'marker «[3]» #e3',
    'marker «[1–2]» #e1',
    'marker «[1–2]» #e2',
  ]),
  example('raised numbers', 'All the lamps are red.^{3|}', ['marker «3» #e3']),
  example('a number that a script follows', 'All the lamps are red [{3|javascript:void(0)}].', ['marker «[3]» #e3']),
  example('a number that leads elsewhere', 'All the lamps are red [{3|https://lamps.example/}].', []),
  example('a number that the list lacks', 'All the lamps are red [4].', []),
  example('an interval', 'All of the interval [1, 2] is red.', []),
  example('keys in brackets', 'All the lamps are red [GULLS9].', ['marker «[GULLS9]» #e1'], KEYED),
  example('keys that the list lacks', 'All the lamps are red [GULLS9; LAMPS7].', [], KEYED),
  example('signs behind words', 'All of the lamps are red.* So are the *old* gulls.†', ['footnote «†» #e2'], SIGNED),
  example('the sign of a note', 'All of the lamps are red.*', ['footnote «*» #e1'], SIGNED),
  example('signs that multiply', 'All of the lamps are 2 * 3 or red*3.', [], SIGNED),
  example('a number with a caret', 'All the lamps are red.[^3]', ['marker «[^3]» #e3']),
  example('circled numbers', '红色的灯让海鸥保持清醒①，也让人们睡不着。', ['footnote «①» #e1'], CIRCLES),
  example('circles that no entry has', '红色的灯让海鸥保持清醒③，也让人们睡不着。', []),
  example('a sign that belongs to a name', 'All of the lamps are made by LAMP* or PAUP†.', [], SIGNED),
  example('the legend of a table', 'All of the lamps are red.*', [], LEGEND),
  example('counters', 'Share (3) Like (2) Comments (1)', []),
  example('a count under a heading', 'References (3)', []),
  example('affiliations', 'Ada Smith^{1|} and Kim Lee^{2|}', []),
  example('a list that numbers lead to', 'All the lamps are red [3].', [], { isLinkedByNumber: true }),
  exampleOf('a page without a list', 'All the lamps are red [3].', []),
];
