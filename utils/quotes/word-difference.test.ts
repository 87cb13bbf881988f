import { describe, expect, it } from 'vitest';
import { wordDifference } from './word-difference';

const shown = (before: string, after: string) =>
  wordDifference(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'gone' ? `[-${text}-]` : `[+${text}+]`))
    .join('');

describe('the difference of words', () => {
  it.each([
    ['nothing', 'the colony doubled', 'the colony doubled', 'the colony doubled'],
    ['a word', 'the colony doubled', 'the colony grew', 'the colony [-doubled-][+grew+]'],
    ['an addition', 'the colony doubled', 'the whole colony doubled', 'the [+whole +]colony doubled'],
    ['an omission', 'the whole colony doubled', 'the colony doubled', 'the [-whole -]colony doubled'],
    ['everything', 'gulls sleep', 'terns wake', '[-gulls sleep-][+terns wake+]'],
    ['white space and case only', 'The  colony\ndoubled', 'the colony doubled', 'the colony doubled'],
    ['from nothing', '', 'gulls', '[+gulls+]'],
    ['to nothing', 'gulls', '', '[-gulls-]'],
  ])('says what changed: %s', (_name, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  it('keeps every word of texts too long to compare', () => {
    const long = Array.from({ length: 1000 }, (_, n) => `w${n}`).join(' ');
    const runs = wordDifference(long, `${long} more`);
    const of = (kind: string) =>
      runs
        .filter((run) => run.kind === 'same' || run.kind === kind)
        .map(({ text }) => text)
        .join('');
    expect(of('new')).toBe(`${long} more`);
    expect(of('gone').split(/\s+/).length).toBe(1000);
  });
});
