import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createLinker } from './create-linker';

/** Put into a frame that a link has led into, or whose words are about to be copied with a link. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.linker || door.signal.aborted) return;
  door.linker = createLinker(document);
});
