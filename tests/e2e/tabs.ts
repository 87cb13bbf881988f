import type { Page } from 'puppeteer-core';
import { isAlive } from '../../scripts/lib/driver.mjs';

/** Browsers keep fifty steps of a tab's history; at that end it is another than a new one. */
const MOST_STEPS = 30;

/** Tabs that take turns: to make one, and its process, costs more than most tests do in it. */
export interface Tabs {
  /** Those that nobody uses. */
  readonly waiting: readonly Page[];
  /** Opens an address in a tab that waits, or else in a new one. When it is closed, the page is left and the tab waits again. */
  open(address: string): Promise<Page>;
}

/**
 * Makes tabs that take turns.
 *
 * @param make - Makes a tab.
 * @param go - Takes a tab to an address, and into view.
 * @param leave - Takes it to where tabs wait: best on the site that most of the addresses are of, for each has a process of its own.
 */
export function tabsOf(
  make: () => Promise<Page>,
  go: (tab: Page, address: string) => Promise<unknown>,
  leave: (tab: Page) => Promise<unknown>,
): Tabs {
  const waiting: Page[] = [];

  async function newTab(): Promise<Page> {
    const tab = await make();
    const size = JSON.stringify(tab.viewport());
    const end = tab.close.bind(tab);
    const goToRest = async () => {
      await leave(tab);
      return (await tab.evaluate(() => history.length)) < MOST_STEPS;
    };
    tab.close = async () => {
      if (tab.isClosed() || waiting.includes(tab)) return;
      // A tab that a test has changed, or that no longer answers, is no tab for others.
      const isAsNew = JSON.stringify(tab.viewport()) === size && (await goToRest().catch(() => false));
      if (!isAsNew) return end();
      waiting.push(tab);
    };
    return tab;
  }

  return {
    waiting,
    async open(address) {
      let tab = waiting.pop();
      while (tab && !(await isAlive(tab))) tab = waiting.pop();
      tab ??= await newTab();
      await go(tab, address);
      return tab;
    },
  };
}
