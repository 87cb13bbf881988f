// npm run pictures [-- --to FOLDER] [--extension FOLDER] [--only NAME,…]: pictures of every page of the extension and of every state of a
// note, narrow to wide, light and dark, with a small invented library in it; says where something of a page of ours reaches beyond the
// window, and what a check of accessibility finds.
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { parseArgs } from 'node:util';
import { launch } from './lib/driver.mjs';
import { ROOT } from './lib/root.mjs';
import { run, TOOLS } from './lib/run.mjs';
import { until } from './lib/until.mjs';
import { openWorld } from './lib/world.mjs';
import { takeMarks } from './pictures/marks.mjs';
import { takeNotes } from './pictures/notes.mjs';
import { LIBRARY_VIEWS, PAGES } from './pictures/views.mjs';
import { fill } from './pictures/works.mjs';

const { values } = parseArgs({
  options: { to: { type: 'string' }, extension: { type: 'string' }, only: { type: 'string' } },
});
const folder = values.to ?? `${ROOT}demo/out/pictures`;
const extensionDir = values.extension ?? `${ROOT}.output/chrome-mv3`;
if (!values.extension) {
  const { code, output } = await run(TOOLS.wxt, ['build']);
  if (code !== 0) throw new Error(output);
}
mkdirSync(folder, { recursive: true });

const WIDTHS = [360, 768, 1440];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const world = await openWorld();
const driver = await launch({ browser: 'chromium', world, extensionDir });
let troubles = 0;

/** What is wrong with a page as it is shown, in sentences. */
async function faultsOf(page) {
  const wide = await page.evaluate(() => {
    const most = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= most) return [];
    const beyond = [...document.querySelectorAll('body *')].filter(
      (each) => each.getBoundingClientRect().right > most + 1,
    );
    return beyond.slice(0, 3).map((each) => `${each.localName}.${each.className} reaches beyond the window`);
  });
  await page.evaluate(axe);
  const found = await page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 120)} (${nodes.length})`);
  });
  return [...wide, ...found];
}

const isWanted = (name) => !values.only || values.only.split(',').includes(name);

/** Takes one view in every width and scheme. */
async function take(page, name) {
  if (!isWanted(name)) return;
  for (const width of WIDTHS) {
    for (const scheme of ['light', 'dark']) {
      await page.bringToFront();
      await page.setViewport({ width, height: 900 });
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      // As it is when the page is opened in such a window.
      await page.evaluate(() => {
        const facets = document.querySelector('details.facets');
        if (facets) facets.open = innerWidth >= 1000;
      });
      await page.evaluate(() => new Promise((go) => requestAnimationFrame(() => setTimeout(go, 150))));
      await page.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png`, fullPage: true });
      for (const fault of await faultsOf(page)) {
        troubles += 1;
        console.log(`${name} ${width} ${scheme}: ${fault}`);
      }
    }
  }
}

try {
  await takeNotes(driver, world, folder, isWanted);
  await takeMarks(driver, world, folder, isWanted);
  await fill(driver);
  const library = await driver.extensionPage('library.html');
  await until(() => library.$('.item'), { what: 'the works' });
  for (const [name, show] of LIBRARY_VIEWS) {
    await library.setViewport({ width: 1440, height: 900 });
    await show(library);
    await take(library, name);
  }
  await library.close();
  for (const [name, open] of PAGES) {
    const page = await open(driver, world);
    await take(page, name);
    await page.close();
  }
} finally {
  await driver.close();
  await world.close();
}
console.log(`${troubles} troubles. Pictures are in ${folder}.`);
process.exit(troubles === 0 ? 0 : 1);
