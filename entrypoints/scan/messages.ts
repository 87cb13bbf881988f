import { success } from '../../utils/model/failure';
import type { Passage } from '../../utils/model/passage';
import { SIGNS } from '../../utils/model/sign';
import type { Door } from '../../utils/page/door';
import { targetOf } from '../../utils/page/event-target';
import { bring } from '../../utils/platform/bring';
import type { PageStatus, ToPage } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';

/** What the answers to messages need. */
export interface AnswerDepends {
  readonly door: Door;
  readonly window: Window;
  /** Asks again which passages are saved here. */
  greet(): void;
  /** Those saved for this page. */
  passages(): readonly Passage[];
}

/** Whether the keyboard is in this very frame, not in one inside it. */
const hasKeyboard = ({ document }: Window): boolean =>
  document.hasFocus() && !/^i?frame$/.test(document.activeElement?.localName ?? '');

/** Answers what the background and the popup say to this frame, until the door closes. */
export function answerMessages({ door, window, greet, passages }: AnswerDepends): void {
  const { signal } = door;
  const status = (): PageStatus => {
    // Who asks again until all is settled hears of all of them.
    void door.scanner.readAll();
    const citations = door.scanner.known();
    return {
      host: window.location.hostname,
      citations: citations.length,
      clusters: new Set(citations.map(({ cluster }) => cluster)).size,
      passages: passages().length,
      settled: door.scanner.settled,
      kinds: [...new Set(citations.map(({ citation }) => citation.kind))],
      signs: SIGNS.filter((sign) => (door.marks?.get(`cite-${sign}`)?.size ?? 0) > 0),
      colours: [...new Set(passages().map(({ colour }) => colour))],
    };
  };
  /** The link at which the context menu was opened last. */
  let link: Element | undefined;
  const onMenu = (event: MouseEvent) => {
    if (event.isTrusted) link = targetOf(event)?.closest('a') ?? undefined;
  };
  window.addEventListener('contextmenu', onMenu, { capture: true, passive: true, signal });
  const markCitation = async () => {
    const meant = link;
    if (meant && !door.teacher) await bring('teacher');
    if (meant && !signal.aborted) door.teacher?.mark(meant);
  };
  const onMessage = (
    message: { readonly name?: unknown; readonly input?: { readonly name?: unknown } } | undefined,
    sender: chrome.runtime.MessageSender,
    reply: (answer: unknown) => void,
  ): void => {
    if (sender.id !== native.runtime?.id) return;
    switch (message?.name) {
      case 'status':
        reply(success(status()));
        return;
      case 'passages':
        if (window === window.top) reply(success({ passages: passages() }));
        return;
      case 'subject': {
        const selection = `${window.getSelection() ?? ''}`.slice(0, 4000);
        if (window === window.top) reply(success({ says: door.says(), title: window.document.title, selection }));
        return;
      }
      case 'passagesChanged':
        greet();
        reply(success({}));
        return;
      case 'markCitation':
        void markCitation();
        reply(success({}));
        return;
      case 'command':
        if (!hasKeyboard(window)) return;
        door.withReader((reader) => {
          const citation = reader.command(message.input?.name as ToPage['command'][0]['name']);
          if (citation) door.withHand((hand) => hand.open(citation));
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
