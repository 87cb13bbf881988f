import type { Travel } from '../../utils/model/deed';
import { type Failure, mayPass } from '../../utils/model/failure';
import type { PageSays } from '../../utils/model/page-names';
import type { Passage } from '../../utils/model/passage';
import type { PassageChange, ToBackground } from '../../utils/platform/messages';
import type { leaveMessage } from '../../utils/platform/outbox';
import type { sendToBackground } from '../../utils/platform/send';

/** Pauses between attempts, milliseconds: a background that was ended needs a moment, a full disk longer. */
const PAUSES_MS = [1000, 4000, 15_000];

/** Tells the library what the reader did with passages, in the order in which it was done. */
export interface Keeper {
  /** `says`: what its page says of itself, which decides under which names it is kept. */
  save(passage: Passage, says: PageSays): Promise<Failure | undefined>;
  change(id: string, change: PassageChange, travel?: Travel): Promise<Failure | undefined>;
  remove(id: string, travel?: Travel): Promise<Failure | undefined>;
  restore(id: string, travel?: Travel): Promise<Failure | undefined>;
}

type Deed = 'savePassage' | 'changePassage' | 'deletePassage' | 'restorePassage';

/**
 * Makes a keeper. What the background does not answer is said again, and what this page cannot say any more because it is
 * left, it has left behind: every message may be said twice.
 *
 * @param onWaiting - Hears of a first attempt that failed, while others follow.
 */
export function createKeeper(
  send: typeof sendToBackground,
  leave: typeof leaveMessage,
  onWaiting: () => void,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((done) => setTimeout(done, ms)),
): Keeper {
  let last: Promise<unknown> = Promise.resolve();
  const say = <Name extends Deed>(name: Name, input: ToBackground[Name][0]): Promise<Failure | undefined> => {
    const answered = leave(name, input);
    const turn = last.then(async () => {
      for (let round = 0; ; round += 1) {
        const reply = await send(name, input);
        const ms = PAUSES_MS[round];
        if (reply.ok || ms === undefined || !mayPass(reply.failure)) {
          answered();
          return reply.ok ? undefined : reply.failure;
        }
        onWaiting();
        await pause(ms);
      }
    });
    last = turn;
    return turn;
  };
  return {
    save: (passage, says) => say('savePassage', { passage, says }),
    change: (id, change, travel) => say('changePassage', { id, change, ...(travel && { travel }) }),
    remove: (id, travel) => say('deletePassage', { id, ...(travel && { travel }) }),
    restore: (id, travel) => say('restorePassage', { id, ...(travel && { travel }) }),
  };
}
