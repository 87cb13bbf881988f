// One way to drive both browsers with Ibid in them: puppeteer, over CDP in Chromium and over WebDriver BiDi in Firefox.
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { needBrowser } from './browsers.mjs';

/** @typedef {import('puppeteer-core').Page} Page */

/**
 * @typedef {object} Launch
 * @property {import('./browsers.mjs').BrowserName} browser
 * @property {string} [extensionDir] Folder of an unpacked build; none: a bare browser, to compare with.
 * @property {{ port: number }} [world] Every host name leads there. Without it the network is the real one.
 * @property {boolean} [headless] True where missing.
 * @property {{ width: number, height: number } | null} [viewport] CSS pixels; null: as large as the window.
 * @property {string[]} [args] More arguments for the program.
 */

/**
 * @typedef {object} Driver
 * @property {import('./browsers.mjs').BrowserName} name
 * @property {string} version
 * @property {string} extensionOrigin `chrome-extension://…` or `moz-extension://…`, without slash at the end; empty for a bare browser.
 * @property {import('puppeteer-core').Browser} browser
 * @property {(url?: string) => Promise<Page>} newPage A page, at `url` where given.
 * @property {() => Promise<void>} allowPrivate Lets the extension into private windows; it is loaded anew by that.
 * @property {(url: string) => Promise<Page>} privatePage A page in a private window. Firefox opens later pages beside it.
 * @property {(path: string) => Promise<Page>} extensionPage A page of the extension, e.g. `library.html`.
 * @property {() => Promise<boolean>} backgroundRuns
 * @property {() => Promise<void>} killBackground Ends the background as the browser does when it is idle; throws unless it died.
 * @property {() => Promise<void>} updateExtension Installs the same build again, as an update does under living pages.
 * @property {(name: RegExp, timeoutMs?: number) => Promise<{ name: string, text: string, bytes: Buffer }>} download Waits for a finished download.
 * @property {(origin: string) => Promise<void>} grantClipboard
 * @property {() => Promise<void>} close
 */

const STEP_MS = 25;

/**
 * Waits until a question has a true answer.
 *
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {{ timeoutMs?: number, what?: string }} [options]
 * @returns {Promise<NonNullable<T>>} The answer.
 */
export async function until(ask, { timeoutMs = 20_000, what = 'a condition' } = {}) {
  const end = performance.now() + timeoutMs;
  let error;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      error = undefined;
    } catch (caught) {
      error = caught;
    }
    await new Promise((next) => setTimeout(next, STEP_MS));
  } while (performance.now() < end);
  throw new Error(
    `Waited ${timeoutMs} ms in vain for ${what}.${error ? ` Last error: ${error.message ?? error}` : ''}`,
  );
}

function downloadsIn(folder) {
  return (name, timeoutMs = 10_000) =>
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

/** @param {Launch} launch @param {string} downloads @returns {Promise<Driver>} */
async function launchChromium(
  { extensionDir, world, headless = true, viewport = { width: 1200, height: 800 }, args = [] },
  downloads,
) {
  const browser = await puppeteer.launch({
    executablePath: needBrowser('chromium'),
    headless,
    // A pipe, because only over a pipe does branded Chrome let a driver load an unpacked extension.
    pipe: true,
    enableExtensions: true,
    acceptInsecureCerts: Boolean(world),
    defaultViewport: viewport,
    downloadBehavior: { policy: 'allow', downloadPath: downloads },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ...(world ? [`--host-resolver-rules=MAP * 127.0.0.1:${world.port}`, '--ignore-certificate-errors'] : []),
      '--no-default-browser-check',
      '--disable-component-update',
      ...args,
    ],
  });
  const id = extensionDir ? await browser.installExtension(resolve(extensionDir)) : '';
  const isBackground = (target) =>
    target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`);
  const session = await browser.target().createCDPSession();
  const background = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(
      (info) => info.type === 'service_worker' && info.url.startsWith(`chrome-extension://${id}/`),
    );
  };
  if (id) await browser.waitForTarget(isBackground, { timeout: 15_000 });

  const newPage = async (url) => {
    const page = await browser.newPage();
    if (url) await page.goto(url);
    return page;
  };
  return {
    name: 'chromium',
    version: await browser.version(),
    extensionOrigin: id && `chrome-extension://${id}`,
    browser,
    newPage,
    async allowPrivate() {
      const page = await newPage('chrome://extensions/');
      const worker = (await background())?.targetId;
      // What a reader does on this page.
      await page.evaluate(
        (extensionId) =>
          new Promise((done) => {
            const { developerPrivate } = chrome;
            developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () =>
              developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true }, done),
            );
          }),
        id,
      );
      await until(async () => ((await background())?.targetId ?? worker) !== worker, {
        what: 'the extension to be back',
      });
      await page.close();
    },
    async privatePage(url) {
      // A context that a driver makes is private, too, but gets no content scripts: a window of the browser's own does.
      const opener = await newPage(`chrome-extension://${id}/options.html`);
      const before = new Set(browser.targets());
      await opener.evaluate((url) => chrome.windows.create({ incognito: true, url }), url);
      const target = await browser.waitForTarget((found) => !before.has(found) && found.url().startsWith(url));
      await opener.close();
      return target.page();
    },
    extensionPage: (path) => newPage(`chrome-extension://${id}/${path}`),
    backgroundRuns: async () => Boolean(await background()),
    async killBackground() {
      const target = await background();
      if (!target) return;
      await until(
        async () => {
          // Told once, a worker that is just starting may go on.
          await session.send('Target.closeTarget', { targetId: target.targetId }).catch(() => {});
          return (await background())?.targetId !== target.targetId;
        },
        { what: 'the background to end' },
      );
    },
    async updateExtension() {
      await browser.installExtension(resolve(extensionDir));
    },
    download: downloadsIn(downloads),
    async grantClipboard(origin) {
      await browser
        .defaultBrowserContext()
        .overridePermissions(origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    },
    close: () => browser.close(),
  };
}

