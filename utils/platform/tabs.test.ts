import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './browser';
import { injectScanEverywhere, onLastPrivateWindow, showOwnPage, tellTab, tellTabs } from './tabs';

const TABS = [
  { id: 1, windowId: 10 },
  { id: 2, windowId: 10 },
  { id: 3, windowId: 11 },
];

function fake(tabs = TABS) {
  const sendMessage = vi.fn(async (id: number): Promise<unknown> => {
    if (id === 2) throw new Error('Receiving end does not exist.');
    return { ok: true, value: {} };
  });
  const executeScript = vi.fn(async ({ target }: { target: { tabId: number } }) => {
    if (target.tabId === 2) throw new Error('Cannot access contents of the page');
  });
  const insertCSS = vi.fn(async (_: { target: { tabId: number } }) => {});
  const calls = { create: vi.fn(), update: vi.fn(), focus: vi.fn() };
  const browser = {
    runtime: { getURL: (path: string) => `chrome-extension://us${path}` },
    tabs: { query: async () => tabs, sendMessage, create: calls.create, update: calls.update },
    windows: { update: calls.focus },
    scripting: { executeScript, insertCSS },
  } as unknown as Browser;
  return { browser, sendMessage, executeScript, insertCSS, ...calls };
}

describe('tellTab', () => {
  it('gives the answer, and a failure where no script of ours runs or answers', async () => {
    const { browser, sendMessage } = fake();
    expect(await tellTab(browser, 1, 'passagesChanged', {}, 4)).toEqual({ ok: true, value: {} });
    expect(sendMessage).toHaveBeenCalledWith(1, { name: 'passagesChanged', input: {} }, { frameId: 4 });
    expect(await tellTab(browser, 2, 'passagesChanged', {})).toMatchObject({ failure: { kind: 'refused' } });
    sendMessage.mockResolvedValueOnce(undefined);
    expect(await tellTab(browser, 1, 'passagesChanged', {})).toMatchObject({ failure: { kind: 'refused' } });
  });
});

describe('tellTabs', () => {
  it('tells every tab but the one it came from, whether or not one of them is closed to us', async () => {
    const { browser, sendMessage } = fake();
    await tellTabs(browser, 'passagesChanged', {}, 1);
    expect(sendMessage.mock.calls.map(([id]) => id)).toEqual([2, 3]);
  });
});

describe('injectScanEverywhere', () => {
  it('goes into every open page, past those that the browser keeps closed', async () => {
    const { browser, executeScript, insertCSS } = fake();
    await injectScanEverywhere(browser);
    expect(executeScript.mock.calls.map(([{ target }]) => target.tabId)).toEqual([1, 2, 3]);
    expect(insertCSS.mock.calls.map(([{ target }]) => target.tabId)).toEqual([1, 2, 3]);
  });
});

describe('showOwnPage', () => {
  it('brings the tab that has it to the front, or opens one', async () => {
    const there = fake([{ id: 3, windowId: 11 }]);
    await showOwnPage(there.browser, '/library.html');
    expect(there.update).toHaveBeenCalledWith(3, { active: true });
    expect(there.focus).toHaveBeenCalledWith(11, { focused: true });
    expect(there.create).not.toHaveBeenCalled();

    const absent = fake([]);
    await showOwnPage(absent.browser, '/library.html');
    expect(absent.create).toHaveBeenCalledWith({ url: 'chrome-extension://us/library.html' });
  });
});

describe('onLastPrivateWindow', () => {
  it('calls back only once no private window is left', async () => {
    let close = async () => {};
    let open = [{ incognito: true }, { incognito: false }];
    const browser = {
      windows: { onRemoved: { addListener: (listener: typeof close) => (close = listener) }, getAll: async () => open },
    } as unknown as Browser;
    const forget = vi.fn();
    onLastPrivateWindow(browser, forget);
    await close();
    expect(forget).not.toHaveBeenCalled();
    open = [{ incognito: false }];
    await close();
    expect(forget).toHaveBeenCalledOnce();
  });
});
