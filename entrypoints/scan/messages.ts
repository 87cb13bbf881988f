import { success } from '../../utils/model/failure';
import type { Door, Reader } from '../../utils/page/door';
import type { PageStatus, ToPage } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';
import type { Hover } from './hover';

/** What the answers to messages need. */
export interface AnswerDepends {
  readonly door: Door;
  readonly hover: Hover;
  readonly window: Window;
  withReader(use: (reader: Reader) => void): void;
  /** Asks again which passages are saved here. */
  greet(): void;
  passageCount(): number;
}

/** Whether the keyboard is in this very frame, not in one inside it. */
const hasKeyboard = ({ document }: Window): boolean =>
  document.hasFocus() && !/^i?frame$/.test(document.activeElement?.localName ?? '');

/** Answers what the background and the popup say to this frame, until the door closes. */
export function answerMessages({ door, hover, window, withReader, greet, passageCount }: AnswerDepends): void {
  const { scanner, signal } = door;
  const status = (): PageStatus => {
    const citations = scanner.citations();
    return {
      host: window.location.hostname,
      citations: citations.length,
      clusters: new Set(citations.map(({ cluster }) => cluster)).size,
      passages: passageCount(),
      settled: scanner.settled,
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
        withReader((reader) => {
          const citation = reader.command(message.input?.name as ToPage['command'][0]['name']);
          if (citation) hover.open(citation);
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
