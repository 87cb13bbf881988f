import { native } from './native';

/**
 * Opens one of the extension's pages where nobody sees it, for what a background cannot do by itself: in Chromium, whose
 * background has no document, as an offscreen document (https://developer.chrome.com/docs/extensions/reference/api/offscreen);
 * elsewhere as a frame of the background's page. One that is open already is opened anew. Rejects where the browser has neither.
 */
export async function openHiddenPage(path: string): Promise<void> {
  await closeHiddenPage();
  if (native.offscreen) {
    await native.offscreen.createDocument({
      url: path,
      reasons: ['BLOBS' as chrome.offscreen.Reason],
      justification: 'Writes a backup of the library into a file, or cites a work in a citation style.',
    });
    return;
  }
  const frame = document.createElement('iframe');
  frame.src = path;
  document.body.append(frame);
}

/** Closes it; does nothing where none is open. */
export async function closeHiddenPage(): Promise<void> {
  if (native.offscreen) {
    if (await native.offscreen.hasDocument()) await native.offscreen.closeDocument();
    return;
  }
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
}
