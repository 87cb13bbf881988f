import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { Door, PageCitation } from '../../utils/page/door';
import { createOutliner } from '../../utils/page/outliner';
import { bring } from '../../utils/platform/bring';
import { native } from '../../utils/platform/native';
import { OUTLINE_PORT, type OutlineAsks, type OutlineWords } from '../../utils/platform/outline-asks';

/** Put into the frames of the tab that a side panel is open for: tells it what is there, and goes where it is told to. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door || door.hasOutliner || door.signal.aborted) return;
  door.hasOutliner = true;
  const show = async (citation: PageCitation) => {
    if (!door.walker) await bring('walker');
    if (!door.signal.aborted) door.walker?.goTo(citation);
  };
  const outliner = createOutliner(window, door, (citation) => void show(citation));
  const ports = new Set<chrome.runtime.Port>();

  const onConnect = (port: chrome.runtime.Port) => {
    if (port.name !== OUTLINE_PORT || port.sender?.id !== native.runtime?.id) return;
    ports.add(port);
    const unfollow = outliner.follow((outline) => port.postMessage(outline));
    port.onDisconnect.addListener(() => {
      unfollow();
      ports.delete(port);
    });
    port.onMessage.addListener((asks: OutlineAsks) => {
      switch (asks.type) {
        case 'go':
          outliner.goTo(asks.place);
          break;
        case 'words':
          door.withReader(({ claimOf }) => {
            const answer: OutlineWords = { words: outliner.wordsAt(asks.places, claimOf) };
            if (ports.has(port)) port.postMessage(answer);
          });
          break;
        case 'show':
          door.withReader((reader) => reader.point(reader.passages.rangesOf(asks.passage)));
          break;
        case 'mend':
          door.withReader((reader) => reader.openLost());
      }
    });
  };
  native.runtime.onConnect.addListener(onConnect);
  door.signal.addEventListener('abort', () => {
    try {
      native.runtime.onConnect.removeListener(onConnect);
      for (const port of ports) port.disconnect();
    } catch {
      // The extension is gone, and its listeners and ports with it.
    }
  });
});
