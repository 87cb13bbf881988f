import { failed } from '../model/failure';
import type { Envelope, Reply, ToBackground } from './messages';
import { native } from './native';

/** The part of `runtime` that sends. */
export interface Sender {
  sendMessage(message: unknown): Promise<unknown>;
}

const isReply = (value: unknown): value is Reply<unknown> =>
  typeof value === 'object' && value !== null && typeof (value as { ok?: unknown }).ok === 'boolean';

/** Whether the extension under this script is gone: updated, switched off or removed. */
const isGone = (error: unknown): boolean =>
  error instanceof TypeError || /context invalidated|extension context/i.test(String(error));

/**
 * Says one thing to the background and gives its answer. Never throws.
 *
 * A background that dies before it answers is asked once more: every message may be said twice (see `messages.ts`).
 *
 * @param runtime - Where to send; found at the time of the call, because an update takes it away.
 * @returns The background's reply; a failure of kind `cancelled` when the extension was updated or removed under this
 *   page, of kind `timeout` when the background did not answer.
 */
export async function sendToBackground<Name extends keyof ToBackground>(
  name: Name,
  input: ToBackground[Name][0],
  runtime: () => Sender = () => native.runtime,
): Promise<Reply<ToBackground[Name][1]>> {
  const envelope: Envelope<Name> = { name, input };
  let reason = 'nothing came back';
  for (let attempt = 0; attempt < 2; attempt += 1) {
    try {
      const reply = await runtime().sendMessage(envelope);
      if (isReply(reply)) return reply as Reply<ToBackground[Name][1]>;
    } catch (error) {
      if (isGone(error))
        return failed('cancelled', `send.${name}`, 'Ibid was updated or removed.', {
          says: ['updated'],
        });
      reason = String(error);
    }
  }
  return failed('timeout', `send.${name}`, `The background did not answer: ${reason}`, {
    says: ['noAnswer', reason],
  });
}
