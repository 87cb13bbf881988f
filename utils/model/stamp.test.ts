import { describe, expect, it } from 'vitest';
import { firstStamp, nextStamp, readStamp, stampText } from './stamp';

const NOW = 1_796_000_000_000;
const [A, B] = ['aaaaaaaa', 'bbbbbbbb'];

describe('the stamp of a change', () => {
  it.each([
    { wall: NOW, counter: 3, node: A },
    { wall: 0, counter: 0xffff, node: B },
  ])('comes back from its text: %o', (stamp) => {
    expect(readStamp(stampText(stamp))).toEqual(stamp);
  });

  it.each([undefined, 5, '', 'x', `${'0'.repeat(11)}-0000-${A}`, `${stampText({ wall: 1, counter: 1, node: A })} `])(
    'is not read from %o',
    (text) => {
      expect(readStamp(text)).toBeUndefined();
    },
  );

  it('rises with every change, though the clock stands, jumps back a year, or jumps ahead and back', () => {
    const clock = [NOW, NOW, NOW - 31_536_000_000, NOW + 31_536_000_000, NOW + 1, NOW + 2, Number.NaN];
    let last: string | undefined;
    const stamps = clock.map((now) => {
      last = nextStamp(last, now, A);
      return last;
    });
    expect(stamps.toSorted()).toEqual(stamps);
    expect(new Set(stamps).size).toBe(stamps.length);
  });

  it('rises past what the counter holds', () => {
    const full = stampText({ wall: NOW, counter: 0xffff, node: A });
    expect(nextStamp(full, NOW, A) > full).toBe(true);
  });

  it('comes after the change of another device that was learnt of, though that one is ahead', () => {
    const other = nextStamp(undefined, NOW + 60_000, B);
    expect(nextStamp(other, NOW, A) > other).toBe(true);
  });

  it('of an entry from before there were stamps is the same on every device, and before the next change', () => {
    expect(firstStamp(NOW)).toBe(firstStamp(NOW));
    expect(firstStamp(NOW) < nextStamp(firstStamp(NOW), NOW, A)).toBe(true);
    expect(readStamp(firstStamp(Number.NaN))?.wall).toBe(0);
  });
});
