import type { BrowserName } from '../../scripts/lib/browsers.mjs';
import { type Driver, launch } from '../../scripts/lib/driver.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { openWorld, type World } from '../../scripts/lib/world.mjs';
import { type Tabs, tabsOf } from './tabs';

/** The browser of this run: the same tests run in both. */
export const BROWSER = (process.env.IBID_BROWSER ?? 'chromium') as BrowserName;

const BUILDS = { chromium: '.output/chrome-mv3-test', firefox: '.output/firefox-mv3-test' };

/** A browser, its world, and the tabs that are opened there. */
export interface House {
  readonly driver: Driver;
  readonly world: World;
  readonly tabs: Tabs;
  /** Those of the extension's own pages. */
  readonly own: Tabs;
}

/** Where tabs wait: of the site that most pages of the tests are of. */
export const WAITING = 'waiting.journal.example';

/** Starts a browser with the test build in it. @param language - English, whatever the machine speaks, where missing. */
export async function openHouse(language = 'en-US'): Promise<House> {
  const world = await openWorld();
  const driver = await launch({ browser: BROWSER, extensionDir: `${ROOT}${BUILDS[BROWSER]}`, world, language });
  const tabs = tabsOf(
    driver.newPage,
    async (tab, url) => {
      await tab.bringToFront();
      // Where it was left; a tab out of view keeps a driver waiting for seconds.
      await tab.mouse.move(0, 0);
      await tab.goto(url);
    },
    (tab) => {
      world.page(`https://${WAITING}/`, '<title>Waiting</title>');
      return tab.goto(`https://${WAITING}/`, { timeout: 5000 });
    },
  );
  const own = tabsOf(
    driver.newPage,
    async (tab, path) => {
      // In this order: what comes into view is the page then, and not the picture at which the tab waited.
      await driver.goToOwn(tab, path);
      await tab.bringToFront();
      await tab.mouse.move(0, 0);
    },
    (tab) => driver.goToOwn(tab, 'icon/48.png', 5000),
  );
  return { driver, world, tabs, own };
}

/** Ends a browser, also one that no longer answers. */
export async function closeHouse({ driver, world }: Pick<House, 'driver' | 'world'>): Promise<void> {
  const ended = driver.close().catch(() => {});
  await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 10_000))]);
  driver.browser.process()?.kill('SIGKILL');
  await world.close();
}

/**
 * The browser of this process: suites take turns with it, because to start one costs more than the tests of many a suite. What
 * runs files in turn evaluates this module for each of them anew; `globalThis` it leaves alone.
 */
const turns = globalThis as { house?: House };

/** Milliseconds after which a browser will not become as new any more. */
const RENEWAL_MS = 15_000;

/** The browser with nothing left of earlier turns: nothing kept, every page closed and the world empty; a new one where there is none. */
export async function takeTurn(): Promise<House> {
  const { house } = turns;
  delete turns.house;
  if (!house) return openHouse();
  try {
    await Promise.race([
      house.driver.renew([...house.tabs.waiting, ...house.own.waiting]),
      new Promise((_, reject) => setTimeout(reject, RENEWAL_MS)),
    ]);
    house.world.reset();
    return house;
  } catch {
    await closeHouse(house);
    return openHouse();
  }
}

/** Passes a browser on to the next suite. */
export function passOn(house: House): void {
  turns.house = house;
}
