// The library page with many passages, in real Chromium: how soon it is open, how quickly it answers, what it holds in memory.
import { readFileSync } from 'node:fs';
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';
import { median, percentile, tenth } from './numbers.mjs';

/** @typedef {{ id: number, text: string, note: string, title: string, url: string, tags: string[], created: number }} Made */

const WORDS =
  'night shift workers sleep lamp amber tern cliff island trial review sample dose placebo harm benefit nurse clinic rural city winter summer light dark noise quiet early late first second'.split(
    ' ',
  );

/** Passages of our own words, where no file of others is given. @returns {Made[]} */
function makePassages(count) {
  let state = 7;
  const random = (below) => {
    state = (state * 48271) % 2147483647;
    return state % below;
  };
  const sentence = (most) =>
    Array.from(
      { length: 3 + random(most) },
      () => `${WORDS[random(WORDS.length)]}${random(3) ? '' : random(4000)}`,
    ).join(' ');
  return Array.from({ length: count }, (_, id) => ({
    id,
    text: sentence(40),
    note: random(3) ? '' : sentence(12),
    title: sentence(6),
    url: `https://example.org/${random(count / 8)}`,
    tags: Array.from({ length: random(4) }, () => `topic-${random(200)}`),
    created: 1.6e12 + id * 1e6,
  }));
}

const idOf = (id) => `0b7c9f0e-0000-4000-8000-${String(id).padStart(12, '0')}`;
const rowOf = ({ id, text, note, title, url, tags, created }) => ({
  id: idOf(id),
  page: { url, title, keys: [`url:${url}`, `clean:${url.slice(8)}`] },
  selectors: { quote: { exact: text, prefix: '', suffix: '' } },
  colour: 'yellow',
  remark: note,
  tags: [...new Set(tags)],
  created,
  modified: created,
});

/** Puts rows into the library as they are, without the background: the index is then built from nothing. */
export async function fill(driver, rows) {
  const first = await driver.extensionPage('library.html');
  await until(() => first.$('[role="tab"]'), { what: 'the library' });
  await first.close();
  const page = await driver.extensionPage('options.html');
  for (let from = 0; from < rows.length; from += 2000) {
    await page.evaluate(
      (rows) =>
        new Promise((resolve, reject) => {
          const opening = indexedDB.open('ibid');
          opening.onsuccess = () => {
            const transaction = opening.result.transaction('passages', 'readwrite');
            for (const row of rows) transaction.objectStore('passages').put(row);
            transaction.oncomplete = () => resolve(opening.result.close());
            transaction.onerror = () => reject(transaction.error);
          };
        }),
      rows.slice(from, from + 2000),
    );
  }
  await page.evaluate(() => {
    indexedDB.deleteDatabase('ibid-search');
  });
  await page.close();
}

/** Opens the library with a watch on its long tasks and on its first entries. */
async function openLibrary(driver) {
  const page = await driver.newPage();
  await page.evaluateOnNewDocument(() => {
    globalThis.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) globalThis.longest = Math.max(globalThis.longest, duration);
    }).observe({ type: 'longtask', buffered: true });
    const watch = new MutationObserver(() => {
      if (document.querySelector('article')) globalThis.firstRows ??= performance.now();
      if (document.querySelector('.found')?.textContent.trim()) globalThis.counted ??= performance.now();
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  await page.goto(`${driver.extensionOrigin}/library.html`);
  await until(() => page.evaluate(() => globalThis.firstRows), { what: 'the first entries', timeoutMs: 60_000 });
  return page;
}

/** Asks the worker of the library page directly, a question at a time. @returns {Promise<{ ms: number, total: number }[]>} */
const askAll = (page, questions) =>
  page.evaluate(async (questions) => {
    const worker = globalThis.asked;
    const answers = [];
    for (const [index, { text, isTyping }] of questions.entries()) {
      const id = 1_000_000 + index;
      const start = performance.now();
      const total = await new Promise((resolve) => {
        const heard = ({ data }) => {
          if (data.type !== 'found' || data.id !== id) return;
          worker.removeEventListener('message', heard);
          resolve(data.total);
        };
        worker.addEventListener('message', heard);
        worker.postMessage({
          type: 'search',
          id,
          search: { text, isTyping, chosen: { in: ['passages'] }, order: 'best' },
        });
      });
      answers.push({ ms: performance.now() - start, total });
    }
    return answers;
  }, questions);

/** Bytes on the heaps of the page and of its workers, garbage collected. */
async function heapOf(page) {
  let bytes = 0;
  for (const client of [await page.createCDPSession(), ...page.workers().map((worker) => worker.client)]) {
    await client.send('HeapProfiler.collectGarbage').catch(() => {});
    const { usedSize, backingStorageSize = 0 } = await client.send('Runtime.getHeapUsage');
    bytes += usedSize + backingStorageSize;
  }
  return bytes;
}

/** Questions of several kinds: from a file with exact counts, and phrases that stand in the passages. */
function questionsOf(passages, file) {
  const given = file ? JSON.parse(readFileSync(file, 'utf8')) : {};
  const step = Math.max(1, Math.floor(passages.length / 50));
  const some = passages.filter((_, index) => index % step === 0);
  const word = (text, at) =>
    text
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu)
      ?.at(at);
  const own = {
    word: some.map(({ text }) => ({ q: word(text, 0) })),
    and: some.map(({ text }) => ({ q: `${word(text, 0)} ${word(text, -1)}` })),
    prefix: some.map(({ text }) => ({ q: word(text, -1)?.slice(0, 4) })),
    phrase: some.map(({ text }) => ({ q: `"${text.split(' ').slice(0, 2).join(' ')}"` })),
  };
  const kinds = Object.entries({ ...own, ...given });
  return kinds.map(([kind, list]) => [kind, list.filter(({ q }) => q && /[\p{L}\p{N}]/u.test(q))]);
}

