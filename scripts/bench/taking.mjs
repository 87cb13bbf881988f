// A large library taken away in real Chromium, in every format and as a backup: how long it takes, whether the page stays at hand, and
// whether the worker that writes holds more of a large library than of a small one.

import { fileURLToPath, pathToFileURL } from 'node:url';
import { launch, until } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
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
  await page.close();
}

/**
 * The most that a context has had on its heap so far, looked at all the time: bytes in use, with what is not yet collected.
 *
 * @param {import('puppeteer-core').CDPSession} session
 */
function watchHeap(session) {
  let most = 0;
  const timer = setInterval(async () => {
    const { usedSize } = await session.send('Runtime.getHeapUsage').catch(() => ({ usedSize: 0 }));
    most = Math.max(most, usedSize);
  }, 20);
  return () => {
    clearInterval(timer);
    return most;
  };
}

/** Lets the page do something and waits for its file: how long that took, its longest task meanwhile, and the heaps at most. */
async function timed(page, writer, act, file) {
  const session = await page.createCDPSession();
  for (const each of [session, writer.client]) await each.send('HeapProfiler.collectGarbage');
  // Long tasks are told of late: this one is not the page's.
  await new Promise((resolve) => setTimeout(resolve, 500));
  await page.evaluate(() => {
    globalThis.longest = 0;
  });
  const start = performance.now();
  const [pageHeap, writerHeap] = [session, writer.client].map(watchHeap);
  await act();
  await file();
  const ms = performance.now() - start;
  const found = { ms, heap: pageHeap(), writer: writerHeap() };
  await session.detach();
  return { ...found, longest: await page.evaluate(() => globalThis.longest) };
}

/** What the worker keeps when it has nothing to do: bytes in use after everything else has been collected. */
async function keptBy(writer) {
  await writer.client.send('HeapProfiler.collectGarbage');
  return (await writer.client.send('Runtime.getHeapUsage')).usedSize;
}

/** Everything of one library taken away in some formats; all where none are named. */
async function takenAway(world, library, works, only) {
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
    const save = (press, name) => timed(page, writer, press, () => driver.download(name, PATIENCE_MS));
    const formats = await page.$$eval('#export-format option', (options) => options.map(({ value }) => value));
    const found = new Map();
    for (const format of formats.filter((each) => !only || only.includes(each))) {
      await page.select('#export-format', format);
      await page.waitForNetworkIdle({ idleTime: 500 });
      found.set(format, await save(() => page.click('.export-preview + button'), /^ibid-/));
    }
    const kept = await keptBy(writer);
    if (!only) found.set('backup', await save(() => page.click('.safe-actions button'), /^ibid-backup/));
    return { found, kept };
  } finally {
    await driver.close();
  }
}

/** Formats by which the heaps of two libraries are compared: works alone, and passages too. */
const COMPARED = ['bibtex', 'html'];

/**
 * Rows `taking.FORMAT.*`: milliseconds from the press to the saved file, the longest task of the page meanwhile, and the most megabytes on
 * its heap and on that of the worker that writes. `taking.FORMAT.writer-growth` is how many times as much the worker's heap was with four times the
 * library; `taking.kept` what it keeps of the library between two files.
 *
 * @param {import('../lib/world.mjs').World} world
 */
export async function taking(world) {
  const library = await libraryMaker();
  const rows = [];
  const report = (id, value, unit) => rows.push({ id: `taking.${id}`, value: tenth(value), unit, runs: 1 });
  const few = await takenAway(world, library, FEW_WORKS, COMPARED);
  const { found, kept } = await takenAway(world, library, WORKS);
  for (const [format, { ms, longest, heap, writer }] of found) {
    report(`${format}.all`, ms, 'ms');
    report(`${format}.longest-task`, longest, 'ms');
    report(`${format}.heap`, heap / 1e6, 'MB');
    if (format === 'backup') continue;
    report(`${format}.writer-heap`, writer / 1e6, 'MB');
    const less = few.found.get(format)?.writer;
    if (less) report(`${format}.writer-growth`, writer / less, '×');
  }
  report('kept', kept / 1e6, 'MB');
  report('kept-of-few', few.kept / 1e6, 'MB');
  return rows;
}
