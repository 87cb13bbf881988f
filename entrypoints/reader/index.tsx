import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door } from '../../utils/page/door';
import { ownRoot } from '../../utils/page/host';
import { native } from '../../utils/platform/native';
import { sendToBackground } from '../../utils/platform/send';
import { createCommands } from './commands';
import { createNotes } from './notes';
import { startPassages } from './passages';

/** A random UUID, also on pages without a secure context, where `crypto.randomUUID` is missing. */
function newId(): string {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** Put into a frame at first need, beside `scan`, with whom it shares the door. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.reader || door.signal.aborted) return;
  const isPrivate = native.extension?.inIncognitoContext ?? false;
  const passages = startPassages({ document, door, isPrivate, send: sendToBackground, newId });
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
    get noteIsOpen() {
      return notes.isOpen;
    },
    owns: (node) => ownRoot(node) !== undefined,
    ownRoot,
    isNearNote: notes.isNear,
    command: createCommands(document, door, passages.saveSelection),
    highlightClaim: passages.highlightClaim,
    showPassages: passages.show,
    offerSelection: passages.offerSelection,
    saveSelection: passages.saveSelection,
  };
});
