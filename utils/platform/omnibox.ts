import type { Browser } from './browser';

/**
 * Searches the library for what is typed into the address bar after the keyword `ibid`. Call it before the first `await`.
 *
 * @param words - What the address bar offers before anything is typed; plain text.
 */
export function listenForOmnibox(browser: Browser, words: string): void {
  // Firefox for Android has no keywords.
  if (!browser.omnibox) return;
  browser.omnibox.setDefaultSuggestion({ description: words });
  browser.omnibox.onInputEntered.addListener((text, disposition) => {
    const url = browser.runtime.getURL(`/library.html?search=${encodeURIComponent(text.trim())}`);
    if (disposition === 'currentTab') void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === 'newForegroundTab' });
  });
}
