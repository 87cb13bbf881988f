import type { Browser } from './browser';

/** A download that moves no more is given up after this time, milliseconds. */
const MOST_MS = 5 * 60_000;
const LOOK_MS = 250;

/**
 * Puts what is at an address into the browser's folder for downloads and waits until it is there whole.
 *
 * @returns The browser's number of the download. Rejects where it was interrupted, or where the reader has not given the
 *   permission, or has taken it back.
 */
export async function download(browser: Browser, url: string, name: string): Promise<number> {
  const id = await browser.downloads.download({ url, filename: name, conflictAction: 'overwrite', saveAs: false });
  const end = Date.now() + MOST_MS;
  for (;;) {
    const [found] = await browser.downloads.search({ id });
    if (found?.state === 'complete') return id;
    if (!found || found.state === 'interrupted' || Date.now() > end) {
      throw new Error(found?.error ?? 'The download was given up.');
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
  }
}

/** Deletes a downloaded file and its line in the list of downloads. Never rejects: the reader may have deleted it. */
export async function removeDownload(browser: Browser, id: number): Promise<void> {
  await browser.downloads?.removeFile(id).catch(() => {});
  await browser.downloads?.erase({ id }).catch(() => {});
}
