import { describe, expect, it } from 'vitest';
import { createKeeper } from '../entrypoints/reader/keep';
import { failed, type Result, success } from '../utils/model/failure';
import type { Passage } from '../utils/model/passage';
import type { sendToBackground } from '../utils/platform/send';

const PASSAGE = { id: 'a' } as Passage;

/** A keeper whose background gives these answers in turn, then says yes. */
function keeper(...answers: Result<unknown>[]) {
  const said: string[] = [];
  const pauses: number[] = [];
  let waits = 0;
  const send = (async (name: string) => {
    said.push(name);
    return answers.shift() ?? success({});
  }) as unknown as typeof sendToBackground;
  const pause = async (ms: number) => void pauses.push(ms);
  return { said, pauses, waits: () => waits, keep: createKeeper(send, () => void waits++, pause) };
}

describe('keeping a passage', () => {
  it('is done once where the background answers', async () => {
    const { keep, said } = keeper();
    expect(await keep.save(PASSAGE)).toBeUndefined();
    expect(said).toEqual(['savePassage']);
  });

  it('is tried again while the background does not answer or the library cannot be written', async () => {
    const { keep, said, pauses, waits } = keeper(failed('timeout', 's', 'm'), failed('storage', 's', 'm'));
    expect(await keep.save(PASSAGE)).toBeUndefined();
    expect(said).toHaveLength(3);
    expect(pauses).toEqual([1000, 4000]);
    expect(waits()).toBe(2);
  });

  it('is given up in the end, with the reason', async () => {
    const { keep } = keeper(...Array.from({ length: 9 }, () => failed('timeout', 's', 'm')));
    expect((await keep.save(PASSAGE))?.kind).toBe('timeout');
  });

  it.each(['refused', 'invalid', 'cancelled'] as const)('is not tried again when it was %s', async (kind) => {
    const { keep, said } = keeper(failed(kind, 's', 'm'));
    expect((await keep.save(PASSAGE))?.kind).toBe(kind);
    expect(said).toHaveLength(1);
  });

  it('happens in the order in which it was asked for', async () => {
    const { keep, said } = keeper(failed('timeout', 's', 'm'));
    await Promise.all([keep.save(PASSAGE), keep.change('a', { remark: 'So' }), keep.remove('a'), keep.restore('a')]);
    expect(said).toEqual(['savePassage', 'savePassage', 'changePassage', 'deletePassage', 'restorePassage']);
  });
});
