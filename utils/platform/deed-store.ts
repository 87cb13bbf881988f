import type { Deed } from '../model/deed';
import type { Browser } from './browser';

const KEY = 'deeds';

/**
 * Keeps deeds in the extension's own memory for this run of the browser; no page and no script in one can read it. As text: the
 * browser would sort the fields of an object, and states are compared as they are written.
 */
export const createDeedHome = (browser: Browser) => ({
  async load(): Promise<readonly Deed[]> {
    try {
      const { [KEY]: text } = await browser.storage.session.get(KEY);
      return typeof text === 'string' ? JSON.parse(text) : [];
    } catch {
      return [];
    }
  },
  keep: (deeds: readonly Deed[]): Promise<void> =>
    browser.storage.session.set({ [KEY]: JSON.stringify(deeds) }).catch(() => {}),
});
