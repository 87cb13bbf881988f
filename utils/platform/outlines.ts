import type { Outline, OutlinedWork } from '../model/outline';
import type { Browser } from './browser';
import { type Check, clipped, count, list, object } from './checks';
import { citation, flag, id, pageSays } from './guarded-values';
import { checked } from './guards';
import { OUTLINE_PORT, type OutlineAsks, type OutlineWords } from './outline-asks';

const MOST = 20_000;
const places = list(count, MOST);
const outline: Check<Outline> = object<Outline>({
  says: pageSays,
  title: clipped(2000),
  settled: flag,
  works: list(object<OutlinedWork>({ citation, places }), MOST),
  order: places,
  missing: list(id, MOST),
});

const words: Check<OutlineWords> = object({ words: list(object({ place: count, text: clipped(500) }), MOST) });

/** The outlines of a tab by the number of their frame; 0 is the tab's own document. */
export type Outlines = ReadonlyMap<number, Outline>;

/** A tab that is followed. */
export interface FollowedOutlines {
  /** Says something to one frame; a frame that is gone hears nothing. */
  ask(frameId: number, asks: OutlineAsks): void;
  /** Looks for frames that are not heard yet: those of a page that came back have not greeted. */
  look(): void;
  stop(): void;
}

/**
 * Follows what the frames of a tab tell of themselves, as they come, change and go. Puts the outliner into them; where Ibid does not
 * run there is nothing to follow.
 *
 * @param tell - Hears all outlines there are after every change.
 * @param tellWords - Hears what a frame was asked to tell of its words.
 */
export function followOutlines(
  browser: Browser,
  tabId: number,
  tell: (outlines: Outlines) => void,
  tellWords: (frameId: number, words: OutlineWords['words']) => void = () => {},
): FollowedOutlines {
  const frames = new Map<number, { port: ReturnType<typeof browser.tabs.connect>; outline?: Outline }>();
  let isOver = false;
  const told = () => {
    if (isOver) return;
    const known = [...frames].flatMap(([frameId, { outline }]) => (outline ? [[frameId, outline] as const] : []));
    tell(new Map(known.sort(([a], [b]) => a - b)));
  };

  function connect(frameId: number): void {
    const before = frames.get(frameId);
    const port = browser.tabs.connect(tabId, { name: OUTLINE_PORT, frameId });
    const frame: { port: typeof port; outline?: Outline } = { port, outline: before?.outline };
    frames.set(frameId, frame);
    before?.port.disconnect();
    port.onMessage.addListener((raw) => {
      if (typeof raw === 'object' && raw !== null && 'words' in raw) {
        const told = checked(words, raw, 'outlines.words');
        if (told.ok && !isOver) tellWords(frameId, told.value.words);
        return;
      }
      const heard = checked(outline, raw, 'outlines');
      if (!heard.ok) return console.warn(heard.failure.message);
      frame.outline = heard.value;
      told();
    });
    port.onDisconnect.addListener(() => {
      // Firefox, and Chromium where it is not read, complain of a frame without anybody in it.
      void browser.runtime.lastError;
      if (frames.get(frameId) !== frame) return;
      frames.delete(frameId);
      told();
    });
  }
  /** Puts the outliner into some frames and listens to them anew, or into all and listens to those that are not heard yet. */
  async function enter(frameIds?: number[]): Promise<void> {
    try {
      const entered = await browser.scripting.executeScript({
        target: frameIds ? { tabId, frameIds } : { tabId, allFrames: true },
        files: ['/outliner.js'],
        injectImmediately: true,
      });
      for (const { frameId } of isOver ? [] : entered) if (frameIds || !frames.has(frameId)) connect(frameId);
    } catch {
      // The browser keeps this page closed, or the frame has gone.
    }
  }
  /** Every frame greets the background when it can be read, when its address changes and when Ibid is switched on there. */
  const onMessage = (
    message: unknown,
    sender: { readonly tab?: { readonly id?: number }; readonly frameId?: number },
  ) => {
    const { name } = (message ?? {}) as { name?: unknown };
    if (name === 'greet' && sender.tab?.id === tabId) void enter([sender.frameId ?? 0]);
    return undefined;
  };
  browser.runtime.onMessage.addListener(onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0]);
  void enter();

  return {
    ask: (frameId, asks) => frames.get(frameId)?.port.postMessage(asks),
    look: () => void enter(),
    stop() {
      isOver = true;
      browser.runtime.onMessage.removeListener(
        onMessage as Parameters<typeof browser.runtime.onMessage.addListener>[0],
      );
      for (const { port } of frames.values()) port.disconnect();
      frames.clear();
    },
  };
}
