import { mayPass } from '../model/failure';
import type { Envelope, Reply, ToBackground } from './messages';
import { native } from './native';

/** Keys begin with this, then the time: sorted, they are in the order in which things were said. */
const PREFIX = 'said:';

/** The part of the browser object that an outbox needs: the native object and the polyfill both have it. */
export interface OutboxHome {
  readonly storage: {
    readonly local: {
      get(keys: null): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
      remove(key: string): Promise<void>;
    };
  };
  readonly extension?: { readonly inIncognitoContext?: boolean };
}

let count = 0;

/**
 * Leaves a message where it outlives this page and the background: a page that is closed while the background starts takes
 * what it said along with it (decision 0006). Never throws, and in private windows leaves nothing.
 *
 * @returns What to call once the message is answered: takes it away again.
 */
export function leaveMessage<Name extends keyof ToBackground>(
  name: Name,
  input: ToBackground[Name][0],
  home: () => OutboxHome = () => native as unknown as OutboxHome,
): () => void {
  let answered = () => {};
  try {
    const { storage, extension } = home();
    if (extension?.inIncognitoContext) return answered;
    count += 1;
    const key = `${PREFIX}${Date.now()} ${String(count).padStart(6, '0')} ${Math.random()}`;
    const envelope: Envelope<Name> = { name, input };
    const left = storage.local.set({ [key]: envelope });
    answered = () => void left.then(() => storage.local.remove(key)).catch(() => {});
    left.catch(() => {});
  } catch {
    // The extension is gone; sending will say so.
  }
  return answered;
}

/**
 * Delivers what pages have left, oldest first, and takes it away unless trying again can help. A message may be on its way
 * by itself, too: every message may be said twice.
 *
 * @param deliver - Carries out one message, damaged ones included; never rejects.
 */
export async function deliverLeft(
  home: OutboxHome,
  deliver: (envelope: unknown) => Promise<Reply<unknown>>,
): Promise<void> {
  const all = await home.storage.local.get(null).catch((): Record<string, unknown> => ({}));
  const keys = Object.keys(all).filter((key) => key.startsWith(PREFIX));
  for (const key of keys.sort()) {
    const reply = await deliver(all[key]);
    const stays = !reply.ok && mayPass(reply.failure);
    if (!stays) await home.storage.local.remove(key).catch(() => {});
  }
}
