import type { Page } from 'puppeteer-core';

/** Says something to the background as a page of the extension does, until it has answered. */
export const say = <Value = unknown>(page: Page, name: string, input: object) =>
  page.evaluate(
    (message) => {
      const { runtime } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return runtime.sendMessage(message) as Promise<{ ok: boolean; value: unknown }>;
    },
    { name, input },
  ) as Promise<{ ok: boolean; value: Value }>;
