import { describe, expect, it, vi } from 'vitest';
import { success } from '../model/failure';
import { type Sender, sendToBackground } from './send';

const sender = (...answers: (() => unknown)[]): { runtime: () => Sender; sent: unknown[] } => {
  const sent: unknown[] = [];
  return {
    sent,
    runtime: () => ({
      sendMessage: async (message) => {
        sent.push(message);
        return answers.shift()?.();
      },
    }),
  };
};
const fail = (message: string) => () => {
  throw new Error(message);
};

describe('sendToBackground', () => {
  it('gives the reply of the background as it is', async () => {
    const { runtime, sent } = sender(() => success({}));
    expect(await sendToBackground('deletePassage', { id: 'a' }, runtime)).toEqual({ ok: true, value: {} });
    expect(sent).toEqual([{ name: 'deletePassage', input: { id: 'a' } }]);
  });

  it('asks once more when the background died before it answered', async () => {
    const { runtime, sent } = sender(fail('The message port closed before a response was received.'), () =>
      success({}),
    );
    expect((await sendToBackground('openLibrary', {}, runtime)).ok).toBe(true);
    expect(sent).toHaveLength(2);
  });

  it.each([
    ['an error', fail('Could not establish connection.')],
    ['nothing', () => undefined],
    ['something that is no reply', () => 'yes'],
  ])('fails with a sentence when twice there is %s', async (_name, answer) => {
    const { runtime } = sender(answer, answer);
    expect(await sendToBackground('openLibrary', {}, runtime)).toMatchObject({
      ok: false,
      failure: { kind: 'timeout', stage: 'send.openLibrary' },
    });
  });

  it('is cancelled, without asking again, when the extension was updated under the page', async () => {
    const { runtime, sent } = sender(fail('Extension context invalidated.'));
    expect(await sendToBackground('openLibrary', {}, runtime)).toMatchObject({ failure: { kind: 'cancelled' } });
    expect(sent).toHaveLength(1);
  });

  it('is cancelled when the runtime itself has gone', async () => {
    const gone = vi.fn(() => undefined as unknown as Sender);
    expect(await sendToBackground('openLibrary', {}, gone)).toMatchObject({ failure: { kind: 'cancelled' } });
  });
});
