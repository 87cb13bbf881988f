import type { Browser } from './browser';

/** The page on which Ibid is tried out. */
export const WELCOME_PAGE = '/welcome.html';

/**
 * Opens the welcome page when Ibid has been installed, once: not after updates, and not where a driver or a developer loads it from
 * a folder, who has other pages to look at.
 */
export async function welcomeOnce(browser: Browser, reason: string): Promise<void> {
  if (reason !== 'install') return;
  const { installType } = await browser.management.getSelf();
  if (installType !== 'development') await browser.tabs.create({ url: browser.runtime.getURL(WELCOME_PAGE) });
}