/** Letters with a stroke and the like, which Unicode does not take apart. */
const STROKES = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
/** Writing that puts no spaces between words ends a word of other letters. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;
/** The words of a text without regard to accents, as a reader who types none means them. */
const plainWords = (text) =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[ßæœøłđðþı]/g, (letter) => STROKES[letter])
    .replace(UNSPACED, ' $& ')
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** How many passages hold every word of a question, by reading each of them. */
function plainCount(passages, question) {
  const words = plainWords(question);
  return passages.filter(({ text, note, title }) => {
    const own = new Set(plainWords(`${text} ${note} ${title}`));
    return words.every((word) => own.has(word));
  }).length;
}

/**
 * Rows `library.*`: milliseconds to the first entries, to the index that counts them and of the first search after a cold start, of the slowest twentieth of
 * searches, of saving; the longest task of the page; heap; searches whose number of hits is not the one given.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {{ passages?: string, queries?: string, count?: number, runs: number }} options Files as of the same shapes; else our own.
 */
export async function library(world, { passages: file, queries, count = 10_000, runs }) {
  /** @type {Made[]} */
  const passages = file ? JSON.parse(readFileSync(file, 'utf8')) : makePassages(count);
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  const rows = [];
  const report = (id, value, unit, runs) => rows.push({ id: `library.${id}`, value: tenth(value), unit, runs });
  try {
    await fill(driver, passages.map(rowOf));
    const building = await driver.newPage();
    const start = performance.now();
    await building.goto(`${driver.extensionOrigin}/library.html`);
    await until(
      () =>
        building.evaluate(
          (total) => document.querySelector('#tab-passages .count')?.textContent === String(total),
          passages.length,
        ),
      { what: 'the index', timeoutMs: 300_000 },
    );
    report('build', performance.now() - start, 'ms', 1);
    await building.close();

    const opened = [];
    const searched = [];
    const counted = [];
    const longest = [];
    let page;
    for (let run = 0; run < runs; run++) {
      await page?.close();
      page = await openLibrary(driver);
      opened.push(await page.evaluate(() => globalThis.firstRows));
      await until(() => page.evaluate(() => globalThis.counted), { what: 'the index', timeoutMs: 60_000 });
      counted.push(await page.evaluate(() => globalThis.counted));
      searched.push(
        await page.evaluate(
          async (word) => {
            const field = document.querySelector('input[type="search"]');
            const start = performance.now();
            field.value = word;
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            while (!document.querySelector('mark')) await new Promise(requestAnimationFrame);
            return performance.now() - start;
          },
          passages[0].text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu)[0],
        ),
      );
      longest.push(await page.evaluate(() => globalThis.longest));
    }
    report('open', median(opened), 'ms', runs);
    report('counted', median(counted), 'ms', runs);
    report('first-search', median(searched), 'ms', runs);
    report('heap', (await heapOf(page)) / 1e6, 'MB', 1);

    const worker = page.workers()[0].url();
    await page.evaluate(async (url) => {
      globalThis.asked = new Worker(url, { type: 'module' });
      await new Promise((resolve) => {
        globalThis.asked.onmessage = ({ data }) => data.type === 'changed' && data.waiting === 0 && resolve();
      });
      globalThis.asked.onmessage = null;
    }, worker);
    for (const [kind, list] of questionsOf(passages, queries)) {
      const asked = list.map(({ q }) => ({ text: q, isTyping: kind === 'prefix' }));
      await askAll(page, asked);
      const answers = await askAll(page, asked);
      report(`${kind}.p50`, median(answers.map(({ ms }) => ms)), 'ms', answers.length);
      report(
        `${kind}.p95`,
        percentile(
          answers.map(({ ms }) => ms),
          95,
        ),
        'ms',
        answers.length,
      );
      const given = list.flatMap(({ q, hits }, index) =>
        hits === undefined ? [] : [{ q, hits, total: answers[index].total }],
      );
      // Words count as given, or as they are without their accents: who types "menu" is shown "menú", too, and "Store" where Han follows without a space.
      const other = given
        .filter(({ hits, total }) => hits !== total)
        .map((each) => ({ ...each, plain: plainCount(passages, each.q) }));
      const wrong = other.filter(({ total, plain }) => total !== plain);
      if (given.length > 0) report(`${kind}.other-counts`, wrong.length, 'queries', given.length);
      for (const { q, hits, total, plain } of other)
        console.log(`  “${q}”: ${total} found, ${hits} given, ${plain} without regard to accents and to Han beside it`);
      if (kind === 'typo') {
        const answered = answers.filter(({ total }) => total > 0).length;
        report('typo.answered', (100 * answered) / answers.length, '%', answers.length);
      }
    }
    const saved = [];
    for (let run = 0; run < 20; run++) {
      // One at a time, as a reader does: the page has taken in the one before.
      await new Promise((resolve) => setTimeout(resolve, 500));
      saved.push(
        await page.evaluate(
          async (passage) => {
            const start = performance.now();
            await chrome.runtime.sendMessage({ name: 'savePassage', input: { passage } });
            return performance.now() - start;
          },
          rowOf({ ...passages[0], id: 9_000_000 + run }),
        ),
      );
    }
    report('save.p50', median(saved), 'ms', saved.length);
    longest.push(await page.evaluate(() => globalThis.longest));
    report('longest-task', Math.max(...longest), 'ms', runs);
  } finally {
    await driver.close();
  }
  return rows;
}
