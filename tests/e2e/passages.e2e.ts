import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { t } from '../../components/library/words';
import english from '../../locales/en.json';
import {
  altClick,
  BROWSER,
  noteText,
  openNote,
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

const BAR = english.bar;

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
  await waitForPaint(page, QUOTE);
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
    const library = await openPassages();
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
    const library = await openPassages();
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
      'https://shadow.example/',
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
    const library = await openPassages();
    await until(async () => (await pageWords(library)).includes('the colony doubled'), {
      what: 'the passage in the library',
    });
    await library.close();
    await page.close();
  });

  test('words are copied with a link that leads to them and to no others', async () => {
    const page = await stage.open(
      'https://journal.example/copied',
      pageText('article').replace('<main>', '<main><p>The fishing fleet noticed nothing at first.</p>'),
    );
    await page.evaluate(() => {
      const words = document.getElementById('to-save')!.firstChild as Text;
      words.splitText(words.data.indexOf('noticed nothing'));
      const span = document.createElement('span');
      span.id = 'to-copy';
      words.nextSibling!.replaceWith(span);
      span.textContent = 'noticed nothing';
    });
    await stage.driver.grantClipboard('https://journal.example');
    await selectText(page, '#to-copy');
    await pressInNote(page, BAR.copy);
    await waitForNote(page, (words) => words.includes(BAR.copied));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('“noticed nothing”');
    expect(copied).toMatch(/https:\/\/journal\.example\/copied#:~:text=noticed%20nothing,-%3B%20whether$/);
    await page.close();
  });

  test('words are copied with their citation, as the page tells it', async () => {
    const meta = (name: string, content: string) => `<meta name="citation_${name}" content="${content}">`;
    const about =
      meta('title', 'Lamps of the quay') + meta('author', 'Ada Tarn') + meta('publication_date', '2019/03/07');
    const page = await stage.open(
      'https://journal.example/cited',
      pageText('article').replace('</head>', `${about}</head>`),
    );
    await stage.driver.grantClipboard('https://journal.example');
    await selectText(page, '#to-save');
    await picture(page, 'bar-offered');
    await pressInNote(page, BAR.cite);
    await waitForNote(page, (words) => words.includes(BAR.copiedCited));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“Where the quay.+”\r?\n\r?\n— Ada Tarn \(2019\): Lamps of the quay\. https:.+#:~:text=/);
    if (BROWSER === 'chromium') {
      const markdown = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return (await item!.getType('web text/markdown')).text();
      });
      expect(markdown).toContain('> — Ada Tarn (2019): [Lamps of the quay](<https://journal.example/cited#:~:text=');
    }
    await page.close();
  });

  test('the passages of a page are given away as a pack, and brought in again with a tag of their own', async () => {
    const page = await stage.open('https://pack.example/', 'article');
    await savePassage(page, '#to-save');
    await page.click('#to-save');
    await pressInNote(page, BAR.tags);
    await waitForFocus(page, 'input');
    await page.keyboard.type('quay');
    await page.keyboard.press('Enter');
    await waitForNote(page, (words) => words.includes(BAR.tagAdded.replace('{0}', 'quay')));
    const popup = await stage.driver.extensionPage('popup.html');
    await page.bringToFront();
    await popup.evaluate(() => setTimeout(() => location.reload()));
    await until(async () => (await pageWords(popup)).includes(english.popup.pack), { what: 'the way to a pack' });
    await popup.evaluate(() => document.querySelector<HTMLElement>('.pack')!.click());
    const { name, text } = await stage.driver.download(/\.jsonld$/);
    expect(name).toBe('Harbour lamps and sleeping gulls.jsonld');
    expect(JSON.parse(text).items).toHaveLength(1);
    await popup.close();
    await pressInNote(page, BAR.remove);
    await waitForNote(page, new RegExp(BAR.removed));

    const path = join(mkdtempSync(join(tmpdir(), 'ibid-pack-')), name);
    writeFileSync(path, text);
    const library = await openPassages();
    const file = (await library.$('#import-file')) as ElementHandle<HTMLInputElement>;
    await file.uploadFile(path);
    const tag = english.exchange.packTag.replace('{0}', 'Harbour lamps and sleeping gulls');
    await until(
      () => library.evaluate((tag) => document.querySelector<HTMLInputElement>('#import-tag')?.value === tag, tag),
      { what: 'the tag' },
    );
    await press(library, english.exchange.importRun, 'button');
    await until(async () => (await pageWords(library)).includes(tag), { what: 'the passage with its tag' });
    await waitForPaint(page, QUOTE);
    await library.close();
    await page.close();
  });

  // Firefox tells nobody what a link pointed to.
  if (BROWSER === 'chromium')
    test('words that a link points to are in view or marked, also when they come late', async () => {
      const late = pageText('article').replace(
        '</body>',
        `<script>addEventListener("load", () => setTimeout(() => {
        document.querySelector("main").insertAdjacentHTML("beforeend",
          '<div style="height:3000px"></div><p id="late">The lamps were sold in spring.</p>');
      }, 200));</script></body>`,
      );
      const url = 'https://journal.example/linked';
      const page = await stage.open(url, late);
      await page.goto(`${url}?again#:~:text=sold%20in%20spring`);
      await page.waitForSelector('#late');
      const isInView = () => page.$eval('#late', (late) => late.getBoundingClientRect().top < innerHeight);
      await until(async () => (await paintedText(page)).includes('sold in spring') || (await isInView()), {
        what: 'the words to be marked',
      });
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
    await page.goto('https://journal.example/tracked?utm_source=letter#second');
    await waitForPaint(page, QUOTE);
    await page.close();
  });

  test('a passage deleted in the library leaves the page, and undo brings it back', async () => {
    const page = await stage.open('https://only.example/deleted', 'article');
    await savePassage(page, '#to-save');
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
    await waitForNote(page, /Look up/);
    await pressInNote(page, 'Highlight passage');
    await waitForPaint(page, CLAIM);
    await page.close();
  });

  test('is marked by Alt+click, without following the link', async () => {
    const page = await stage.open('https://journal.example/claim-alt', 'article');
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the scan' });
    await altClick(page, '#marker-1');
    await waitForPaint(page, CLAIM);
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.close();
  });
});