/** @param {Launch} launch @param {string} downloads @returns {Promise<Driver>} */
async function launchFirefox(
  { extensionDir, world, headless = true, viewport = { width: 1200, height: 800 }, args = [] },
  downloads,
) {
  const addon = extensionDir
    ? JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id
    : '';
  const uuid = randomUUID();
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowser('firefox'),
    headless,
    acceptInsecureCerts: Boolean(world),
    defaultViewport: viewport,
    // Lets the driver visit pages of the extension and reach the browser's own scope, for ending the background.
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [addon]: uuid }),
      ...(world
        ? {
            'network.dns.forceResolve': '127.0.0.1',
            // 23119 is Zotero's.
            'network.socket.forcePort': `443=${world.port};80=${world.port};23119=${world.port}`,
            'network.captive-portal-service.enabled': false,
            'network.connectivity-service.enabled': false,
          }
        : {}),
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.useDownloadDir': true,
      'browser.download.always_ask_before_handling_new_types': false,
      'browser.helperApps.neverAsk.saveToDisk':
        'application/json,text/plain,text/markdown,application/x-bibtex,application/octet-stream',
      'browser.download.panel.shown': true,
      // A prompt for a permission is the browser's own, which no driver reaches: it counts as granted.
      'extensions.webextOptionalPermissionPrompts': false,
      // Reading the clipboard asks the reader; writing it does not, and nothing of Ibid reads it.
      'dom.events.testing.asyncClipboard': true,
    },
  });
  if (extensionDir) await browser.installExtension(resolve(extensionDir));

  /** Evaluates an expression in the browser's own scope; it must give a JSON string. */
  const evaluateInChrome = async (expression) => {
    const { connection } = browser;
    const { result: tree } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const { result: answer } = await connection.send('script.evaluate', {
      expression,
      awaitPromise: true,
      target: { context: tree.contexts[0].context },
    });
    if (answer.type !== 'success') throw new Error(answer.exceptionDetails?.text ?? 'The browser threw.');
    return JSON.parse(answer.result.value);
  };
  const extension = `WebExtensionPolicy.getByID(${JSON.stringify(addon)}).extension`;
  const backgroundRuns = () =>
    evaluateInChrome(`JSON.stringify(${extension}.backgroundState)`).then((state) => state === 'running');

  const newPage = async (url) => {
    const page = await browser.newPage();
    if (url) await page.goto(url);
    return page;
  };
  return {
    name: 'firefox',
    version: await browser.version(),
    extensionOrigin: addon && `moz-extension://${uuid}`,
    browser,
    newPage,
    async allowPrivate() {
      await evaluateInChrome(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
        await ExtensionPermissions.add(${JSON.stringify(addon)}, permissions);
        await (await AddonManager.getAddonByID(${JSON.stringify(addon)})).reload();
        return 'true';
      })()`);
    },
    async privatePage(url) {
      await evaluateInChrome(`(async () => {
        const opened = OpenBrowserWindow({ private: true });
        await new Promise((done) => opened.addEventListener('load', done, { once: true }));
        await opened.delayedStartupPromise;
        const triggeringPrincipal = Services.scriptSecurityManager.getSystemPrincipal();
        const first = opened.gBrowser.selectedTab;
        opened.gBrowser.selectedTab = opened.gBrowser.addTab(${JSON.stringify(url)}, { triggeringPrincipal });
        opened.gBrowser.removeTab(first);
        return 'true';
      })()`);
      return until(async () => (await browser.pages()).find((page) => page.url().startsWith(url)), { what: url });
    },
    async extensionPage(path) {
      const page = await browser.newPage();
      // The promise of a navigation to a page of an extension never settles: start it and look for its end.
      page.goto(`moz-extension://${uuid}/${path}`).catch(() => {});
      await until(
        () => page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete'),
        { what: path },
      );
      return page;
    },
    backgroundRuns,
    async killBackground() {
      await evaluateInChrome(`${extension}.terminateBackground({ ignoreDevToolsAttached: true }).then(() => 'true')`);
      await until(async () => !(await backgroundRuns()), { what: 'the background to end' });
    },
    async updateExtension() {
      await browser.installExtension(resolve(extensionDir));
    },
    download: downloadsIn(downloads),
    // A preference above has done so.
    async grantClipboard() {},
    close: () => browser.close(),
  };
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
  const { close } = driver;
  driver.close = async () => {
    await close();
    rmSync(downloads, { recursive: true, force: true });
  };
  return driver;
}
