import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { ownRoot } from '../../utils/page/host';
import { native } from '../../utils/platform/native';
import { sendToBackground } from '../../utils/platform/send';
import { createCommands } from './commands';
import { createLayers } from './layer';
import { createNotes } from './notes';
import { startPassages } from './passages';

/** Put into a frame at first need, beside `scan`, with whom it shares the door. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.reader || door.signal.aborted) return;
  const isPrivate = native.extension?.inIncognitoContext ?? false;
  const passages = startPassages(document, door, sendToBackground);
  const notes = createNotes({
    door,
    document,
    isPrivate,
    claimOf: (citation) => passages.claimOf(citation)?.text,
    highlightClaim: passages.highlightClaim,
  });
  door.reader = {
    openNote: notes.open,
    closeNote: notes.close,
    closeInner: notes.closeInner,
    get noteIsOpen() {
      return notes.isOpen;
    },
    owns: (node) => ownRoot(node) !== undefined,
    ownRoot,
    layer: createLayers(document, door),
    isNearNote: notes.isNear,
    command: createCommands(document, door, notes.openFocused, passages),
    point: passages.point,
    mark: passages.mark,
    unmark: passages.unmark,
    find: passages.find,
    claimOf: passages.claimOf,
    highlightClaim: passages.highlightClaim,
    showPassages: passages.show,
    passages: passages.passages,
    openLost: passages.openLost,
    offerUndo: passages.offerUndo,
    markLinked: passages.markLinked,
    offerSelection: passages.offerSelection,
    saveSelection: passages.saveSelection,
  };
});
