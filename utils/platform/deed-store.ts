import type { Deed } from '../model/deed';
import type { Browser } from './browser';

const KEY = 'deeds';

/**
 * Keeps deeds in the extension's own memory for this run of the browser; no page and no script in one can read it. As text: the
 * browser would sort the fields of an object, and states are compared as they are written. Read once in a life of the background, which alone writes it: saving waits for it.
 */
export function createDeedHome(browser: Browser) {
  let known: readonly Deed[] | undefined;
  return {
    async load(): Promise<readonly Deed[]> {
      if (known) return known;
      try {
        const { [KEY]: text } = await browser.storage.session.get(KEY);
        known ??= typeof text === 'string' ? (JSON.parse(text) as readonly Deed[]) : [];
        return known;
      } catch {
        return [];
      }
    },
    keep(deeds: readonly Deed[]): Promise<void> {
      known = deeds;
      return browser.storage.session.set({ [KEY]: JSON.stringify(deeds) }).catch(() => {});
    },
  };
}
