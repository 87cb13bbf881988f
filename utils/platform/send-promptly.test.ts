import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { success } from '../model/failure';
import { sendPromptly } from './send-promptly';

describe('sendPromptly', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('says it again when nothing comes back', async () => {
    const send = vi
      .fn()
      .mockReturnValueOnce(new Promise(() => {}))
      .mockResolvedValueOnce(success({}));
    const reply = sendPromptly('inject', { script: 'reader' }, send);
    await vi.advanceTimersByTimeAsync(4000);
    expect(await reply).toEqual({ ok: true, value: {} });
    expect(send.mock.calls).toEqual([
      ['inject', { script: 'reader' }],
      ['inject', { script: 'reader' }],
    ]);
  });

  it('says it once when an answer comes, whatever it is, and leaves no timer', async () => {
    const failure = { ok: false, failure: { kind: 'timeout', stage: 'a', message: 'b' } } as const;
    const send = vi.fn().mockResolvedValue(failure);
    expect(await sendPromptly('inject', { script: 'reader' }, send)).toBe(failure);
    expect(send).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
