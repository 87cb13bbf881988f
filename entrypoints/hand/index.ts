import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { startHover } from './hover';

/** Put into a frame that may hold citations, right behind `finder`: what finds citations need not know who feels for them. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.hand || door.signal.aborted) return;
  door.hand = startHover(window, door, door.scanner);
});
