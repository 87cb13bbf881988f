import type { Page } from 'puppeteer-core';
import { t } from '../../components/library/words';
import english from '../../locales/en.json';
import { type Place, paintedText, press, pressInNote, type Stage, selectText, until } from './stage';

export const BAR = english.bar;

/** The words of `#to-save` in `tests/pages/article.html`. */
export const QUOTE =
  'Where the quay was left dark for a single winter, the colony doubled and the fishing fleet noticed nothing';

/** Waits until the passage is painted, wherever its words are divided. */
export const waitForPaint = (place: Place, words: string) =>
  until(async () => (await paintedText(place)).some((text) => text.replace(/\s+/g, ' ').includes(words)), {
    what: `"${words}" to be painted`,
  });

/** Waits until no painted words hold these. */
export const waitForBare = (place: Place, words: string) =>
  until(async () => !(await paintedText(place)).some((text) => text.replace(/\s+/g, ' ').includes(words)), {
    what: `"${words}" to be bare`,
  });

/** Saves the words of an element with the bar, in a colour, and waits until they are painted. */
export async function savePassage(page: Page, selector: string, colour = 'Green'): Promise<void> {
  await selectText(page, selector);
  await pressInNote(page, colour);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await waitForPaint(page, QUOTE);
}

/** The library, open at its passages. */
export async function openPassages(stage: Stage): Promise<Page> {
  const library = await stage.own('library.html');
  await press(library, t('passages'), '[role="tab"]');
  return library;
}
