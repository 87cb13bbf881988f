import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { markStanding } from '../../utils/page/standing-marks';
import { sendToBackground } from '../../utils/platform/send';

/** Put beside the finder where this device has a list of retracted works: marks those that the page cites. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door?.finder || door.hasStanding || door.signal.aborted) return;
  door.hasStanding = true;
  const ask = async (identifiers: Parameters<Parameters<typeof markStanding>[2]>[0]) => {
    const reply = await sendToBackground('askStanding', { identifiers });
    return reply.ok ? reply.value.fallen : [];
  };
  markStanding(window, door.finder.scanner, ask, door.signal);
});
