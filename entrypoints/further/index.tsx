import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createFurther } from './further';

/** Put into a frame whose reader wants to do more with a note than read it. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.further || door.signal.aborted) return;
  door.further = createFurther(document, door);
});
