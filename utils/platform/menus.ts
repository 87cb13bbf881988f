import type { Browser } from './browser';
import { openSidePanel } from './side-panel';
import { READABLE, tellActiveTab, tellTab } from './tabs';

const SAVE_PASSAGE = 'save-passage';
const MARK_CITATION = 'mark-citation';
const OPEN_PANEL = 'open-panel';
const ADD_WORK = 'add-work';

/** Words that were selected, and where. */
export interface SelectedWords {
  readonly text: string;
  readonly page: { readonly url: string; readonly title: string };
  readonly isPrivate: boolean;
  /** Undefined where they stand in no tab. */
  readonly tabId?: number;
}

/**
 * Makes the context menu anew. Browsers keep it between runs of the background, so once after installing is enough.
 *
 * @param words - What its entries say.
 */
export async function createMenus(
  browser: Browser,
  words: {
    readonly savePassage: string;
    readonly addWork: string;
    readonly markCitation: string;
    readonly openPanel: string;
  },
): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({
    id: SAVE_PASSAGE,
    title: words.savePassage,
    contexts: ['selection'],
    documentUrlPatterns: READABLE,
  });
  // Also where Ibid may not go: the browser gives the words itself, as in its viewer of PDFs.
  browser.contextMenus.create({ id: ADD_WORK, title: words.addWork, contexts: ['selection'] });
  browser.contextMenus.create({
    id: MARK_CITATION,
    title: words.markCitation,
    contexts: ['link'],
    documentUrlPatterns: READABLE,
  });
  // Not of a selection: what stands in the menu there is about the words.
  browser.contextMenus.create({ id: OPEN_PANEL, title: words.openPanel, contexts: ['page', 'action'] });
}

/**
 * Passes the menu and the keyboard commands on to the page. Call it before the first `await`.
 *
 * @param addWork - Lists the work that selected words name.
 */
export function listenForCommands(browser: Browser, addWork: (selected: SelectedWords) => void): void {
  browser.contextMenus.onClicked.addListener((clicked, tab) => {
    if (clicked.menuItemId === ADD_WORK) {
      const url = tab?.url ?? clicked.pageUrl ?? clicked.frameUrl ?? '';
      addWork({
        text: clicked.selectionText ?? '',
        page: { url, title: tab?.title ?? '' },
        isPrivate: tab?.incognito ?? false,
        ...(tab?.id !== undefined && { tabId: tab.id }),
      });
      return;
    }
    if (clicked.menuItemId === OPEN_PANEL) return void openSidePanel(browser, tab?.windowId);
    if (tab?.id === undefined) return;
    if (clicked.menuItemId === SAVE_PASSAGE)
      void tellTab(browser, tab.id, 'command', { name: 'save-passage' }, clicked.frameId);
    if (clicked.menuItemId === MARK_CITATION) void tellTab(browser, tab.id, 'markCitation', {}, clicked.frameId);
  });
  browser.commands.onCommand.addListener((name, tab) => {
    switch (name) {
      case OPEN_PANEL:
        void openSidePanel(browser, tab?.windowId);
        break;
      case 'open-note':
      case 'next-citation':
      case 'previous-citation':
      case 'save-passage':
      case 'undo-passage':
      case 'redo-passage':
        void tellActiveTab(browser, 'command', { name });
    }
  });
}
