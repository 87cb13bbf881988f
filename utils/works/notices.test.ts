import { describe, expect, it } from 'vitest';
import type { Notice } from '../model/work';
import { noticeKind, uniteNotices } from './notices';

describe('the words of services', () => {
  it.each([
    ['retraction', 'retraction'],
    ['Retraction in', 'retraction'],
    ['partial_retraction', 'partial-retraction'],
    ['Partial retraction in', 'partial-retraction'],
    ['reinstatement', 'reinstatement'],
    ['removal', 'withdrawal'],
    ['withdrawal', 'withdrawal'],
    ['expression_of_concern', 'concern'],
    ['Expression of concern in', 'concern'],
    ['erratum', 'correction'],
    ['Erratum in', 'correction'],
    ['corrigendum', 'correction'],
    ['Corrected and republished in', 'correction'],
    ['Retracted and republished in', 'retraction'],
    ['Retracted and republished from', undefined],
    ['new_version', 'newer-version'],
    ['Update in', 'newer-version'],
    ['Preprint of', 'newer-version'],
    ['Comment in', undefined],
    ['Erratum for', undefined],
    ['', undefined],
  ])('%j mean %s', (words, kind) => {
    expect(noticeKind(words)).toBe(kind);
  });
});

describe('united notices', () => {
  it('are one for one event, with all that is known of it, gravest first', () => {
    expect(
      uniteNotices([
        { kind: 'correction', source: 'a' },
        { kind: 'retraction', source: 'b' },
        { kind: 'retraction', doi: '10.5555/r', source: 'a' },
        { kind: 'retraction', doi: '10.5555/r', date: '2012-01', source: 'c' },
        { kind: 'correction', doi: '10.5555/c1', source: 'a' },
        { kind: 'correction', doi: '10.5555/c2', source: 'a' },
      ]),
    ).toEqual([
      { kind: 'retraction', doi: '10.5555/r', date: '2012-01', source: 'b' },
      { kind: 'correction', doi: '10.5555/c1', source: 'a' },
      { kind: 'correction', doi: '10.5555/c2', source: 'a' },
    ]);
  });

  const of = (kind: Notice['kind'], date?: string, more: Partial<Notice> = {}): Notice => ({
    kind,
    source: 'a',
    ...(date && { date }),
    ...more,
  });
  it.each<[string, readonly Notice[], readonly Notice['kind'][]]>([
    ['is lifted', [of('retraction', '2012-01'), of('reinstatement', '2013')], ['reinstatement']],
    [
      'is lifted in the year in which it was made',
      [of('retraction', '2012-01'), of('reinstatement', '2012')],
      ['reinstatement'],
    ],
    ['is lifted for those, too, who give no date', [of('retraction'), of('reinstatement', '2013')], ['reinstatement']],
    ['is lifted by what has no date', [of('withdrawal', '2012'), of('reinstatement')], ['reinstatement']],
    ['stands where it came after', [of('reinstatement', '2012-03'), of('retraction', '2012-04')], ['retraction']],
    [
      'leaves a correction',
      [of('correction'), of('retraction', '2012'), of('reinstatement', '2013')],
      ['correction', 'reinstatement'],
    ],
    [
      'of a part is not one of the whole',
      [of('partial-retraction', '2012'), of('retraction', '', { source: 'openalex' })],
      ['partial-retraction'],
    ],
    [
      'that is only a flag is a withdrawal where one is told of',
      [of('withdrawal', '2012'), of('retraction', '', { source: 'openalex' })],
      ['withdrawal'],
    ],
    [
      'of the whole stands beside one of a part',
      [of('partial-retraction', '2012'), of('retraction', '2014')],
      ['retraction', 'partial-retraction'],
    ],
  ])('a retraction %s', (_, notices, kinds) => {
    expect(uniteNotices(notices).map(({ kind }) => kind)).toEqual(kinds);
    expect(uniteNotices([...notices].reverse()).map(({ kind }) => kind)).toEqual(kinds);
  });
});
