// A large library taken away in real Chromium, in every format and as a backup: how long it takes, and whether the page stays at hand.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, until } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { tenth } from './numbers.mjs';

const WORKS = 10_000;
const PASSAGES = 30_000;
/** Rows that are put into the library at a time. */
const AT_ONCE = 2000;
const PATIENCE_MS = 120_000;

async function madeLibrary() {
  const build = fileURLToPath(new URL('../build-bench.mjs', import.meta.url));
  const { code, output } = await run(build, []);
  if (code !== 0) throw new Error(output);
  const { library } = await import(pathToFileURL(`${ROOT}.output/bench/export-speed.mjs`).href);
  return library(WORKS, PASSAGES);
}

/** Puts rows into the library as they are, without the background. */
async function fill(driver, { items, passages }) {
  const first = await driver.extensionPage('library.html');
  await until(() => first.$('[role="tab"]'), { what: 'the library' });
  await first.close();
  const page = await driver.extensionPage('options.html');
  const rows = {
    items: items.map((item) => ({ ...item, keys: [`doi:${item.work.csl.DOI}`] })),
    passages,
  };
  for (const [store, all] of Object.entries(rows)) {
    for (let from = 0; from < all.length; from += AT_ONCE) {
      await page.evaluate(
        (store, rows) =>
          new Promise((resolve, reject) => {
            const opening = indexedDB.open('ibid');
            opening.onsuccess = () => {
              const transaction = opening.result.transaction(store, 'readwrite');
              for (const row of rows) transaction.objectStore(store).put(row);
              transaction.oncomplete = () => resolve(opening.result.close());
              transaction.onerror = () => reject(transaction.error);
            };
          }),
        store,
        all.slice(from, from + AT_ONCE),
      );
    }
  }
  await page.close();
}

/** Lets the page do something and waits for its file: how long that took, its longest task meanwhile, and its heap at most. */
async function timed(page, act, file) {
  const session = await page.createCDPSession();
  await session.send('HeapProfiler.collectGarbage');
  // Long tasks are told of late: this one is not the page's.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.evaluate(() => {
    globalThis.longest = 0;
  });
  const start = performance.now();
  await act();
  let heap = 0;
  const measured = setInterval(async () => {
    heap = Math.max(heap, (await session.send('Runtime.getHeapUsage').catch(() => ({ usedSize: 0 }))).usedSize);
  }, 50);
  await file();
  clearInterval(measured);
  const ms = performance.now() - start;
  await session.detach();
  return { ms, heap, longest: await page.evaluate(() => globalThis.longest) };
}

/**
 * Rows `taking.FORMAT.*`: milliseconds from the press to the saved file, the longest task of the page meanwhile, and the most
 * megabytes on its heap.
 *
 * @param {import('../lib/world.mjs').World} world
 */
export async function taking(world) {
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  const rows = [];
  const report = (id, { ms, longest, heap }) => {
    const row = (what, value, unit) => ({ id: `taking.${id}.${what}`, value: tenth(value), unit, runs: 1 });
    rows.push(row('all', ms, 'ms'), row('longest-task', longest, 'ms'), row('heap', heap / 1e6, 'MB'));
  };
  try {
    await fill(driver, await madeLibrary());
    const page = await driver.newPage();
    await page.evaluateOnNewDocument(() => {
      globalThis.longest = 0;
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
      }).observe({ type: 'longtask' });
    });
    await page.goto(`${driver.extensionOrigin}/library.html`);
    await until(() => page.$('article'), { what: 'the first entries', timeoutMs: PATIENCE_MS });
    await page.evaluate(() => {
      for (const fold of document.querySelectorAll('details')) fold.open = true;
    });
    await until(() => page.$('#export-format'), { what: 'the panel for taking away' });
    const save = (press, name) => timed(page, press, () => driver.download(name, PATIENCE_MS));
    const formats = await page.$$eval('#export-format option', (options) => options.map(({ value }) => value));
    for (const format of formats) {
      await page.select('#export-format', format);
      await page.waitForNetworkIdle({ idleTime: 500 });
      report(format, await save(() => page.click('.export-preview + button'), /^ibid-/));
    }
    report('backup', await save(() => page.click('.safe-actions button'), /^ibid-backup/));
  } finally {
    await driver.close();
  }
  return rows;
}
