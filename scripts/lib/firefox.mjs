// Firefox with Ibid in it, over WebDriver BiDi.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { needBrowser } from './browsers.mjs';
import { until } from './until.mjs';

/**
 * Starts Firefox: what `launch` of driver.mjs does for it.
 *
 * @param {import('./driver.mjs').Launch} launch
 * @param {string} downloads Folder where they arrive.
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export async function launchFirefox(
  { extensionDir, world, headless = true, viewport = { width: 1200, height: 800 }, language, args = [] },
  downloads,
) {
  const addon = extensionDir
    ? JSON.parse(readFileSync(join(extensionDir, 'manifest.json'), 'utf8')).browser_specific_settings.gecko.id
    : '';
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: needBrowser('firefox'),
    headless,
    acceptInsecureCerts: Boolean(world),
    defaultViewport: viewport,
    // Lets the driver visit pages of the extension and reach the browser's own scope, for ending the background.
    args: ['--remote-allow-system-access', ...args],
    extraPrefsFirefox: {
      ...(language ? { 'intl.locale.requested': language, 'intl.accept_languages': language } : {}),
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

  let host = '';
  const install = async () => {
    await browser.installExtension(resolve(extensionDir));
    host = await evaluateInChrome(`JSON.stringify(${extension}.uuid)`);
  };
  if (extensionDir) await install();

  const newPage = async (url) => {
    const page = await browser.newPage();
    if (url) await page.goto(url);
    return page;
  };
  const goToOwn = async (page, path, timeoutMs) => {
    const url = `moz-extension://${host}/${path}`;
    // The promise of a navigation to a page of an extension never settles: start it and look for its end.
    page.goto(url).catch(() => {});
    await until(() => page.evaluate((url) => location.href === url && document.readyState === 'complete', url), {
      what: path,
      timeoutMs,
    });
  };
  return {
    name: 'firefox',
    version: await browser.version(),
    get extensionOrigin() {
      return host && `moz-extension://${host}`;
    },
    browser,
    newPage,
    async allowPrivate(isAllowed) {
      await evaluateInChrome(`(async () => {
        const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
        const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
        const permissions = { permissions: ['internal:privateBrowsingAllowed'], origins: [] };
        await ExtensionPermissions.${isAllowed ? 'add' : 'remove'}(${JSON.stringify(addon)}, permissions);
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
    async extensionPage(path, options) {
      const page = await browser.newPage(options);
      await goToOwn(page, path);
      return page;
    },
    goToOwn,
    async pressToolbarButton() {
      await evaluateInChrome(`(async () => {
        const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        await ExtensionParent.apiManager.global.browserActionFor(${extension}).triggerAction(window);
        return 'true';
      })()`);
      const popup = `document.querySelector('browser.webextension-popup-browser')`;
      const isOpen = `${popup}?.closest('panel').state === 'open' && ${popup}.currentURI.filePath === '/popup.html'`;
      await until(() => evaluateInChrome(`JSON.stringify(${isOpen})`), { what: 'the popup' });
    },
    backgroundRuns,
    async killBackground() {
      await evaluateInChrome(`${extension}.terminateBackground({ ignoreDevToolsAttached: true }).then(() => 'true')`);
      await until(async () => !(await backgroundRuns()), { what: 'the background to end' });
    },
    async updateExtension() {
      await browser.installExtension(resolve(extensionDir));
    },
    // A preference above has done so.
    async grantClipboard() {},
    async revokeClipboard() {},
    close: () => browser.close(),
  };
}
