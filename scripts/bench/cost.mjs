// What the always-on script adds to a large page, in real Chromium: the same page loaded with and without the extension, in
// turn, and one traced load that says which tasks were the extension's own.
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';
import { median, tenth } from './numbers.mjs';
import { ownTasks } from './own-tasks.mjs';

const ADDRESS = 'https://encyclopedia.example/article';
/** Time in which a page comes to rest after loading, where there is no extension. */
const SETTLE_MS = 4000;
/** A busy machine leaves an idle-time script little time; processor time, which is counted, does not depend on that. */
const PATIENCE_MS = 60_000;

/** Walks over every link and text node once, as any script that looks at a page must. Runs in a world of its own, cold. */
const BARE_WALK = `(() => {
  let sum = 0;
  for (const link of document.querySelectorAll('a[href]')) sum += link.getAttribute('href').length;
  const walker = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) sum += walker.currentNode.data.length;
  return sum;
})()`;

const PAINTED = '[...(CSS.highlights?.values() ?? [])].reduce((sum, set) => sum + set.size, 0)';

/** Waits until the page is at rest and, with the extension, until what it paints no longer changes. */
async function settled(page, driver) {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  if (driver.extensionOrigin === '') return 0;
  let last = -1;
  return until(
    async () => {
      const painted = await page.evaluate(PAINTED);
      const isStill = painted > 0 && painted === last;
      last = painted;
      if (!isStill) await new Promise((resolve) => setTimeout(resolve, 500));
      return isStill ? painted : undefined;
    },
    { timeoutMs: PATIENCE_MS, what: 'the extension to paint what it found' },
  );
}

async function load(driver) {
  const page = await driver.newPage();
  const session = await page.createCDPSession();
  await session.send('Performance.enable');
  await page.goto(ADDRESS, { waitUntil: 'load' });
  const painted = await settled(page, driver);
  const measure = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const named = await measure();
  const { frameTree } = await session.send('Page.getFrameTree');
  const { executionContextId } = await session.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const before = await measure();
  await session.send('Runtime.evaluate', { expression: BARE_WALK, contextId: executionContextId });
  const after = await measure();
  await page.close();
  return {
    cpu: named.ThreadTime * 1000,
    script: named.ScriptDuration * 1000,
    heap: named.JSHeapUsedSize / 1e6,
    painted,
    walk: (after.ThreadTime - before.ThreadTime) * 1000,
  };
}

async function trace(driver) {
  const page = await driver.newPage();
  const tasks = await ownTasks(driver, page, async () => {
    await page.goto(ADDRESS, { waitUntil: 'load' });
    await settled(page, driver);
  });
  await page.close();
  return tasks;
}

/**
 * Rows about the page: `page.*`.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {string} html The page to load.
 * @param {number} runs Counted loads in each browser; one more warms up.
 */
export async function cost(world, html, runs) {
  world.page(ADDRESS, html);
  const bare = await launch({ browser: 'chromium', world });
  const ours = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  const without = [];
  const withIt = [];
  const traces = [];
  try {
    for (let run = 0; run <= runs; run++) {
      const [one, other] = [await load(bare), await load(ours)];
      if (run === 0) continue;
      without.push(one);
      withIt.push(other);
    }
    for (let run = 0; run < 3; run++) traces.push(await trace(ours));
  } finally {
    await bare.close();
    await ours.close();
  }
  const of = (rows, what) => median(rows.map((row) => row[what]));
  // Of the differences between neighbours in time, because a machine's speed drifts more than the extension costs.
  const added = (what) => median(withIt.map((row, index) => row[what] - without[index][what]));
  const walk = of(without, 'walk');
  const own = median(traces.map((one) => one.total));
  const peer = { name: 'bare walk over links and text nodes', value: tenth(walk) };
  return [
    { id: 'page.bare-walk', value: tenth(walk), unit: 'ms', runs },
    { id: 'page.cpu', value: tenth(added('cpu')), unit: 'ms', runs, peer },
    { id: 'page.script', value: tenth(added('script')), unit: 'ms', runs, peer },
    // Of the time in scripts: all time of the main thread differs by hundreds of milliseconds between loads of the bare page.
    { id: 'page.script.times-bare-walk', value: tenth(added('script') / walk), unit: '×', runs },
    { id: 'page.own-code', value: tenth(own), unit: 'ms', runs: traces.length, peer },
    {
      id: 'page.longest-task',
      value: tenth(Math.max(...traces.map((one) => one.longest))),
      unit: 'ms',
      runs: traces.length,
    },
    { id: 'page.heap', value: tenth(added('heap')), unit: 'MB', runs },
    { id: 'page.painted-ranges', value: of(withIt, 'painted'), unit: 'ranges', runs },
  ];
}
