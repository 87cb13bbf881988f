import type { Browser } from './browser';

/** What opens a panel beside the page: Chromium's way and Firefox's, of which a browser has one or none. */
interface Openers {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
}

/** Where the panel can be seen in a tab of its own, as in browsers that have no panels. */
export const PANEL_PAGE = '/sidepanel.html';

/**
 * Opens the side panel of a window. Browsers open it only for a press of the reader's, and only if this is called in the same
 * task: before any `await`.
 *
 * @returns Whether it opened; where it cannot, it is opened in a tab.
 */
export async function openSidePanel(browser: Browser, windowId: number | undefined): Promise<boolean> {
  const { sidePanel, sidebarAction } = browser as unknown as Openers;
  try {
    if (sidebarAction) await sidebarAction.open();
    else if (sidePanel && windowId !== undefined) await sidePanel.open({ windowId });
    else throw new Error('This browser has no side panels.');
    return true;
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(PANEL_PAGE) });
    return false;
  }
}
