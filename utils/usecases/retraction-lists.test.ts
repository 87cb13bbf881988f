import { describe, expect, it, vi } from 'vitest';
import { packRetractions } from '../works/retraction-list';
import { createRetractionLists } from './retraction-lists';

const listOf = (size: number, made: string) =>
  packRetractions(
    Array.from({ length: size }, (_none, i) => ({ hash: new Uint8Array(8).fill(i), listed: { kind: 'retraction' } })),
    made,
  );

function lists(own?: Uint8Array) {
  const kept: { bytes?: Uint8Array } = { bytes: own };
  const shipped = vi.fn(async () => listOf(2, '2026-01-01'));
  const keep = vi.fn(async (bytes: Uint8Array) => void Object.assign(kept, { bytes }));
  return { shipped, keep, lists: createRetractionLists({ shipped, own: async () => kept.bytes, keep }) };
}

describe('the lists of retracted works', () => {
  it('are read once, when they are wanted', async () => {
    const { lists: both, shipped } = lists(listOf(3, '2026-05-03'));
    expect(shipped).not.toHaveBeenCalled();
    expect((await Promise.all([both.all(), both.all()]))[1].map(({ size }) => size)).toEqual([3, 2]);
    expect(shipped).toHaveBeenCalledOnce();
    expect(await both.facts()).toEqual({ size: 3, made: '2026-05-03' });
  });

  it('are those that ship until the reader brings one', async () => {
    const { lists: both } = lists();
    expect(await both.facts()).toEqual({ size: 2, made: '2026-01-01' });
    expect(await both.replace(listOf(5, '2026-06-01'))).toEqual({ ok: true, value: { size: 5, made: '2026-06-01' } });
    expect(await both.facts()).toEqual({ size: 5, made: '2026-06-01' });
  });

  it('stay as they are where a file is no list, or cannot be kept', async () => {
    const { lists: both, keep } = lists();
    expect(await both.replace(new Uint8Array(40))).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
    keep.mockRejectedValueOnce(new Error('full'));
    expect(await both.replace(listOf(5, '2026-06-01'))).toMatchObject({ ok: false, failure: { kind: 'storage' } });
    expect(await both.facts()).toEqual({ size: 2, made: '2026-01-01' });
  });

  it('are none where none can be read', async () => {
    const none = createRetractionLists({
      shipped: async () => undefined,
      own: async () => new Uint8Array(3),
      keep: vi.fn(),
    });
    expect(await none.all()).toEqual([]);
    expect(await none.facts()).toEqual({ size: 0, made: '' });
  });
});
