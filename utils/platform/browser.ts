import polyfill from 'webextension-polyfill';

/**
 * The browser API as the background and the extension's own pages see it: promises everywhere. Loading this file outside an
 * extension throws, so nothing that is tested by itself imports it: it is handed in.
 */
export const browser = polyfill;

/** The type of {@link browser}, for what takes it as a parameter. */
export type Browser = typeof polyfill;
