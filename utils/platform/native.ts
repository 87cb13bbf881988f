/**
 * The browser's own extension object, for the scripts that run in other people's pages (everything else goes through
 * `browser.ts`). Firefox and newer Chromium call it `browser`, older Chromium only `chrome`; under Manifest V3 both answer
 * with promises. What differs: an `onMessage` listener that answers later must call `sendResponse` and return `true`, since
 * older Chromium ignores a returned promise.
 *
 * Only an own property of the global counts: a page with `<div id="browser">` has a `window.browser` too.
 */
export const native: typeof chrome = Object.hasOwn(globalThis, 'browser')
  ? (globalThis as unknown as { browser: typeof chrome }).browser
  : (globalThis as { chrome?: typeof chrome }).chrome!;
