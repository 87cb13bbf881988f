// Chromium with Ibid in it, over CDP.
import { resolve } from 'node:path';
import puppeteer from 'puppeteer-core';
import { needBrowser } from './browsers.mjs';
import { until } from './until.mjs';

/**
 * Starts Chromium: what `launch` of driver.mjs does for it.
 *
 * @param {import('./driver.mjs').Launch} launch
 * @param {string} downloads Folder where they arrive.
 * @returns {Promise<import('./driver.mjs').Driver>}
 */
export async function launchChromium(
  { extensionDir, world, headless = true, viewport = { width: 1200, height: 800 }, language, args = [] },
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
      ...(language ? [`--lang=${language}`] : []),
      ...args,
    ],
    // On Linux, Chromium asks the system, and not its own switch.
    ...(language ? { env: { ...process.env, LANGUAGE: language } } : {}),
  });
  const folder = extensionDir && resolve(extensionDir);
  const id = folder ? await browser.installExtension(folder) : '';
  const isBackground = (target) =>
    target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`);
  if (id) await browser.waitForTarget(isBackground, { timeout: 30_000 });
  const session = await browser.target().createCDPSession();
  const background = async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(
      (info) => info.type === 'service_worker' && info.url.startsWith(`chrome-extension://${id}/`),
    );
  };

  const newPage = async (url, options) => {
    const page = await browser.newPage(options);
    if (url) await page.goto(url);
    return page;
  };
  /** @type {WeakMap<import('puppeteer-core').Page, import('puppeteer-core').CDPSession>} */
  const workersSeenFrom = new WeakMap();
  const driver = {
    name: 'chromium',
    version: await browser.version(),
    get extensionOrigin() {
      return id && `chrome-extension://${id}`;
    },
    browser,
    newPage,
    async allowPrivate(isAllowed) {
      const page = await newPage('chrome://extensions/');
      const worker = (await background())?.targetId;
      // What a reader does on this page.
      await page.evaluate(
        (extensionId, incognitoAccess) =>
          new Promise((done) => {
            const { developerPrivate } = chrome;
            developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }, () =>
              developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess }, done),
            );
          }),
        id,
        isAllowed,
      );
      await until(async () => ((await background())?.targetId ?? worker) !== worker, {
        what: 'the extension to be back',
      });
      // Ended while it is still being registered, it would not come back.
      await (await driver.desk()).evaluate(() => navigator.serviceWorker.ready.then(() => true));
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
    extensionPage: (path, options) => newPage(`chrome-extension://${id}/${path}`, options),
    async goToOwn(page, path, timeout) {
      await page.goto(`chrome-extension://${id}/${path}`, { timeout });
    },
    async inBackground(work) {
      const { targetId } = await until(background, { what: 'the background to run' });
      const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: true });
      try {
        const expression = `(${work})()`;
        const { exceptionDetails } = await session
          .connection()
          .session(sessionId)
          .send('Runtime.evaluate', { expression, awaitPromise: true });
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      } finally {
        await session.send('Target.detachFromTarget', { sessionId }).catch(() => {});
      }
    },
    async pressToolbarButton() {
      await driver.inBackground(() => chrome.action.openPopup());
      await browser.waitForTarget((found) => found.url() === `chrome-extension://${id}/popup.html`);
    },
    backgroundRuns: async () => Boolean(await background()),
    async killBackground() {
      const target = await background();
      if (!target) return;
      const desk = await driver.desk();
      const workers = workersSeenFrom.get(desk) ?? (await desk.createCDPSession());
      workersSeenFrom.set(desk, workers);
      await workers.send('ServiceWorker.enable');
      await until(
        async () => {
          // Told once, a worker that is just starting may go on.
          await workers.send('ServiceWorker.stopAllWorkers');
          return (await background())?.targetId !== target.targetId;
        },
        { what: 'the background to end' },
      );
    },
    async updateExtension() {
      await browser.installExtension(folder);
    },
    async grantClipboard(origin) {
      await browser
        .defaultBrowserContext()
        .overridePermissions(origin, ['clipboard-read', 'clipboard-write', 'clipboard-sanitized-write']);
    },
    revokeClipboard: () => browser.defaultBrowserContext().clearPermissionOverrides(),
    close: () => browser.close(),
  };
  return driver;
}
