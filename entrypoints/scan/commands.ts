import { type Result, success } from '../../utils/model/failure';
import { citationBoxes } from '../../utils/page/citation-boxes';
import type { Door, PageCitation, Reader } from '../../utils/page/door';
import type { PageStatus, ToPage } from '../../utils/platform/messages';
import { native } from '../../utils/platform/native';
import type { Hover } from './hover';

/** What the answers to messages need. */
export interface CommandsDepend {
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
  document.hasFocus() && !/^(?:iframe|frame)$/.test(document.activeElement?.localName ?? '');

/** Answers what the background and the popup say to this frame, and carries out the keyboard commands. */
export function answerCommands({ door, hover, window, withReader, greet, passageCount }: CommandsDepend): void {
  const { document } = window;
  const { scanner, signal } = door;
  let current: PageCitation | undefined;

  const focused = () => {
    const active = document.activeElement;
    return scanner
      .citations()
      .find(({ link }) => link && (link === active || active?.contains(link)) && active !== document.body);
  };
  /** The first citation at or below the upper third of the viewport, or the last one above it. */
  const nearest = () => {
    const all = scanner.citations();
    const goal = door.pointer ?? { x: 0, y: window.innerHeight / 3 };
    let best: PageCitation | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const citation of all) {
      const [box] = citationBoxes(document, citation);
      if (!box || box.bottom < 0 || box.top > window.innerHeight) continue;
      const far = Math.hypot((box.top - goal.y) * 2, box.left - goal.x);
      if (far < least) [best, least] = [citation, far];
    }
    return best;
  };
  const walk = (by: 1 | -1) => {
    const all = scanner.citations();
    const from = focused() ?? (current && all.includes(current) ? current : undefined);
    const start = from ?? nearest();
    if (!start) return;
    const index = all.indexOf(start);
    current = from ? all[(index + by + all.length) % all.length] : start;
    const goal = current;
    if (goal) withReader((reader) => reader.goTo(goal));
  };
  const run = (name: ToPage['command'][0]['name']) => {
    switch (name) {
      case 'open-note': {
        const goal = focused() ?? (current && scanner.citations().includes(current) ? current : nearest());
        if (goal) hover.open(goal);
        break;
      }
      case 'next-citation':
        return walk(1);
      case 'previous-citation':
        return walk(-1);
      case 'save-passage':
        return withReader((reader) => reader.saveSelection());
    }
  };
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
    reply: (answer: Result<unknown>) => void,
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
        run(message.input?.name as ToPage['command'][0]['name']);
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
