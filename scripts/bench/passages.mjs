// Saved passages on a large page, in real Chromium: describing them, finding them again while the page is as it was, has shifted, or
// was edited, painting many of them, and what of it holds up the page.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';
import { until } from '../lib/until.mjs';
import { fill } from './library.mjs';
import { median, tenth } from './numbers.mjs';
import { ownTasks } from './own-tasks.mjs';

const ADDRESS = 'https://encyclopedia.example/passages';
const PASSAGES = 200;
const MANY = 1000;
const PAINTED = 2000;
const FRAMES = 150;
const ROUNDS = 5;

/**
 * Chooses passages, some of them over several elements, in the page. The same seed chooses the same. Runs in the page.
 *
 * @param {number} count
 */
function choose(count) {
  let state = 99;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const paragraphs = [...document.querySelectorAll('main > p')];
  return Array.from({ length: count }, () => {
    const paragraph = paragraphs[Math.floor(random() * paragraphs.length)];
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) if (walker.currentNode.data.trim().length > 12) texts.push(walker.currentNode);
    const at = Math.floor(random() * texts.length);
    const start = texts[at];
    const end = texts[Math.min(texts.length - 1, at + Math.floor(random() * 3))];
    const range = document.createRange();
    const from = Math.floor(random() * (start.data.length - 10));
    range.setStart(start, from);
    const to =
      end === start
        ? Math.min(start.data.length, from + 10 + Math.floor(random() * 200))
        : 1 + Math.floor(random() * (end.data.length - 1));
    range.setEnd(end, to);
    return range;
  });
}

/** Puts a banner on top, and everything into another element. Runs in the page. */
function shift() {
  const banner = document.createElement('div');
  banner.innerHTML = `<p>${'Please read this notice first. '.repeat(60)}</p>`;
  document.body.prepend(banner);
  const main = document.querySelector('main');
  const other = document.createElement('main');
  other.append(...main.childNodes);
  main.replaceWith(other);
}

/** Makes other words of three in a hundred, or adds one to them. Runs in the page. */
function edit() {
  let state = 5;
  const random = () => {
    state = (state * 48271) % 2147483647;
    return state / 2147483647;
  };
  const other = (word) => (random() > 0.03 ? word : random() < 0.5 ? 'changed' : `${word} added`);
  for (const paragraph of document.querySelectorAll('main > p')) {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) walker.currentNode.data = walker.currentNode.data.replace(/[A-Za-z]{4,}/g, other);
  }
}

/** Describes passages, changes the page, finds them again. Runs in the page. */
async function anchorAll(count, change) {
  const { DOMIMPL } = window;
  const ranges = choose(count);
  const describing = [];
  const saved = ranges.map((range) => {
    const start = performance.now();
    const selectors = DOMIMPL.describe(document.body, range);
    describing.push(performance.now() - start);
    const { startContainer, startOffset, endContainer, endOffset } = range;
    return { selectors, startContainer, startOffset, endContainer, endOffset };
  });
  if (change !== 'unchanged') shift();
  if (change === 'edited') edit();
  /** Characters between two points. */
  const apart = (node, offset, other, otherOffset) => {
    const between = document.createRange();
    const within = Math.min(offset, node.data?.length ?? offset);
    between.setStart(node, within);
    between.setEnd(other, otherOffset);
    if (between.collapsed) {
      between.setStart(other, otherOffset);
      between.setEnd(node, within);
    }
    return between.toString().length;
  };
  let ms = 0;
  let misplaced = 0;
  for (const one of saved) {
    const start = performance.now();
    const found = await DOMIMPL.anchor(document.body, one.selectors);
    ms += performance.now() - start;
    const near =
      found &&
      apart(one.startContainer, one.startOffset, found.startContainer, found.startOffset) <= 12 &&
      apart(one.endContainer, one.endOffset, found.endContainer, found.endOffset) <= (change === 'edited' ? 52 : 12);
    if (!near) misplaced += 1;
  }
  return { ms, misplaced, describing };
}

/** Scrolls through the page, a frame a step. Runs in the page. @returns Milliseconds a frame. */
async function scrollThrough(frames) {
  window.scrollTo(0, 0);
  await new Promise(requestAnimationFrame);
  const start = performance.now();
  for (let frame = 0; frame < frames; frame += 1) {
    window.scrollBy(0, 500);
    await new Promise(requestAnimationFrame);
  }
  return (performance.now() - start) / frames;
}

/** Paints as many ranges as given in all colours, or takes them away. Runs in the page. */
function paint(count) {
  CSS.highlights.clear();
  const ranges = count > 0 ? choose(count) : [];
  for (let colour = 1; colour <= 5; colour += 1)
    CSS.highlights.set(`mark-${colour}`, new Highlight(...ranges.filter((_range, index) => index % 5 === colour - 1)));
}

