import { success } from '../../utils/model/failure';
import type { Door } from '../../utils/page/door';
import type { PageStatus, ToPage } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';

/** What the answers to messages need. */
export interface AnswerDepends {
  readonly door: Door;
  readonly window: Window;
  /** Asks again which passages are saved here. */
  greet(): void;
  passageCount(): number;
}

/** Whether the keyboard is in this very frame, not in one inside it. */
const hasKeyboard = ({ document }: Window): boolean =>
  document.hasFocus() && !/^i?frame$/.test(document.activeElement?.localName ?? '');

/** Answers what the background and the popup say to this frame, until the door closes. */
export function answerMessages({ door, window, greet, passageCount }: AnswerDepends): void {
  const { signal } = door;
  const status = (): PageStatus => {
    const citations = door.scanner.citations();
    return {
      host: window.location.hostname,
      citations: citations.length,
      clusters: new Set(citations.map(({ cluster }) => cluster)).size,
      passages: passageCount(),
      settled: door.scanner.settled,
    };
  };
  const onMessage = (
    message: { readonly name?: unknown; readonly input?: { readonly name?: unknown } } | undefined,
    sender: chrome.runtime.MessageSender,
    reply: (answer: unknown) => void,
  ): void => {
    if (sender.id !== native.runtime?.id) return;
    switch (message?.name) {
      case 'status':
        // The tab's own document speaks for the tab.
        if (window === window.top) reply(success(status()));
        return;
      case 'passagesChanged':
        greet();
        reply(success({}));
        return;
      case 'command':
        if (!hasKeyboard(window)) return;
        door.withReader((reader) => {
          const citation = reader.command(message.input?.name as ToPage['command'][0]['name']);
          if (citation) door.finder?.hover.open(citation);
        });
        reply(success({}));
    }
  };
  native.runtime.onMessage.addListener(onMessage);
  signal.addEventListener('abort', () => {
    try {
      native.runtime.onMessage.removeListener(onMessage);
    } catch {
      // The extension is gone, and its listeners with it.
    }
  });
}
