import type { Door, MendPorts } from '../../utils/page/door';
import { bring } from '../../utils/platform/bring';
import type { sendToBackground } from '../../utils/platform/send';

/** How long a page has to show what was saved on it before the reader is told, milliseconds: until it was looked through for the last time. */
const PATIENCE_MS = 11_000;

/** What leads to the list of lost passages, which is put into the frame when it is wanted. */
export interface LostList {
  open(): void;
  /** Says, once for each page, that passages are not found on it, if that is so when it has had its time. */
  hint(): void;
}

/** Makes what leads to the list of lost passages. */
export function createLost(door: Door, send: typeof sendToBackground, ports: MendPorts): LostList {
  let hinted = '';
  const open = async (asHint: boolean) => {
    if (!door.mender) await bring('mender', send);
    if (!door.signal.aborted) door.mender?.open(ports, asHint);
  };
  return {
    open: () => void open(false),
    hint() {
      const { href } = window.location;
      if (hinted === href) return;
      hinted = href;
      const timer = setTimeout(() => {
        if (ports.notFound().length > 0 && hinted === window.location.href) void open(true);
      }, PATIENCE_MS);
      door.signal.addEventListener('abort', () => clearTimeout(timer), { once: true });
    },
  };
}
