import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createHost } from '../../utils/page/host';
import { createMarkLines } from '../../utils/page/mark-lines';

/** Put into a frame with marks whose reader has colours of their own, where the browser would paint over them. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.liner || door.signal.aborted) return;
  door.liner = createMarkLines(window, () => createHost(document, []), door.signal);
});
