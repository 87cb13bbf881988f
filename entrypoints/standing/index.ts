import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import type { LookUpQuestion } from '../../utils/model/look-up';
import { SETTINGS_KEY } from '../../utils/model/settings';
import { questionOf } from '../../utils/notes/progress';
import type { Door } from '../../utils/page/door';
import { markStanding } from '../../utils/page/standing-marks';
import { native } from '../../utils/platform/native';
import { sendToBackground } from '../../utils/platform/send';

/** Put beside the finder: marks what the page cites by what this device knows of it. */
export default defineUnlistedScript(() => {
  const { __door: door } = globalThis as { __door?: Door };
  if (!door?.finder || door.hasStanding || door.signal.aborted) return;
  door.hasStanding = true;
  const { signal } = door;
  const refresh = markStanding(
    window,
    {
      scanner: door.finder.scanner,
      registry: door.marks,
      questionOf({ citation }) {
        const { claim: _claim, ...question } = questionOf(citation) ?? ({} as LookUpQuestion);
        return question.identifiers ? question : undefined;
      },
      ask: async (cited) => {
        const reply = await sendToBackground('askStanding', { cited });
        return reply.ok ? reply.value : undefined;
      },
    },
    signal,
  );
  const onMessage = (message: { readonly name?: unknown } | undefined, sender: chrome.runtime.MessageSender) => {
    if (sender.id === native.runtime?.id && message?.name === 'listChanged') refresh();
  };
  const onSettings = (changes: Record<string, unknown>) => {
    if (changes[SETTINGS_KEY]) refresh();
  };
  native.runtime.onMessage.addListener(onMessage);
  native.storage.onChanged.addListener(onSettings);
  signal.addEventListener('abort', () => {
    try {
      native.runtime.onMessage.removeListener(onMessage);
      native.storage.onChanged.removeListener(onSettings);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
});
