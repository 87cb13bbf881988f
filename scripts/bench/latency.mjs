// From the end of the reader's rest to the frame that shows the note, in real Chromium. The extension keeps the two times in
// its own world, where no page can read them.
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';
import { json } from '../lib/world.mjs';
import { frames } from './frames.mjs';
import { median, percentile, tenth } from './numbers.mjs';
import { benchPage } from './page.mjs';

const ADDRESS = 'https://encyclopedia.example/short';
const SERVICES = ['api.crossref.org', 'api.openalex.org', 'www.ebi.ac.uk'];

/** A page, and a way to ask the extension's own world in it. @param {(page: import('puppeteer-core').Page) => unknown} [prepare] */
export async function openPage(driver, address = ADDRESS, prepare) {
  const page = await driver.newPage();
  await prepare?.(page);
  const session = await page.createCDPSession();
  let world;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === driver.extensionOrigin && context.auxData?.type === 'isolated') world = context.id;
  });
  await session.send('Runtime.enable');
  await page.goto(address);
  const ask = async (expression) => {
    const answer = await session.send('Runtime.evaluate', { expression, contextId: world, returnByValue: true });
    if (answer.exceptionDetails)
      throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
    return answer.result.value;
  };
  await until(() => ask('globalThis.__door?.scanner.settled'), { what: 'the scan to settle' });
  return { page, ask };
}

/** Rests on the nth marker until its note is shown. @returns {Promise<number>} Milliseconds. */
export async function hover({ page, ask }, index) {
  await page.mouse.move(5, 5);
  await until(() => ask('!globalThis.__door.reader?.noteIsOpen'), { what: 'the last note to close' });
  const before = await ask('globalThis.__door.timing.shown ?? 0');
  const marker = (await page.$$('sup a'))[index];
  await marker.scrollIntoView();
  const box = await marker.boundingBox();
  // In two steps: a pointer that is seen moving, not one that was always there.
  await page.mouse.move(box.x + box.width / 2 - 3, box.y + box.height / 2);
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  return until(
    () =>
      ask(
        `(({ restEnded, shown }) => shown > ${before} && shown >= restEnded ? { ms: shown - restEnded } : undefined)(globalThis.__door.timing)`,
      ),
    { what: 'the note' },
  ).then(({ ms }) => ms);
}

/**
 * Rows `note.CASE` (medians) and `note.CASE.p95`, in three cases apart: the script injected and the background awake; the
 * first note in a tab; the first note in a tab with the background asleep. And the rows of `frames.mjs`.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {number} runs Notes in each case.
 */
export async function latency(world, runs) {
  world.page(ADDRESS, benchPage({ references: 60, paragraphs: 24, menu: 40 }));
  for (const host of SERVICES) world.handle(host, () => ({ ...json({ status: 'none' }), status: 404 }));
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  const rows = [];
  const report = (name, values) => {
    rows.push({ id: `note.${name}`, value: tenth(median(values)), unit: 'ms', runs: values.length });
    rows.push({ id: `note.${name}.p95`, value: tenth(percentile(values, 95)), unit: 'ms', runs: values.length });
  };
  try {
    const first = [];
    const asleep = [];
    for (let run = 0; run < runs; run++) {
      const awake = await openPage(driver);
      first.push(await hover(awake, 1));
      await awake.page.close();
      const alone = await openPage(driver);
      await driver.killBackground();
      asleep.push(await hover(alone, 1));
      await alone.page.close();
    }
    const warm = [];
    const tab = await openPage(driver);
    await hover(tab, 0);
    for (let run = 1; run <= runs; run++) warm.push(await hover(tab, run));
    const moving = await frames(tab, runs);
    report('warm', warm);
    report('first-in-tab', first);
    report('background-asleep', asleep);
    rows.push(...moving);
  } finally {
    await driver.close();
  }
  return rows;
}
