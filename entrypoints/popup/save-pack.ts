import { browser } from '../../utils/platform/browser';
import type { FollowedTab } from '../../utils/platform/followed-tab';
import { saveFile } from '../../utils/platform/save-file';
import { tellTab } from '../../utils/platform/tabs';

/** Gives the reader the passages of a tab's page as a pack: a file of annotations by the W3C's model, named like the page. */
export async function savePack(tab: FollowedTab | undefined): Promise<void> {
  if (tab?.id === undefined) return;
  const reply = await tellTab(browser, tab.id, 'passages', {}, 0);
  if (!reply.ok) return;
  // Most who open the popup take nothing away.
  const [{ writeWhole }, { webAnnotation }, { fileStem }] = await Promise.all([
    import('../../utils/formats/format'),
    import('../../utils/formats/web-annotation'),
    import('../../utils/formats/file-name'),
  ]);
  const text = writeWhole(webAnnotation, { items: [], passages: reply.value.passages }, { generatedAt: new Date() });
  const name = `${fileStem(tab.title ?? '', 'passages')}.${webAnnotation.extension}`;
  saveFile(document, name, webAnnotation.mediaType, text);
}
