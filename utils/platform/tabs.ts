import { failedAs } from '../model/failure';
import type { Browser } from './browser';
import type { Reply, Script, ToPage } from './messages';

/** Pages into which Ibid may go. */
export const READABLE = ['http://*/*', 'https://*/*', 'file:///*'];

/**
 * Says something to the scripts of a tab.
 *
 * @param frameId - One frame only; all frames of the tab when undefined, of which the first to answer is heard.
 * @returns What was answered; a failure of kind `refused` where no script of ours runs (a browser's own page, a PDF viewer,
 *   a page that has been open since before Ibid was installed). Never throws.
 */
export async function tellTab<Name extends keyof ToPage>(
  browser: Browser,
  tabId: number,
  name: Name,
  input: ToPage[Name][0],
  frameId?: number,
): Promise<Reply<ToPage[Name][1]>> {
  try {
    const reply = await browser.tabs.sendMessage(tabId, { name, input }, frameId === undefined ? {} : { frameId });
    if (typeof (reply as Reply<unknown> | undefined)?.ok === 'boolean') return reply as Reply<ToPage[Name][1]>;
  } catch {
    // No script of ours there: said below.
  }
  return failedAs('refused', `tabs.${name}`, 'notHere');
}

/** Says something to every tab that is awake, but one. Who does not listen does not hear it. */
export async function tellTabs<Name extends keyof ToPage>(
  browser: Browser,
  name: Name,
  input: ToPage[Name][0],
  exceptTabId?: number,
): Promise<void> {
  const tabs = await browser.tabs.query({ url: READABLE, discarded: false });
  await Promise.all(
    tabs.map((tab) =>
      tab.id === undefined || tab.id === exceptTabId ? undefined : tellTab(browser, tab.id, name, input),
    ),
  );
}

/** Says something to the tab the reader is looking at. */
export async function tellActiveTab<Name extends keyof ToPage>(
  browser: Browser,
  name: Name,
  input: ToPage[Name][0],
): Promise<void> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  if (tab?.id !== undefined) await tellTab(browser, tab.id, name, input);
}

/** Puts scripts of ours into one frame, one after the other. Rejects where the browser forbids it, or the frame has gone. */
export async function injectScripts(
  browser: Browser,
  scripts: readonly Script[],
  tabId: number,
  frameId: number,
): Promise<void> {
  await browser.scripting.executeScript({
    target: { tabId, frameIds: [frameId] },
    files: scripts.map((script) => `/${script}.js`),
    injectImmediately: true,
  });
}

/** Puts the scan script and the styles of what is painted into every page that is open already: for browsers that do not do so themselves. */
export async function injectScanEverywhere(browser: Browser): Promise<void> {
  const tabs = await browser.tabs.query({ url: READABLE, discarded: false });
  const injections = tabs.flatMap((tab) => {
    const target = { tabId: tab.id ?? -1, allFrames: true };
    return [
      browser.scripting.insertCSS({ target, files: ['/assets/marks.css', '/assets/passages.css'] }),
      browser.scripting.executeScript({ target, files: ['/scan.js'], injectImmediately: true }),
    ];
  });
  // Some pages are closed to every extension (the browser's own store); the others shall not wait for them.
  await Promise.allSettled(injections);
}

/** Shows one of the extension's own pages: the tab that has it already, or a new one. */
export async function showOwnPage(browser: Browser, path: `/${string}`, query = ''): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [tab] = await browser.tabs.query({ url: `${url}*` });
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: url + query });
    return;
  }
  await browser.tabs.update(tab.id, { active: true, ...(query && { url: url + query }) });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Opens the browser's own page for extensions' shortcuts. */
export async function openShortcutSettings(browser: Browser): Promise<void> {
  const commands = browser.commands as typeof browser.commands & { openShortcutSettings?: () => Promise<void> };
  if (commands.openShortcutSettings) await commands.openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

/** Calls back whenever the last private window has closed. Call it before the first `await`. */
export function onLastPrivateWindow(browser: Browser, forget: () => void): void {
  // Firefox for Android has no windows: what was learnt there goes with the background itself.
  browser.windows?.onRemoved.addListener(async () => {
    const windows = await browser.windows.getAll();
    if (!windows.some(({ incognito }) => incognito)) forget();
  });
}
