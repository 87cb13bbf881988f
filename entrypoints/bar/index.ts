import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { native } from '../../utils/platform/native';
import { leaveMessage } from '../../utils/platform/outbox';
import { sendToBackground } from '../../utils/platform/send';
import { createPassageBar } from './passage-bar';

/** Put beside the reader script when the reader selects words, or turns to a saved passage. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door?.reader || door.bar || door.signal.aborted) return;
  const isPrivate = native.extension?.inIncognitoContext ?? false;
  const { reader } = door;
  const hasAddress = /^(?:https?|file):/.test(location.protocol);
  door.bar = createPassageBar({
    document,
    door,
    reader,
    isPrivate,
    hasAddress,
    send: sendToBackground,
    leave: leaveMessage,
  });
});
