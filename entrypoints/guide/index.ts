import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createGuide } from './guide';

/** Put into a frame whose reader was led to a passage. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.guide || door.signal.aborted) return;
  door.guide = createGuide(document, door);
});
