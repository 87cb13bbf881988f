import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createMender } from './mender';

/** Put into a frame in which a saved passage was not found. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.mender || door.signal.aborted) return;
  door.mender = createMender(document, door.signal);
});
