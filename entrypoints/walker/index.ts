import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { createGoTo } from './go-to';

/** Put into a frame whose reader walks from citation to citation. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.walker || door.signal.aborted) return;
  door.walker = { goTo: createGoTo(document, door) };
});
