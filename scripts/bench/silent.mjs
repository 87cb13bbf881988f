// What a page without any citation costs, next to an extension that does nothing: callbacks of the extension's own, by a trace of
// real Chromium.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';
import { median, tenth } from './numbers.mjs';
import { silentPage } from './page.mjs';

const ADDRESS = 'https://news.example/story';
/** Time in which a page of this size comes to rest. */
const SETTLE_MS = 2500;

/** An unpacked extension with a script in every page that does nothing. */
function emptyExtension() {
  const folder = join(mkdtempSync(join(tmpdir(), 'ibid-empty-')), 'extension');
  mkdirSync(folder);
  const manifest = {
    manifest_version: 3,
    name: 'Empty',
    version: '1.0',
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches: ['<all_urls>'], js: ['page.js'], run_at: 'document_start', all_frames: true }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'background.js'), 'self.onmessage = () => {};');
  writeFileSync(join(folder, 'page.js'), '(() => {})();');
  return folder;
}

/** Milliseconds of the processor in an extension's scripts during one load: their evaluation, and the callbacks after it. */
async function load(driver) {
  const page = await driver.newPage();
  const session = await page.createCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { categories: 'devtools.timeline,v8', transferMode: 'ReportEvents' });
  await page.goto(ADDRESS, { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  let isComplete = false;
  session.once('Tracing.tracingComplete', () => {
    isComplete = true;
  });
  await session.send('Tracing.end');
  await until(() => isComplete, { timeoutMs: 60_000, what: 'the trace' });
  await page.close();
  const own = events.filter(
    ({ ph, args }) => ph === 'X' && `${args?.data?.url ?? ''}`.startsWith(driver.extensionOrigin),
  );
  const sum = (name) =>
    own.filter((event) => event.name === name).reduce((ms, { tdur, dur }) => ms + (tdur ?? dur) / 1000, 0);
  return { evaluation: sum('EvaluateScript'), callbacks: sum('FunctionCall') };
}

/**
 * Rows about a page without citations: `silent.*`.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {number} runs Counted loads with each extension; one more warms up.
 */
export async function silent(world, runs) {
  world.page(ADDRESS, silentPage());
  const folder = emptyExtension();
  const drivers = {
    empty: await launch({ browser: 'chromium', world, extensionDir: folder }),
    ours: await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` }),
  };
  const loads = { empty: [], ours: [] };
  try {
    for (let run = 0; run <= runs; run++)
      for (const [name, driver] of Object.entries(drivers)) {
        const measured = await load(driver);
        if (run > 0) loads[name].push(measured);
      }
  } finally {
    for (const driver of Object.values(drivers)) await driver.close();
    rmSync(join(folder, '..'), { recursive: true, force: true });
  }
  return ['callbacks', 'evaluation'].map((what) => {
    const [empty, ours] = [loads.empty, loads.ours].map((rows) => median(rows.map((row) => row[what])));
    return {
      id: `silent.${what}`,
      value: tenth(ours - empty),
      unit: 'ms',
      runs,
      peer: { name: 'an empty extension', value: tenth(empty) },
    };
  });
}
