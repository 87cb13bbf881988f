import type { Browser } from './browser';
import { READABLE, tellActiveTab, tellTab } from './tabs';

const SAVE_PASSAGE = 'save-passage';

/** Makes the context menu anew. Browsers keep it between runs of the background, so once after installing is enough. */
export async function createMenus(browser: Browser): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_PASSAGE,
    title: 'Save passage',
    contexts: ['selection'],
    documentUrlPatterns: READABLE,
  });
}

/** Passes the menu and the keyboard commands on to the page. Call it before the first `await`. */
export function listenForCommands(browser: Browser): void {
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId !== SAVE_PASSAGE || tab?.id === undefined) return;
    void tellTab(browser, tab.id, 'command', { name: 'save-passage' }, clicked.frameId);
  });
  browser.commands.onCommand.addListener((name) => {
    switch (name) {
      case 'open-note':
      case 'next-citation':
      case 'previous-citation':
      case 'save-passage':
        void tellActiveTab(browser, 'command', { name });
    }
  });
}
