import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createGlossary } from './glossary';

/** Put into a frame where the reader has words of their own to be shown, or wants to explain one. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.glossary || door.signal.aborted) return;
  door.glossary = createGlossary(window, door);
});
