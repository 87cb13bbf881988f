import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { t } from '../../components/library/words';
import { command } from './background';
import { BAR, openPassages, QUOTE, savePassage, waitForBare, waitForPaint } from './passages';
import {
  BROWSER,
  noteText,
  pageText,
  pageWords,
  paintedText,
  picture,
  press,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForFocus,
  waitForNote,
  waitInNote,
} from './stage';

/** What stands on the library page and in its fields. */
const libraryRemarks = (library: Page): Promise<string> =>
  library.evaluate(() =>
    [
      document.body.textContent,
      ...[...document.querySelectorAll('textarea, input')].map((field) => (field as HTMLInputElement).value),
    ].join('\n'),
  );

const CLAIM = 'In a trial of forty harbours gulls lost two hours of sleep a night under white lamps';
const LAST_WORDS = 'A second trial has never been repeated';

describe('passages', () => {
  const stage = useStage();

  test('words selected are saved from the bar and painted again after a reload', async () => {
    const page = await stage.open('https://journal.example/keep', 'article');
    const before = await page.evaluate(() => document.body.outerHTML);
    await savePassage(page, '#to-save');
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.reload();
    await waitForPaint(page, QUOTE);
    expect(await page.evaluate(() => document.body.outerHTML)).toBe(before);
    await page.close();
  });

  test('a remark typed in the bar is kept with its passage, and its keys do not reach the page', async () => {
    const page = await stage.open('https://remark.journal.example/', 'article');
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
    const library = await openPassages(stage);
    await until(async () => (await libraryRemarks(library)).includes('Ask the harbour master'), {
      what: 'the remark in the library',
    });
    await library.close();
    await page.close();
  });

  test('tags are added from the keyboard, completed from those of the library, and kept', async () => {
    const page = await stage.open('https://journal.example/tags', 'article');
    await savePassage(page, '#to-save');
    await selectText(page, '#to-save');
    await pressInNote(page, BAR.tags);
    await waitForFocus(page, 'input');
    await page.keyboard.type('Harbour lamps,gulls');
    await page.keyboard.press('Enter');
    await until(async () => (await noteText(page))?.includes('gulls'), { what: 'both tags' });
    await page.keyboard.type('half wr');
    await picture(page, 'bar-tags');
    await page.keyboard.press('Escape');
    await pressInNote(page, BAR.tagsSome.replace('{0}', '2'));
    expect(await (await waitInNote(page, 'input')).evaluate((input) => (input as HTMLInputElement).value)).toBe(
      'half wr',
    );
    await page.close();

    const other = await stage.open('https://other.example/tags', 'article');
    await selectText(other, '#to-save');
    await pressInNote(other, BAR.tags);
    await waitForFocus(other, 'input');
    await other.keyboard.type('harb');
    await waitInNote(other, '[role="option"]', 'Harbour lamps');
    await picture(other, 'bar-tags-completed');
    await other.keyboard.press('ArrowDown');
    await other.keyboard.press('Enter');
    await waitForNote(other, (words) => words.includes(BAR.tagAdded.replace('{0}', 'Harbour lamps')));
    await other.close();
    const library = await openPassages(stage);
    await until(async () => (await pageWords(library)).split('Harbour lamps').length > 3, { what: 'the tag, twice' });
    await library.close();
  });

  test('the extent of a passage is changed with its remark kept, taken back and made again', async () => {
    const page = await stage.open('https://journal.example/extent', 'article');
    await page.evaluate(() => {
      const words = document.getElementById('to-save')!.firstChild as Text;
      const span = document.createElement('span');
      span.id = 'shorter';
      const part = words.splitText(words.data.indexOf('the colony doubled'));
      part.splitText('the colony doubled'.length);
      part.replaceWith(span);
      span.append(part);
    });
    const exactly = (words: string) =>
      until(async () => (await paintedText(page)).some((text) => text.replace(/\s+/g, ' ') === words), {
        what: `"${words}" and no more to be painted`,
      });
    await selectText(page, '#to-save');
    await pressInNote(page, BAR.pink);
    await (await waitInNote(page, 'textarea')).click();
    await page.keyboard.type('Count them');
    await pressInNote(page, BAR.done);
    await selectText(page, '#shorter');
    await pressInNote(page, BAR.extend.split('{0}')[0]!.trim());
    await exactly('the colony doubled');
    await pressInNote(page, BAR.undo);
    await waitForPaint(page, QUOTE);
    await pressInNote(page, BAR.redo);
    await exactly('the colony doubled');
    await page.reload();
    await exactly('the colony doubled');
    const library = await openPassages(stage);
    await until(async () => (await libraryRemarks(library)).includes('Count them'), { what: 'the remark' });
    await library.close();
    await page.close();
  });

  test('what was done is taken back after the page was left: a deletion, then a colour', async () => {
    const url = 'https://journal.example/undone';
    const page = await stage.open(url, 'article');
    await savePassage(page, '#to-save');
    await page.click('#to-save');
    await pressInNote(page, BAR.pink);
    await waitInNote(page, '[aria-pressed="true"]', BAR.pink);
    await pressInNote(page, BAR.remove);
    await waitForNote(page, new RegExp(BAR.removed));
    await page.reload();
    await waitForNote(page, (words) => words.includes(BAR.isDeleted.split('{0}')[0]!));
    await picture(page, 'bar-undo-after-reload');
    await pressInNote(page, BAR.undo);
    await waitForPaint(page, QUOTE);
    await waitForNote(page, (words) => words.includes(BAR.isBack.split('{0}')[0]!));
    await page.goto('https://journal.example/');
    await page.goto(url);
    await waitForPaint(page, QUOTE);
    await page.click('#to-save');
    await waitInNote(page, '[aria-pressed="true"]', BAR.pink);
    await pressInNote(page, BAR.undo);
    await waitInNote(page, '[aria-pressed="true"]', BAR.green);

    // The two commands do the same without a bar, for what was done last on the page.
    await page.reload();
    await waitForPaint(page, QUOTE);
    await command(stage.driver, page, 'redo-passage');
    await waitForNote(page, (words) => words.includes(BAR.isChangedAgain.split('{0}')[0]!));
    await page.click('#to-save');
    await waitInNote(page, '[aria-pressed="true"]', BAR.pink);
    await command(stage.driver, page, 'undo-passage');
    await waitForNote(page, (words) => words.includes(BAR.isAsBefore.split('{0}')[0]!));
    await page.click('#to-save');
    await waitInNote(page, '[aria-pressed="true"]', BAR.green);
    await page.close();
  });

  test('words that stand apart are one passage: added from the bar, selected together, found again', async () => {
    const page = await stage.open('https://journal.example/apart', 'article');
    const bare = await page.$eval('#bare', (node) => node.textContent!);
    await savePassage(page, '#to-save');
    await selectText(page, '#claim');
    await pressInNote(page, BAR.join.split('{0}')[0]!.trim());
    await waitForPaint(page, CLAIM);
    await waitForPaint(page, QUOTE);
    await pressInNote(page, BAR.undo);
    await waitForBare(page, CLAIM);
    await pressInNote(page, BAR.redo);
    await waitForPaint(page, CLAIM);
    await page.mouse.click(1100, 700);
    await until(async () => (await noteText(page)) === undefined, { what: 'the bar to close' });
    // Only Firefox selects several runs of words.
    if (BROWSER === 'firefox') {
      await selectText(page, '#bare');
      await page.keyboard.down('Control');
      await selectText(page, '#last-words');
      await page.keyboard.up('Control');
      await pressInNote(page, BAR.pink);
      await waitForPaint(page, bare);
      await waitForPaint(page, LAST_WORDS);
    }
    await page.reload();
    await waitForPaint(page, CLAIM);
    await waitForPaint(page, QUOTE);
    if (BROWSER === 'firefox') {
      await waitForPaint(page, bare);
      await waitForPaint(page, LAST_WORDS);
    }
    const library = await openPassages(stage);
    await until(async () => (await pageWords(library)).includes('white lamps … Where the quay'), {
      what: 'both runs of words in the library',
    });
    await library.close();
    await page.close();
  });

  test('words of a frame of another site are saved from the bar in it, and found again', async () => {
    const inside = 'https://framed.example/quay';
    stage.world.page(inside, pageText('article'));
    const page = await stage.open(
      'https://framing.example/quay',
      `<!doctype html><meta charset="utf-8"><title>Framing</title><h1>Framing</h1><iframe src="${inside}" width="900" height="700"></iframe>`,
    );
    const frameOf = () => until(() => page.frames().find((frame) => frame.url() === inside), { what: 'the frame' });
    const frame = await frameOf();
    await selectText(page, '#to-save', frame);
    await pressInNote(frame, BAR.green);
    await waitForPaint(frame, QUOTE);
    expect(await paintedText(page)).toEqual([]);
    await page.reload();
    await until(async () => (await paintedText(await frameOf())).some((text) => text.includes('quay was left')), {
      what: 'the words to be painted again',
    });
    await page.close();
  });

  test('a passage is found on a page whose text has changed', async () => {
    const url = 'https://journal.example/changed';
    const page = await stage.open(url, 'article');
    await savePassage(page, '#to-save');
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

  test('words in a shadow root are a passage once, however often they are selected', async () => {
    const page = await stage.open(
      'https://shadow.journal.example/',
      `<!doctype html><html lang="en"><head><title>Shadow</title></head><body><p>Before the note.</p><x-note></x-note>
      <script>document.querySelector('x-note').attachShadow({mode: 'open'}).innerHTML =
        '<p>Nobody counted. <span id="inside">The colony doubled in a single winter</span>, they say.</p>';</script></body></html>`,
    );
    const inside = 'The colony doubled in a single winter';
    const painted = async () => (await paintedText(page)).filter((text) => text.includes('colony'));
    await selectText(page, '>>> #inside');
    await pressInNote(page, BAR.green);
    await until(async () => (await painted()).length === 1, { what: 'the words to be painted' });
    await page.mouse.click(400, 400);
    await until(async () => (await noteText(page)) === undefined, { what: 'the bar to close' });
    await selectText(page, '>>> #inside');
    await waitInNote(page, '[aria-pressed="true"]', BAR.green);
    expect(await painted()).toEqual([inside]);
    await page.reload();
    await until(async () => (await painted()).length > 0, { what: 'the words to be painted again' });
    expect(await painted()).toEqual([inside]);
    await page.close();
  });

  test('a passage that is gone is painted nowhere, and is still in the library', async () => {
    const url = 'https://journal.example/gone';
    const page = await stage.open(url, 'article');
    await savePassage(page, '#to-save');
    stage.world.page(url, pageText('article').replace(/<p id="third">.*?<\/p>/s, ''));
    await page.reload();
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect((await paintedText(page)).filter((text) => text.includes('quay was left'))).toEqual([]);
    const library = await openPassages(stage);
    await until(async () => (await pageWords(library)).includes('the colony doubled'), {
      what: 'the passage in the library',
    });
    await library.close();
    await page.close();
  });

  test('nothing is lost when the background dies before, during and after a save', async () => {
    const page = await stage.open('https://killed.journal.example/', 'article');
    await stage.driver.killBackground();
    await selectText(page, '#to-save');
    await pressInNote(page, 'Green');
    await stage.driver.killBackground();
    await waitForPaint(page, QUOTE);
    const library = await openPassages(stage);
    await until(async () => (await pageWords(library)).includes('killed.journal.example'), {
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
    await page.goto('https://journal.example/tracked?utm_source=letter#second');
    await waitForPaint(page, QUOTE);
    await page.close();
  });

  test('a passage deleted in the library leaves the page, and undo brings it back', async () => {
    const page = await stage.open('https://only.journal.example/deleted', 'article');
    await savePassage(page, '#to-save');
    const library = await openPassages(stage);
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
