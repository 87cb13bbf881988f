import type { Page } from 'puppeteer-core';
import type { Driver } from '../../scripts/lib/driver.mjs';
import type { World } from '../../scripts/lib/world.mjs';

/** Where tabs wait: a host of the site that most pages of the tests are of, because each site has a process of its own. */
export const WAITING = 'waiting.journal.example';

/** Tabs that take turns: to make one, and its process, costs more than most tests do in it. */
export interface Tabs {
  /** Those that nobody uses. */
  readonly waiting: readonly Page[];
  /** Opens an address in a tab that waits, or else in a new one. When it is closed, the page is left and the tab waits again. */
  open(url: string): Promise<Page>;
}

/** The tabs of a browser. */
export function tabsOf(driver: Driver, world: World): Tabs {
  const waiting: Page[] = [];

  async function newTab(): Promise<Page> {
    const tab = await driver.newPage();
    const size = JSON.stringify(tab.viewport());
    const end = tab.close.bind(tab);
    tab.close = async () => {
      if (tab.isClosed() || waiting.includes(tab)) return;
      // A tab that a test has changed, or that no longer answers, is no tab for others.
      const isLeft =
        JSON.stringify(tab.viewport()) === size &&
        (await tab.goto(`https://${WAITING}/`, { timeout: 10_000 }).then(
          () => true,
          () => false,
        ));
      if (!isLeft) return end();
      await tab.mouse.move(0, 0);
      waiting.push(tab);
    };
    return tab;
  }

  return {
    waiting,
    async open(url) {
      const tab = waiting.pop() ?? (await newTab());
      world.page(`https://${WAITING}/`, '<title>Waiting</title>');
      await tab.bringToFront();
      await tab.goto(url);
      return tab;
    },
  };
}
