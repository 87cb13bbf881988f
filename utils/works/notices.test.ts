import { describe, expect, it } from 'vitest';
import { noticeFromTitle, noticeKind, uniteNotices } from './notices';

describe('a title', () => {
  it.each([
    ['RETRACTED: Lamps and gulls', 'retraction'],
    ['Retracted Article: Lamps and gulls', 'retraction'],
    ['[RETRACTED] Lamps and gulls', 'retraction'],
    ['Lamps and gulls [Retracted]', 'retraction'],
    ['(Retracted) Lamps and gulls', 'retraction'],
    ['Lamps and gulls (Retracted article. See vol. 3, pg. 4, 2012)', 'retraction'],
    ['Lamps and gulls – RETRACTED', 'retraction'],
    ['Why gulls were retracted', undefined],
    ['WITHDRAWN: Lamps for gulls', 'withdrawal'],
    ['REMOVED: Lamps for gulls', 'withdrawal'],
    ['TEMPORARY REMOVAL: Lamps for gulls', 'withdrawal'],
    ['Removed lamps for gulls', undefined],
    ['Retracted potential of lamps', undefined],
    ['Retraction: Lamps and gulls', undefined],
    ['Withdrawn gulls under lamps', undefined],
  ])('%j says %s of its work', (title, kind) => {
    expect(noticeFromTitle(title, 'x')?.kind).toBe(kind);
  });
});

describe('the words of services', () => {
  it.each([
    ['retraction', 'retraction'],
    ['Retraction in', 'retraction'],
    ['partial_retraction', 'retraction'],
    ['removal', 'retraction'],
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
});
