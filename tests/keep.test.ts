import { describe, expect, it } from 'vitest';
import { createKeeper } from '../entrypoints/bar/keep';
import { failed, type Result, success } from '../utils/model/failure';
import type { Passage } from '../utils/model/passage';
import type { leaveMessage } from '../utils/platform/outbox';
import type { sendToBackground } from '../utils/platform/send';

const PASSAGE = { id: 'a' } as Passage;
const SAYS = { url: 'https://example.org/', names: [] };

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
  const left: string[] = [];
  const leave = ((name: string) => {
    left.push(name);
    return () => void left.shift();
  }) as typeof leaveMessage;
  return { said, left, pauses, waits: () => waits, keep: createKeeper(send, leave, () => void waits++, pause) };
}

describe('keeping a passage', () => {
  it('is done once where the background answers', async () => {
    const { keep, said } = keeper();
    expect(await keep.save(PASSAGE, SAYS)).toBeUndefined();
    expect(said).toEqual(['savePassage']);
  });

  it('is tried again while the background does not answer or the library cannot be written', async () => {
    const { keep, said, pauses, waits } = keeper(failed('timeout', 's', 'm'), failed('storage', 's', 'm'));
    expect(await keep.save(PASSAGE, SAYS)).toBeUndefined();
    expect(said).toHaveLength(3);
    expect(pauses).toEqual([1000, 4000]);
    expect(waits()).toBe(2);
  });

  it('is given up in the end, with the reason', async () => {
    const { keep } = keeper(...Array.from({ length: 9 }, () => failed('timeout', 's', 'm')));
    expect((await keep.save(PASSAGE, SAYS))?.kind).toBe('timeout');
  });

  it.each(['refused', 'invalid', 'cancelled'] as const)('is not tried again when it was %s', async (kind) => {
    const { keep, said } = keeper(failed(kind, 's', 'm'));
    expect((await keep.save(PASSAGE, SAYS))?.kind).toBe(kind);
    expect(said).toHaveLength(1);
  });

  it('happens in the order in which it was asked for', async () => {
    const { keep, said } = keeper(failed('timeout', 's', 'm'));
    await Promise.all([
      keep.save(PASSAGE, SAYS),
      keep.change('a', { remark: 'So' }),
      keep.remove('a'),
      keep.restore('a'),
    ]);
    expect(said).toEqual(['savePassage', 'savePassage', 'changePassage', 'deletePassage', 'restorePassage']);
  });

  it('has left everything behind for a background to find, before anything is answered, and nothing after it', async () => {
    const { keep, left } = keeper();
    const both = [keep.save(PASSAGE, SAYS), keep.remove('a')];
    expect(left).toEqual(['savePassage', 'deletePassage']);
    await Promise.all(both);
    expect(left).toEqual([]);
  });
});
