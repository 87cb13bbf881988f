import type { Browser } from './browser';
import type { PageStatus } from './messages';
import { tellTab } from './tabs';

/** What can be said of the page in a tab. */
export interface TabView {
  /** Undefined for pages that have no host (`file:`, the browser's own). */
  readonly host?: string;
  readonly view:
    | ({ readonly type: 'read' } & PageStatus)
    /** `pdf`: in the browser's viewer. `closed`: no extension may go there. `absent`: our script is not there yet. `own`: a page of Ibid. */
    | { readonly type: 'pdf' | 'closed' | 'absent' | 'own' };
}

const parse = (url: string | undefined): URL | undefined => {
  try {
    return url === undefined ? undefined : new URL(url);
  } catch {
    return undefined;
  }
};

/**
 * The media types of a tab's documents by frame; empty where the browser keeps it closed, as Firefox does with its PDF viewer.
 */
async function documentTypes(browser: Browser, tabId: number): Promise<ReadonlyMap<number, string>> {
  try {
    const target = { tabId, allFrames: true };
    const frames = await browser.scripting.executeScript({ target, func: () => document.contentType });
    return new Map(frames.map(({ frameId, result }) => [frameId, String(result)]));
  } catch {
    return new Map();
  }
}

const distinct = <T>(lists: readonly (readonly T[])[]): readonly T[] => [...new Set(lists.flat())];

/** What all frames of a tab have. */
function summed(frames: readonly PageStatus[], host: string): PageStatus {
  const sum = (count: 'citations' | 'clusters' | 'passages') =>
    frames.reduce((total, frame) => total + frame[count], 0);
  return {
    host,
    citations: sum('citations'),
    clusters: sum('clusters'),
    passages: sum('passages'),
    settled: frames.every(({ settled }) => settled),
    kinds: distinct(frames.map(({ kinds }) => kinds)),
    signs: distinct(frames.map(({ signs }) => signs)),
    colours: distinct(frames.map(({ colours }) => colours)),
  };
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
  if (tab.url?.startsWith(browser.runtime.getURL(''))) return { view: { type: 'own' } };
  const tabId = tab.id;
  const types = await documentTypes(browser, tabId);
  const type = types.get(0);
  if (type === 'application/pdf' || (type === undefined && /\.pdf$/i.test(url?.pathname ?? '')))
    return { host, view: { type: 'pdf' } };
  const [own, ...others] = await Promise.all(
    [...new Set([0, ...types.keys()])].map((frameId) => tellTab(browser, tabId, 'status', {}, frameId)),
  );
  if (own?.ok) {
    const heard = [own, ...others].flatMap((reply) => (reply.ok ? [reply.value] : []));
    return { host, view: { type: 'read', ...summed(heard, own.value.host) } };
  }
  const isOpen = type !== undefined && (isWeb || url?.protocol === 'file:');
  return { host, view: { type: isOpen ? 'absent' : 'closed' } };
}
