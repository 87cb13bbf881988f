import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { ownRoot } from '../../utils/page/host';
import { native } from '../../utils/platform/native';
import { createCommands } from './commands';
import { createNotes } from './notes';

/** Put into a frame at first need, beside `scan`, with whom it shares the door. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.reader || door.signal.aborted) return;
  const notes = createNotes({
    door,
    document,
    isPrivate: native.extension?.inIncognitoContext ?? false,
    claimOf: () => undefined,
    highlightClaim: () => false,
  });
  door.reader = {
    openNote: notes.open,
    closeNote: notes.close,
    get noteIsOpen() {
      return notes.isOpen;
    },
    owns: (node) => ownRoot(node) !== undefined,
    ownRoot,
    isNearNote: notes.isNear,
    command: createCommands(document, door, () => {}),
    highlightClaim: () => {},
    showPassages: () => {},
    saveSelection: () => {},
  };
});
