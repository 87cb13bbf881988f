import { describe, expect, it, vi } from 'vitest';
import type { Browser } from './browser';
import { openSidePanel } from './side-panel';

const base = () => ({ runtime: { getURL: (path: string) => `x:${path}` }, tabs: { create: vi.fn(async () => {}) } });

describe('opening the side panel', () => {
  it('asks the browser in the task of the press: before anything is awaited', () => {
    const open = vi.fn(async () => {});
    void openSidePanel({ ...base(), sidePanel: { open } } as unknown as Browser, 4);
    expect(open).toHaveBeenCalledWith({ windowId: 4 });
    const bar = vi.fn(async () => {});
    void openSidePanel({ ...base(), sidebarAction: { open: bar } } as unknown as Browser, undefined);
    expect(bar).toHaveBeenCalledOnce();
  });

  it.each([
    ['there are none', {}],
    ['the browser refuses', { sidePanel: { open: async () => Promise.reject(new Error('no gesture')) } }],
  ])('opens a tab where %s', async (_name, openers) => {
    const browser = { ...base(), ...openers };
    expect(await openSidePanel(browser as unknown as Browser, 4)).toBe(false);
    expect(browser.tabs.create).toHaveBeenCalledWith({ url: 'x:/sidepanel.html' });
  });
});
