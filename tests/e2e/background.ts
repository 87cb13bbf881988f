import type { Page } from 'puppeteer-core';
import type { Driver } from '../../scripts/lib/driver.mjs';

/** Says something to the background as a page of the extension does, until it has answered. */
export const say = <Value = unknown>(page: Page, name: string, input: object) =>
  page.evaluate(
    (message) => {
      const { runtime } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return runtime.sendMessage(message) as Promise<{ ok: boolean; value: unknown }>;
    },
    { name, input },
  ) as Promise<{ ok: boolean; value: Value }>;

/** Says a keyboard command to a page, as the browser does: drivers cannot press those keys. */
export async function command(driver: Driver, page: Page, name: string): Promise<void> {
  const said = (await driver.desk()).evaluate(
    async (url, name) => {
      const { tabs } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      // A page that is not in front has no keyboard.
      for (;;) {
        const [tab] = await tabs.query({ url, active: true });
        if (tab?.id !== undefined) return void (await tabs.sendMessage(tab.id, { name: 'command', input: { name } }));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    page.url().split('#')[0]!,
    name,
  );
  await page.bringToFront();
  await said;
}
