import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { t } from '../../components/library/words';
import { WORDS as BAR } from '../../components/passages/words';
import {
  altClick,
  openNote,
  pageText,
  pageWords,
  paintedText,
  press,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const QUOTE =
  'Where the quay was left dark for a single winter, the colony doubled and the fishing fleet noticed nothing';

/** Waits until the passage is painted, wherever its words are divided. */
const waitForPaint = (page: Page, words: string) =>
  until(async () => (await paintedText(page)).some((text) => text.replace(/\s+/g, ' ').includes(words)), {
    what: `"${words}" to be painted`,
  });

/** What stands on the library page and in its fields. */
const libraryRemarks = (library: Page): Promise<string> =>
  library.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('textarea, input')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  );

/** Saves the words of an element with the bar, in a colour, and waits until they are painted. */
async function savePassage(page: Page, selector: string, colour = 'Green'): Promise<void> {
  await selectText(page, selector);
  await pressInNote(page, colour);
  await page.evaluate(() => getSelection()?.removeAllRanges());
}

describe('passages', () => {
  const stage = useStage();

  async function openPassages(): Promise<Page> {
    const library = await stage.driver.extensionPage('library.html');
    await press(library, t('passages'), '[role="tab"]');
    return library;
  }

  test('words selected are saved from the bar and painted again after a reload', async () => {
    const page = await stage.open('https://journal.example/keep', 'article');
    const before = await page.evaluate(() => document.body.outerHTML);
    await savePassage(page, '#to-save');
    await waitForPaint(page, QUOTE);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.reload();
    await waitForPaint(page, QUOTE);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.close();
  });

  test('a remark typed in the bar is kept with its passage, and its keys do not reach the page', async () => {
    const page = await stage.open('https://remark.example/', 'article');
    await page.evaluate(() => {
      document.addEventListener('keydown', (event) => {
        document.title += event.key;
      });
    });
    const title = await page.title();
    await selectText(page, '#to-save');
    await pressInNote(page, BAR.blue);
    const field = await waitInNote(page, 'textarea');
    await field.click();
    await page.keyboard.type('Ask the harbour master');
    await pressInNote(page, BAR.done);
    expect(await page.title()).toBe(title);
    const library = await openPassages();
    await until(async () => (await libraryRemarks(library)).includes('Ask the harbour master'), {
      what: 'the remark in the library',
    });
    await library.close();
    await page.close();
  });

  test('a passage is found on a page whose text has changed', async () => {
    const url = 'https://journal.example/changed';
    const page = await stage.open(url, 'article');
    await savePassage(page, '#to-save');
    await waitForPaint(page, QUOTE);
    stage.world.page(
      url,
      pageText('article')
        .replace(
          '<p id="opening">',
          '<p>A paragraph that was not there before, about the price of lamp oil.</p><p id="opening">',
        )
        .replace('for a single winter, the colony doubled', 'for one single winter, the whole colony doubled'),
    );
    await page.reload();
    await waitForPaint(page, 'the whole colony doubled and the fishing fleet noticed nothing');
    await page.close();
  });

  test('a passage that is gone is painted nowhere, and is still in the library', async () => {
    const url = 'https://journal.example/gone';
    const page = await stage.open(url, 'article');
    await savePassage(page, '#to-save');
    await waitForPaint(page, QUOTE);
    stage.world.page(url, pageText('article').replace(/<p id="third">.*?<\/p>/s, ''));
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await paintedText(page)).filter((text) => text.includes('quay was left'))).toEqual([]);
    const library = await openPassages();
    await until(async () => (await pageWords(library)).includes('the colony doubled'), {
      what: 'the passage in the library',
    });
    await library.close();
    await page.close();
  });

  test('nothing is lost when the background dies before, during and after a save', async () => {
    const page = await stage.open('https://killed.example/', 'article');
    await stage.driver.killBackground();
    await selectText(page, '#to-save');
    await pressInNote(page, 'Green');
    await stage.driver.killBackground();
    await waitForPaint(page, QUOTE);
    const library = await openPassages();
    await until(async () => (await pageWords(library)).includes('killed.example'), {
      what: 'the passage in the library',
    });
    await library.close();
    await stage.driver.killBackground();
    await page.reload();
    await waitForPaint(page, QUOTE);
    await page.close();
  });

  test('the same page at another address with a tracking parameter has the passage too', async () => {
    const page = await stage.open('https://journal.example/tracked', 'article');
    await savePassage(page, '#to-save');
    await waitForPaint(page, QUOTE);
    await page.goto('https://journal.example/tracked?utm_source=letter#second');
    await waitForPaint(page, QUOTE);
    await page.close();
  });

  test('a passage deleted in the library leaves the page, and undo brings it back', async () => {
    const page = await stage.open('https://only.example/deleted', 'article');
    await savePassage(page, '#to-save');
    await waitForPaint(page, QUOTE);
    const library = await openPassages();
    await until(async () => (await pageWords(library)).includes(QUOTE), { what: 'the passage in the library' });
    // The newest page comes first, and its newest passage.
    await press(library, t('removePassage', '').slice(0, 12));
    await until(async () => (await pageWords(library)).includes(t('deletedPassage')), { what: 'the undo bar' });
    await until(async () => !(await paintedText(page)).some((text) => text.includes('quay was left')), {
      what: 'the paint to go',
    });
    await press(library, t('undo'));
    await waitForPaint(page, QUOTE);
    await library.close();
    await page.close();
  });
});

describe('the passage that a citation supports', () => {
  const stage = useStage({ lookUp: 'on-press' });
  const CLAIM = 'In a trial of forty harbours gulls lost two hours of sleep a night under white lamps';

  test('is marked from the note', async () => {
    const page = await stage.open('https://journal.example/claim', 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /White lamps/);
    await pressInNote(page, 'Highlight passage');
    await waitForPaint(page, CLAIM);
    await page.close();
  });

  test('is marked by Alt+click, without following the link', async () => {
    const page = await stage.open('https://journal.example/claim-alt', 'article');
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the scan' }).catch(() => {});
    await altClick(page, '#marker-1');
    await waitForPaint(page, CLAIM);
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.close();
  });
});
