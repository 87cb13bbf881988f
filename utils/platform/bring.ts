import type { Reply, Script } from './messages';
import { sendToBackground } from './send';
import { sendPromptly } from './send-promptly';

/** Has a script put into this frame: it is here once a good reply comes. A lost message is said again. */
export const bring = (
  script: Script,
  send: typeof sendToBackground = sendToBackground,
): Promise<Reply<Record<string, never>>> => sendPromptly('inject', { script }, send);
