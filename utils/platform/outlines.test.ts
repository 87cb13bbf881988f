import { describe, expect, it, vi } from 'vitest';
import type { Outline } from '../model/outline';
import type { Browser } from './browser';
import { followOutlines, type Outlines } from './outlines';

const OUTLINE: Outline = {
  says: { url: 'https://a.example/', names: [] },
  title: 'A page',
  settled: true,
  works: [{ citation: { kind: 'marker', label: '1', identifiers: [], confidence: 1 }, places: [1] }],
  order: [1],
  missing: [],
};
const settle = () => new Promise((go) => setTimeout(go));

/** A browser with one tab of some frames, and the ports that were opened to them. */
function fake(frameIds: number[] | Error = [0]) {
  const ports: { frameId: number; say(raw: unknown): void; end(): void; heard: unknown[]; isClosed: boolean }[] = [];
  let onMessage: ((message: unknown, sender: unknown) => unknown) | undefined;
  const executeScript = vi.fn(async ({ target }: { target: { frameIds?: number[] } }) => {
    if (frameIds instanceof Error) throw frameIds;
    return (target.frameIds ?? frameIds).map((frameId) => ({ frameId }));
  });
  const browser = {
    runtime: {
      onMessage: {
        addListener: (listener: typeof onMessage) => {
          onMessage = listener;
        },
        removeListener: () => {
          onMessage = undefined;
        },
      },
    },
    scripting: { executeScript },
    tabs: {
      connect: (_id: number, { frameId }: { frameId: number }) => {
        const listeners: { message?: (raw: unknown) => void; end?: () => void } = {};
        const port = {
          frameId,
          heard: [] as unknown[],
          isClosed: false,
          say: (raw: unknown) => listeners.message?.(raw),
          end: () => listeners.end?.(),
        };
        ports.push(port);
        return {
          onMessage: {
            addListener: (listener: (raw: unknown) => void) => {
              listeners.message = listener;
            },
          },
          onDisconnect: {
            addListener: (listener: () => void) => {
              listeners.end = listener;
            },
          },
          postMessage: (raw: unknown) => port.heard.push(raw),
          disconnect: () => {
            port.isClosed = true;
          },
        };
      },
    },
  } as unknown as Browser;
  const greet = (tabId: number, frameId: number) => onMessage?.({ name: 'greet' }, { tab: { id: tabId }, frameId });
  return { browser, ports, greet, executeScript, isHeard: () => onMessage !== undefined };
}

describe('following the outlines of a tab', () => {
  it('hears every frame, the tab’s own document first, and forgets those that go', async () => {
    const { browser, ports } = fake([7, 0]);
    const tell = vi.fn<(outlines: Outlines) => void>();
    followOutlines(browser, 1, tell);
    await settle();
    for (const port of ports) port.say(OUTLINE);
    expect([...tell.mock.lastCall![0].keys()]).toEqual([0, 7]);
    ports[0]!.end();
    expect([...tell.mock.lastCall![0].keys()]).toEqual([0]);
  });

  it('hears the words that a frame was asked for, and leaves damaged ones aside', async () => {
    const { browser, ports } = fake([7]);
    const [tell, tellWords] = [vi.fn(), vi.fn()];
    followOutlines(browser, 1, tell, tellWords).ask(7, { type: 'words', places: [2] });
    await settle();
    const words = [{ place: 2, text: 'Gulls slept less.' }];
    for (const raw of [{ words }, { words: 'none' }, { words: [{ place: -1, text: 'x' }] }]) ports[0]!.say(raw);
    expect(tellWords.mock.calls).toEqual([[7, words]]);
    expect(tell).not.toHaveBeenCalled();
  });

  it('leaves aside what is damaged', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { browser, ports } = fake();
    const tell = vi.fn();
    followOutlines(browser, 1, tell);
    await settle();
    for (const raw of [
      undefined,
      { ...OUTLINE, works: 'none' },
      { ...OUTLINE, order: [-1] },
      { ...OUTLINE, missing: ['<b>'] },
    ])
      ports[0]!.say(raw);
    expect(tell).not.toHaveBeenCalled();
    expect(warn).toHaveBeenCalledTimes(4);
    warn.mockRestore();
  });

  it('listens anew to a frame that greets, and keeps what it said until it says more', async () => {
    const { browser, ports, greet } = fake();
    const tell = vi.fn<(outlines: Outlines) => void>();
    const followed = followOutlines(browser, 1, tell);
    await settle();
    ports[0]!.say(OUTLINE);
    greet(2, 0);
    greet(1, 0);
    await settle();
    expect(ports).toHaveLength(2);
    expect(ports[0]!.isClosed).toBe(true);
    ports[0]!.end();
    expect(tell).toHaveBeenCalledTimes(1);
    followed.ask(0, { type: 'go', place: 1 });
    followed.ask(5, { type: 'mend' });
    expect(ports[1]!.heard).toEqual([{ type: 'go', place: 1 }]);
  });

  it('looks for frames again without disturbing those it hears', async () => {
    const { browser, ports, executeScript } = fake();
    const followed = followOutlines(browser, 1, () => {});
    await settle();
    followed.look();
    await settle();
    expect(executeScript).toHaveBeenCalledTimes(2);
    expect(ports).toHaveLength(1);
  });

  it('is silent where the browser keeps a page closed, and when it has ended', async () => {
    const closed = fake(new Error('Cannot access contents of the page'));
    const tell = vi.fn();
    followOutlines(closed.browser, 1, tell);
    await settle();
    const { browser, ports, isHeard } = fake();
    followOutlines(browser, 1, tell).stop();
    await settle();
    expect(ports).toEqual([]);
    expect(isHeard()).toBe(false);
    expect(tell).not.toHaveBeenCalled();
  });
});
