// A large library taken away in real Chromium, in every format and as a backup: how long it takes, whether the page stays at hand, and
// whether the worker that writes holds more of a large library than of a small one.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { until } from '../lib/until.mjs';
import { tenth } from './numbers.mjs';

/** Passages of each work. */
const PASSAGES = 3;
const WORKS = 10_000;
/** Works of the library with which the large one is compared. */
const FEW_WORKS = 2500;
/** Rows that are put into the library at a time. */
const AT_ONCE = 2000;
const PATIENCE_MS = 120_000;

async function libraryMaker() {
  const build = fileURLToPath(new URL('../build-bench.mjs', import.meta.url));
  const { code, output } = await run(build, []);
  if (code !== 0) throw new Error(output);
  const { library } = await import(pathToFileURL(`${ROOT}.output/bench/export-speed.mjs`).href);
  return library;
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
  // The index knows nothing of what was put in behind its back: it is built from nothing.
  await page.evaluate(() => {
    indexedDB.deleteDatabase('ibid-search');
  });
  await page.close();
}

/** Bytes on the heap of a context after all that nobody holds has been collected. */
async function held(session) {
  await session.send('HeapProfiler.collectGarbage');
  return (await session.send('Runtime.getHeapUsage')).usedSize;
}

/** Lets the page do something and waits for its file: how long that took, its longest task meanwhile, and its heap at most. */
async function timed(page, act, file) {
  const session = await page.createCDPSession();
  await held(session);
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

/** The most that the worker holds while it writes a file: looked at again and again, each time after a collection, which slows it down. */
async function heldWhile(writer, act, file) {
  let most = 0;
  let isOver = false;
  const looking = (async () => {
    while (!isOver) most = Math.max(most, await held(writer.client));
  })();
  await act();
  await file();
  isOver = true;
  await looking;
  return most;
}

/** Formats in which the worker's heap is measured: of works alone, and of passages too, by page. */
const HELD = ['bibtex', 'csv', 'html'];

/** Everything of one library taken away: how long each format takes, where `isTimed`, and what the worker holds with some. */
async function takenAway(world, library, works, isTimed) {
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  try {
    await fill(driver, library(works, works * PASSAGES));
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
    const writer = await until(() => page.workers().find((worker) => worker.url().includes('writing')), {
      what: 'the worker that writes',
    });
    const save = () => page.click('.export-preview + button');
    const file = (name) => () => driver.download(name, PATIENCE_MS);
    const formats = await page.$$eval('#export-format option', (options) => options.map(({ value }) => value));
    const times = new Map();
    const holds = new Map([['nothing', await held(writer.client)]]);
    for (const format of formats.filter((each) => isTimed || HELD.includes(each))) {
      await page.select('#export-format', format);
      await page.waitForNetworkIdle({ idleTime: 500 });
      if (isTimed) times.set(format, await timed(page, save, file(/^ibid-/)));
      if (HELD.includes(format)) holds.set(format, await heldWhile(writer, save, file(/^ibid-/)));
    }
    if (isTimed) times.set('backup', await timed(page, () => page.click('.safe-actions button'), file(/^ibid-backup/)));
    return { times, holds };
  } finally {
    await driver.close();
  }
}

/**
 * Rows `taking.FORMAT.*`: milliseconds from the press to the saved file, the longest task of the page meanwhile, and the most megabytes on
 * its heap. Rows `writing.FORMAT.*`: the most megabytes that the worker which writes holds meanwhile (`nothing`: before the first file), of a
 * library a quarter as large, and how many times as much that is.
 *
 * @param {import('../lib/world.mjs').World} world
 */
export async function taking(world) {
  const library = await libraryMaker();
  const rows = [];
  const report = (id, value, unit) => rows.push({ id, value: tenth(value), unit, runs: 1 });
  const few = await takenAway(world, library, FEW_WORKS, false);
  const all = await takenAway(world, library, WORKS, true);
  for (const [format, { ms, longest, heap }] of all.times) {
    report(`taking.${format}.all`, ms, 'ms');
    report(`taking.${format}.longest-task`, longest, 'ms');
    report(`taking.${format}.heap`, heap / 1e6, 'MB');
  }
  for (const [format, bytes] of all.holds) {
    report(`writing.${format}.held`, bytes / 1e6, 'MB');
    report(`writing.${format}.held-of-few`, few.holds.get(format) / 1e6, 'MB');
    report(`writing.${format}.growth`, bytes / few.holds.get(format), '×');
  }
  return rows;
}
