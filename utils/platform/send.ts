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
 * Milliseconds after which a thing that is done in a moment is said again: a browser can lose a message on its way to a background
 * that is just ending, and nobody hears of it.
 */
const PATIENCE_MS = 4000;
/** What is done in a moment, and what a page cannot do without. */
const PROMPT: ReadonlySet<keyof ToBackground> = new Set(['greet', 'inject']);

/** What a promise gives; rejects when it takes longer than it should. */
function soon<T>(promise: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout>;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`nothing came back in ${PATIENCE_MS} ms`)), PATIENCE_MS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/**
 * Says one thing to the background and gives its answer. Never throws.
 *
 * A background that dies before it answers is asked once more, one that is silent about what is done in a moment as well: every
 * message may be said twice (see `messages.ts`).
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
      const answer = runtime().sendMessage(envelope);
      const reply = await (PROMPT.has(name) ? soon(answer) : answer);
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
