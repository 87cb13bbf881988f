import type { Browser } from './browser';

/** A tab of the reader's. */
export interface FollowedTab {
  readonly id?: number;
  readonly windowId?: number;
  readonly url?: string;
  readonly title?: string;
  /** Whether it is in a private window. */
  readonly incognito?: boolean;
}

/**
 * The tab that the reader looks at beside this page of ours: the active one of the window. Where this page stands in a tab itself (a
 * browser without side panels, or a reader who wants it so), and is the active one, it is the tab that was active before.
 */
export async function tabInView(browser: Browser): Promise<FollowedTab | undefined> {
  const [self, tabs] = await Promise.all([browser.tabs.getCurrent(), browser.tabs.query({ currentWindow: true })]);
  const others = tabs.filter(({ id }) => id !== self?.id);
  return (
    others.find(({ active }) => active) ?? others.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0))[0]
  );
}

/**
 * Follows the tab in view.
 *
 * @param tell - Hears of it now, whenever it is another one, and whenever it shows something else; undefined where there is none.
 * @returns Its undo.
 */
export function followTab(browser: Browser, tell: (tab: FollowedTab | undefined) => void): () => void {
  let isOver = false;
  let asked = 0;
  const look = async () => {
    const number = ++asked;
    const tab = await tabInView(browser);
    if (!isOver && number === asked) tell(tab);
  };
  const onActivated = () => void look();
  const onUpdated = (
    _id: number,
    change: { readonly status?: string; readonly url?: string; readonly title?: string },
  ) => {
    if (change.status === 'complete' || change.url || change.title) void look();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.tabs.onRemoved.addListener(onActivated);
  void look();
  return () => {
    isOver = true;
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onRemoved.removeListener(onActivated);
  };
}
