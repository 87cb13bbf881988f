// One way to drive both browsers with Ibid in them: puppeteer, over CDP in Chromium and over WebDriver BiDi in Firefox.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchChromium } from './chromium.mjs';
import { launchFirefox } from './firefox.mjs';
import { until } from './until.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Launch
 * @property {import('./browsers.mjs').BrowserName} browser
 * @property {string} [extensionDir] Folder of an unpacked build; none: a bare browser, to compare with.
 * @property {{ port: number }} [world] Every host name leads there. Without it the network is the real one.
 * @property {boolean} [headless] True where missing.
 * @property {{ width: number, height: number } | null} [viewport] CSS pixels; null: as large as the window.
 * @property {string} [language] The browser's own, such as `en-US`; the system's where missing. Firefox knows those it has a pack for.
 * @property {string[]} [args] More arguments for the program.
 */

/**
 * @typedef {object} Driver
 * @property {import('./browsers.mjs').BrowserName} name
 * @property {string} version
 * @property {string} extensionOrigin `chrome-extension://…` or `moz-extension://…`, without slash at the end; empty for a bare browser.
 * @property {import('puppeteer-core').Browser} browser
 * @property {(url?: string) => Promise<Page>} newPage A page, at `url` where given.
 * @property {(isAllowed: boolean) => Promise<void>} allowPrivate Lets the extension into private windows, or out of them; it is loaded anew by that.
 * @property {(url: string) => Promise<Page>} privatePage A page in a private window. Firefox opens later pages beside it.
 * @property {(path: string, options?: { background?: boolean }) => Promise<Page>} extensionPage A page of the extension, e.g. `library.html`, in view.
 * @property {(page: Page, path: string, timeoutMs?: number) => Promise<void>} goToOwn Takes a page to one of the extension's own, as `extensionPage` does.
 * @property {() => Promise<Page>} desk A place among the extension's own pages, out of view, in which to say things to it; made at first need.
 * @property {() => Promise<void>} pressToolbarButton Presses the extension's own button and waits until its popup is open.
 * @property {(work: () => unknown) => Promise<void>} inBackground Does something in the background itself, for what no page can do; work must need nothing around it. In Chromium alone.
 * @property {() => Promise<boolean>} backgroundRuns
 * @property {() => Promise<void>} killBackground Ends the background as the browser does when it is idle; throws unless it died.
 * @property {(kept?: readonly Page[]) => Promise<void>} renew As if the extension were new in the browser: every page but those given closed, nothing kept, nothing granted, nothing downloaded.
 * @property {() => Promise<void>} updateExtension Installs the same build again, as an update does under living pages.
 * @property {(name: RegExp, timeoutMs?: number) => Promise<{ name: string, text: string, bytes: Buffer }>} download Waits for a finished download.
 * @property {(origin: string) => Promise<void>} grantClipboard
 * @property {() => Promise<void>} revokeClipboard
 * @property {() => Promise<void>} close
 */

function downloadsIn(folder) {
  return (name, timeoutMs = 20_000) =>
    until(
      () => {
        const file = readdirSync(folder).find((entry) => name.test(entry) && !/\.(crdownload|part|tmp)$/.test(entry));
        if (!file || readdirSync(folder).includes(`${file}.part`)) return undefined;
        const bytes = readFileSync(join(folder, file));
        if (bytes.length === 0) return undefined;
        rmSync(join(folder, file));
        return { name: file, text: bytes.toString('utf8'), bytes };
      },
      { timeoutMs, what: `a download called ${name}` },
    );
}

/** Whether a page is still there and answers: one that ended with its extension is not always said to be closed. @param {Page} page */
export const isAlive = (page) => page.evaluate(() => true).catch(() => false);

/**
 * A page of the extension that is nothing but a picture, so nothing in it answers or changes. One that the extension's renewal
 * has closed is made again.
 */
function deskOf(driver) {
  /** @type {Page | undefined} */
  let desk;
  return async () => {
    if (!desk || !(await isAlive(desk))) desk = await driver.extensionPage('icon/48.png', { background: true });
    return desk;
  };
}

/** Forgets all that the extension keeps and was granted; evaluated in one of its pages. */
async function forget() {
  const { alarms, permissions, runtime, storage } = globalThis.browser ?? chrome;
  localStorage.clear();
  await Promise.all([storage.local.clear(), storage.session.clear(), alarms.clearAll()]);
  await permissions.remove({ permissions: runtime.getManifest().optional_permissions });
  for (const { name } of await indexedDB.databases()) {
    await new Promise((resolve, reject) => {
      const deletion = indexedDB.deleteDatabase(name);
      deletion.onsuccess = resolve;
      deletion.onerror = () => reject(deletion.error);
    });
  }
}

/**
 * Starts a browser with a fresh profile and, where a folder is given, the extension in it.
 *
 * @param {Launch} launch
 * @returns {Promise<Driver>}
 */
export async function launch(launch) {
  const downloads = mkdtempSync(join(tmpdir(), 'ibid-downloads-'));
  const driver = await (launch.browser === 'firefox' ? launchFirefox : launchChromium)(launch, downloads);
  driver.download = downloadsIn(downloads);
  driver.desk = deskOf(driver);
  const { allowPrivate } = driver;
  let isInPrivate = false;
  driver.allowPrivate = async (isAllowed) => {
    // The extension's pages end with it, and with its last page a window.
    const page = await driver.newPage();
    await allowPrivate(isAllowed);
    isInPrivate = isAllowed;
    await driver.desk();
    await page.close();
  };
  driver.renew = async (kept = []) => {
    if (isInPrivate) await driver.allowPrivate(false);
    const desk = await driver.desk();
    for (const page of await driver.browser.pages()) if (page !== desk && !kept.includes(page)) await page.close();
    // What the background has in hand it would write afterwards.
    await driver.killBackground();
    await desk.evaluate(forget);
    await driver.killBackground();
    await driver.revokeClipboard();
    for (const left of readdirSync(downloads)) rmSync(join(downloads, left), { recursive: true });
  };
  const { close } = driver;
  driver.close = async () => {
    await close();
    rmSync(downloads, { recursive: true, force: true });
  };
  return driver;
}