/** A page with the functions above, and the shipped code, in it. */
async function openPage(driver) {
  const page = await driver.newPage(ADDRESS);
  await page.addScriptTag({ path: `${ROOT}.output/bench/anchor-dom.js` });
  await page.addScriptTag({ content: [choose, shift, edit, anchorAll, scrollThrough, paint].join('\n') });
  return page;
}

async function anchoring(driver, runs) {
  const rows = [];
  for (const [name, count, change] of [
    ['unchanged', PASSAGES, 'unchanged'],
    ['shifted', PASSAGES, 'shifted'],
    ['edited', PASSAGES, 'edited'],
    ['thousand', MANY, 'edited'],
  ]) {
    const found = [];
    for (let round = 0; round < runs; round += 1) {
      const page = await openPage(driver);
      found.push(await page.evaluate((count, change) => anchorAll(count, change), count, change));
      await page.close();
    }
    const each = found.flatMap(({ describing }) => describing.slice(1));
    if (name === 'unchanged')
      rows.push({
        id: 'passages.describe',
        value: Math.round(median(each) * 100) / 100,
        unit: 'ms',
        runs: each.length,
      });
    rows.push({ id: `passages.anchor.${name}`, value: tenth(median(found.map(({ ms }) => ms))), unit: 'ms', runs });
    rows.push({ id: `passages.misplaced.${name}`, value: found[0].misplaced, unit: 'passages', runs });
  }
  return rows;
}

async function scrolling(world) {
  // Without a limit, a frame takes as long as its work.
  const driver = await launch({
    browser: 'chromium',
    world,
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  try {
    const page = await openPage(driver);
    await page.addStyleTag({ content: readFileSync(`${ROOT}entrypoints/passages.css`, 'utf8') });
    const frames = () => page.evaluate((frames) => scrollThrough(frames), FRAMES);
    await frames();
    const ratios = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      // Before and after, because a machine's speed drifts more than paint costs.
      await page.evaluate(() => paint(0));
      const before = await frames();
      await page.evaluate((count) => paint(count), PAINTED);
      const painted = await frames();
      await page.evaluate(() => paint(0));
      const after = await frames();
      ratios.push((2 * painted) / (before + after));
    }
    return [
      { id: 'passages.scroll.times-unpainted', value: Math.round(median(ratios) * 100) / 100, unit: '×', runs: ROUNDS },
    ];
  } finally {
    await driver.close();
  }
}

/** What of finding and painting passages, when the page comes and when it is built anew, is done at a stretch. */
async function repainting(world, selectors) {
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  try {
    const { host, pathname } = new URL(ADDRESS);
    const keys = [`url:${ADDRESS}`, `clean:${host}${pathname}`];
    const rows = selectors.map((each, index) => ({
      id: `0b7c9f0e-0000-4000-8000-${String(index).padStart(12, '0')}`,
      page: { url: ADDRESS, title: 'Passages', keys },
      selectors: each,
      colour: 'green',
      remark: '',
      tags: [],
      created: 1.6e12 + index,
      modified: 1.6e12 + index,
    }));
    await fill(driver, rows);
    const page = await driver.newPage();
    const painted = () =>
      page.evaluate(() => {
        const ranges = [...(CSS.highlights.get('mark-2') ?? [])];
        return ranges.filter((range) => range.startContainer.isConnected && !range.collapsed).length;
      });
    const all = (what) =>
      until(async () => (await painted()) >= rows.length * 0.9, { timeoutMs: 60_000, what: `passages on ${what}` });
    const tasks = await ownTasks(driver, page, async () => {
      await page.goto(ADDRESS, { waitUntil: 'load' });
      await all('the page');
      await page.evaluate(() => {
        const main = document.querySelector('main');
        main.innerHTML = `<p>${'A notice. '.repeat(50)}</p>${main.innerHTML}`;
      });
      await until(async () => (await painted()) < rows.length / 2, { what: 'the page to be built anew' }).catch(
        () => {},
      );
      await all('the page built anew');
    });
    return [{ id: 'passages.longest-task', value: tenth(tasks.longest), unit: 'ms', runs: 1 }];
  } finally {
    await driver.close();
  }
}

/**
 * Rows `passages.*`.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {string} html The page: paragraphs in `main`.
 * @param {number} runs
 */
export async function passages(world, html, runs) {
  const build = fileURLToPath(new URL('../build-bench.mjs', import.meta.url));
  const { code, output } = await run(build, []);
  if (code !== 0) throw new Error(output);
  world.page(ADDRESS, html);
  const driver = await launch({ browser: 'chromium', world });
  let rows;
  let selectors;
  try {
    rows = await anchoring(driver, runs);
    const page = await openPage(driver);
    selectors = await page.evaluate(
      (count) => choose(count).map((range) => window.DOMIMPL.describe(document.body, range)),
      MANY,
    );
    await page.close();
  } finally {
    await driver.close();
  }
  return [...rows, ...(await scrolling(world)), ...(await repainting(world, selectors))];
}
