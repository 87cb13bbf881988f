// How the extension's own work on a page grows with the page: from a hundred links to fifty thousand.
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';
import { median, tenth } from './numbers.mjs';
import { ownTasks } from './own-tasks.mjs';
import { benchPage } from './page.mjs';

const SIZES = [100, 1000, 10_000, 50_000];

/** Links of the page in its usual size. */
const LINKS = 14_313;

/** Looks in the extension's own world of the page whether it has been read. */
async function settled(page, driver) {
  const session = await page.createCDPSession();
  let world;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin === driver.extensionOrigin) world = context.id;
  });
  await session.send('Runtime.enable');
  await until(
    async () => {
      const expression = 'globalThis.__door?.finder !== undefined && globalThis.__door.scanner.settled';
      const { result } = await session.send('Runtime.evaluate', { expression, contextId: world });
      return result.value === true;
    },
    { timeoutMs: 60_000, what: 'the page to be read' },
  );
  await session.detach();
}

/**
 * Rows about pages of several sizes: `growth.*`.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {number} runs Counted loads of each; one more warms up.
 */
export async function growth(world, runs) {
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  const rows = [];
  try {
    for (const links of SIZES) {
      const share = links / LINKS;
      const [references, paragraphs, menu] = [800, 1000, 2400].map((usual) => Math.ceil(usual * share));
      const address = `https://encyclopedia.example/${links}`;
      world.page(address, benchPage({ references, paragraphs, menu }));
      const costs = [];
      for (let run = 0; run <= runs; run++) {
        const page = await driver.newPage();
        const { total } = await ownTasks(driver, page, async () => {
          await page.goto(address, { waitUntil: 'load', timeout: 120_000 });
          await settled(page, driver);
        });
        await page.close();
        if (run > 0) costs.push(total);
      }
      rows.push({ id: `growth.links.${links}`, value: tenth(median(costs)), unit: 'ms', runs });
    }
  } finally {
    await driver.close();
  }
  const [smaller, larger] = rows.slice(-2).map(({ value }) => value);
  return [...rows, { id: 'growth.five-times', value: tenth(larger / smaller), unit: '×', runs }];
}
