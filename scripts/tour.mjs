// The whole job of Ibid, done once on the demo page in a real browser, step by step, each step looked at before it counts.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { answerForServices } from './demo-answers.mjs';
import { serveDemo } from './demo-page.mjs';
import { launch } from './lib/driver.mjs';
import { ROOT } from './lib/root.mjs';
import { openWorld } from './lib/world.mjs';
import { visitLibrary } from './tour-library.mjs';
import { readNotes } from './tour-notes.mjs';
import { savePassages } from './tour-passages.mjs';
import { createReport } from './tour-report.mjs';

/** Where pictures and exported files are left. */
const OUT = join(ROOT, 'demo', 'out');

/**
 * @typedef {object} Scene What every part of the tour works with.
 * @property {import('./lib/driver.mjs').Driver} driver
 * @property {import('./lib/world.mjs').World} world
 * @property {ReturnType<typeof serveDemo>} demo
 * @property {import('./tour-report.mjs').Report} report
 * @property {import('puppeteer-core').Page} page The demo page.
 */

/**
 * Makes the tour in one browser.
 *
 * @param {{ browser: import('./lib/browsers.mjs').BrowserName, extensionDir: string }} options
 * @returns {Promise<boolean>} Whether every step happened.
 */
export async function tour({ browser, extensionDir }) {
  const world = await openWorld();
  answerForServices(world);
  const demo = serveDemo(world);
  const viewport = { width: 1180, height: 860 };
  const driver = await launch({ browser, extensionDir, world, viewport, language: 'en-US' });
  console.log(`\n${driver.version}, on ${demo.url}`);
  for (const old of existsSync(OUT) ? readdirSync(OUT) : []) {
    if (old.startsWith(`${browser}-`)) rmSync(join(OUT, old));
  }
  const report = createReport(OUT, browser);
  try {
    const page = await driver.newPage();
    report.watch(page);
    const scene = { driver, world, demo, report, page };
    await readNotes(scene);
    await savePassages(scene);
    await visitLibrary(scene);
  } finally {
    await driver.close();
    await world.close();
  }
  const happened = report.steps - report.failed;
  console.log(`  ${happened} of ${report.steps} steps happened. Pictures and files are in demo/out/.`);
  return report.failed === 0;
}
