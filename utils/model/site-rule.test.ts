import { describe, expect, it } from 'vitest';
import {
  changedRules,
  fitsLabel,
  labelShape,
  readRules,
  rulesFile,
  rulesInFile,
  type SiteRule,
  siteOf,
} from './site-rule';

const RULE: SiteRule = { site: 'a.example', says: 'not', selector: 'nav.toc a', shape: '[0]' };

describe('the shape of a label', () => {
  it.each([
    ['[3]', '[0]'],
    ['[12–14, 20]', '[0]'],
    [' 3 ', '0'],
    ['2012', 'y'],
    ['Tarn et al. 2012a', 'a. ya'],
    ['(Tarn 2012)', '(a y)'],
    ['Home', 'a'],
    ['Read more', 'a'],
    ['White lamps and the sleep of gulls', 'words'],
    ['†', '†'],
    ['', ''],
  ])('%j is %j', (label, shape) => expect(labelShape(label)).toBe(shape));

  it('does not grow with the label', () => expect(labelShape('!a'.repeat(1000)).length).toBeLessThanOrEqual(60));
});

describe('rules', () => {
  it.each([
    ['the same shape', RULE, '[7]', true],
    ['another shape', RULE, '7', false],
    ['the very words', { ...RULE, shape: '=[7]' }, '[7]', true],
    ['other words', { ...RULE, shape: '=[7]' }, '[8]', false],
  ])('fit labels of %s', (_name, rule, label, fits) => expect(fitsLabel(rule, { kind: 'marker', label })).toBe(fits));

  it('are kept once, latest first, and can be taken away', () => {
    const other = { ...RULE, says: 'is' } as const;
    const both = changedRules([RULE], { add: [other, RULE], remove: [] });
    expect(both).toEqual([other, RULE]);
    expect(changedRules(both, { add: [], remove: [RULE] })).toEqual([other]);
  });

  it('come back from their file', () => expect(rulesInFile(rulesFile([RULE]))).toEqual([RULE]));

  it.each(['', '{}', '[]', 'null', '{"rules":[]}', '<a>'])('%j is no file of rules', (text) =>
    expect(rulesInFile(text)).toBeUndefined(),
  );

  it.each([
    ['a selector that is none', { selector: 'a{' }],
    ['a selector that is slow to try', { selector: ':has(* * *)' }],
    ['two selectors', { selector: 'a, b' }],
    ['an escape', { selector: 'a[href="\\"]' }],
    ['no verdict', { says: 'maybe' }],
    ['no site', { site: '' }],
    ['a long shape', { shape: 'x'.repeat(61) }],
  ])('with %s are left out', (_name, change) => expect(readRules([{ ...RULE, ...change }, RULE])).toEqual([RULE]));

  it.each([undefined, null, 7, 'x', {}, [null], [[]]])('%j holds none', (stored) =>
    expect(readRules(stored)).toEqual([]),
  );
});

it.each([
  ['https:', 'www.a.example', 'a.example'],
  ['file:', '', 'file:'],
])('the site of %s%s is %s', (protocol, hostname, site) => expect(siteOf({ protocol, hostname })).toBe(site));
