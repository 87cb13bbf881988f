import { describe, expect, it } from 'vitest';
import { type Listed, packRetractions, readRetractions } from './retraction-list';

/** Hashes that differ late, so that order has to be looked for. */
const hash = (i: number) => Uint8Array.from({ length: 32 }, (_none, at) => (at === 7 ? i : at === 6 ? i >> 8 : 9));
const listed = (i: number): Listed => ({ kind: i % 2 ? 'concern' : 'retraction', date: `20${10 + (i % 10)}-03-04` });

describe('a list of retracted works', () => {
  const entries = Array.from({ length: 300 }, (_none, i) => ({ hash: hash(299 - i), listed: listed(i) }));
  const list = readRetractions(packRetractions(entries, '2026-05-03'))!;

  it('finds every name in it, with what happened when', () => {
    expect([list.size, list.made]).toEqual([300, '2026-05-03']);
    for (const { hash: name, listed: said } of entries) expect(list.find(name)).toEqual(said);
  });

  it('finds no other name', () => {
    for (const i of [300, 700, 65535]) expect(list.find(hash(i))).toBeUndefined();
    expect(list.find(new Uint8Array(32))).toBeUndefined();
  });

  it.each<Listed>([
    { kind: 'correction' },
    { kind: 'retraction', date: '2012' },
    { kind: 'concern', date: '2012-03' },
    { kind: 'retraction', date: '1997-12-31' },
  ])('keeps %j as it is', (said) => {
    expect(readRetractions(packRetractions([{ hash: hash(1), listed: said }], '2026'))?.find(hash(1))).toEqual(said);
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['something else', new Uint8Array(64)],
    ['half a list', packRetractions(entries, '2026-05-03').subarray(0, 100)],
  ])('is none in %s', (_what, bytes) => {
    expect(readRetractions(bytes)).toBeUndefined();
  });

  it('may be empty', () => {
    expect(readRetractions(packRetractions([], '2026'))?.find(hash(1))).toBeUndefined();
  });
});
