import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { attach } from './attach';

/** Put into a frame whose reader has come upon a link in a note. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.nester || door.signal.aborted) return;
  door.nester = { attach: (ports) => attach(window, door, ports) };
});
