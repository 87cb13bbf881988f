import type { Failure } from '../../utils/model/failure';
import type { Passage } from '../../utils/model/passage';
import type { PassageChange } from '../../utils/platform/messages';
import type { sendToBackground } from '../../utils/platform/send';

/** Pauses between attempts, milliseconds: a background that was ended needs a moment, a full disk longer. */
const PAUSES_MS = [1000, 4000, 15_000];

/** Whether trying again can help. */
const mayPass = ({ kind }: Failure): boolean => kind === 'timeout' || kind === 'storage' || kind === 'server';

/** Tells the library what the reader did with passages, in the order in which it was done. */
export interface Keeper {
  save(passage: Passage): Promise<Failure | undefined>;
  change(id: string, change: PassageChange): Promise<Failure | undefined>;
  remove(id: string): Promise<Failure | undefined>;
  restore(id: string): Promise<Failure | undefined>;
}

/**
 * Makes a keeper. What the background does not answer is said again: every message may be said twice.
 *
 * @param onWaiting - Hears of a first attempt that failed, while others follow.
 */
export function createKeeper(
  send: typeof sendToBackground,
  onWaiting: () => void,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Keeper {
  let last: Promise<unknown> = Promise.resolve();
  const say = (
    attempt: () => Promise<{ ok: true } | { ok: false; failure: Failure }>,
  ): Promise<Failure | undefined> => {
    const turn = last.then(async () => {
      for (let round = 0; ; round += 1) {
        const reply = await attempt();
        if (reply.ok) return undefined;
        const ms = PAUSES_MS[round];
        if (ms === undefined || !mayPass(reply.failure)) return reply.failure;
        onWaiting();
        await pause(ms);
      }
    });
    last = turn;
    return turn;
  };
  return {
    save: (passage) => say(() => send('savePassage', { passage })),
    change: (id, change) => say(() => send('changePassage', { id, change })),
    remove: (id) => say(() => send('deletePassage', { id })),
    restore: (id) => say(() => send('restorePassage', { id })),
  };
}
