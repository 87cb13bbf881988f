import type { Browser } from './browser';
import type { PageStatus } from './messages';
import { tellTab } from './tabs';

/** What can be said of the page in a tab. */
export interface TabView {
  /** Undefined for pages that have no host (`file:`, the browser's own). */
  readonly host?: string;
  readonly view:
    | ({ readonly type: 'read' } & PageStatus)
    /** `pdf`: in the browser's viewer. `closed`: no extension may go there. `absent`: our script is not there yet. */
    | { readonly type: 'pdf' | 'closed' | 'absent' };
}

const parse = (url: string | undefined): URL | undefined => {
  try {
    return url === undefined ? undefined : new URL(url);
  } catch {
    return undefined;
  }
};

/** Whether a tab shows a PDF: asked of the document where that is allowed, else told by its address. */
async function isPdf(browser: Browser, tabId: number, url: URL | undefined): Promise<boolean> {
  try {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
    return frame?.result === 'application/pdf';
  } catch {
    return /\.pdf$/i.test(url?.pathname ?? '');
  }
}

/** What Ibid has found in a tab, or why it can find nothing there. Never throws. */
export async function viewTab(
  browser: Browser,
  tab: { readonly id?: number; readonly url?: string },
): Promise<TabView> {
  const url = parse(tab.url);
  const isWeb = url !== undefined && /^https?:$/.test(url.protocol);
  const host = isWeb ? url.hostname : undefined;
  if (tab.id === undefined) return { host, view: { type: 'closed' } };
  if (await isPdf(browser, tab.id, url)) return { host, view: { type: 'pdf' } };
  const status = await tellTab(browser, tab.id, 'status', {}, 0);
  if (status.ok) return { host, view: { type: 'read', ...status.value } };
  return { host, view: { type: isWeb || url?.protocol === 'file:' ? 'absent' : 'closed' } };
}
