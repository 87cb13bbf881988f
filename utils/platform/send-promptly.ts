import type { Reply, ToBackground } from './messages';
import { sendToBackground } from './send';

/** Milliseconds after which what is done in a moment is said again. */
const PATIENCE_MS = 4000;

/**
 * Says what is done in a moment, and what a page cannot do without: a browser can lose a message on its way to a background that is
 * just ending, and nobody hears of it. Said again where nothing comes back; else as `sendToBackground`.
 */
export async function sendPromptly<Name extends keyof ToBackground>(
  name: Name,
  input: ToBackground[Name][0],
  send = sendToBackground,
): Promise<Reply<ToBackground[Name][1]>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE_MS);
  });
  const reply = await Promise.race([send(name, input), silence]);
  clearTimeout(timer);
  return reply ?? send(name, input);
}
