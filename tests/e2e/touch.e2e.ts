import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { TRIAL } from './services';
import { BROWSER, noteText, pageText, pressInNote, until, useStage, waitForNote, waitInNote } from './stage';

const WORDS = english.note;

describe('a finger', () => {
  const stage = useStage({ lookUp: 'on-open' });

  /** A page as on a phone, once Ibid has read it. */
  async function phone(path: string): Promise<Page> {
    const page = await stage.open(
      `https://journal.example/${path}`,
      pageText('article').replace('<title>', '<meta name="viewport" content="width=device-width"><title>'),
    );
    await page.setViewport({ width: 400, height: 760, hasTouch: true, isMobile: BROWSER === 'chromium' });
    await until(() => page.evaluate(() => innerWidth < 500), { what: 'a small window' });
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the marks' });
    return page;
  }
  async function tap(page: Page, selector: string): Promise<void> {
    const element = (await page.$(selector))!;
    await element.scrollIntoView();
    const { x, y, width, height } = (await element.boundingBox())!;
    await page.touchscreen.tap(x + width / 2, y + height / 2);
  }
  const closed = (page: Page) =>
    until(async () => (await noteText(page)) === undefined, { what: 'the sheet to close' });

  test('opens a sheet along the lower edge, as a dialog, in place of following the link', async () => {
    const page = await phone('tap');
    await tap(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const sheet = await waitInNote(page, ':scope');
    const size = await page.evaluate(() => ({ width: document.documentElement.clientWidth, height: innerHeight }));
    await until(
      async () => {
        const box = (await sheet.boundingBox())!;
        return Math.round(box.width) === size.width && Math.round(box.y + box.height) === size.height;
      },
      { what: 'the sheet to lie along the lower edge' },
    );
    expect((await sheet.boundingBox())!.y).toBeGreaterThan(size.height * 0.25);
    await until(() => sheet.evaluate((dialog) => dialog.matches(':focus-within, :focus')), { what: 'the focus in it' });
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.close();
  });

  test('opens from the sheet what the page links to', async () => {
    const page = await phone('open');
    await tap(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.follow);
    await until(() => page.evaluate(() => location.hash === '#ref-1'), { what: 'the way to the entry' });
    await closed(page);
    await page.close();
  });

  test('closes the sheet beside it, and does nothing on other links', async () => {
    const page = await phone('beside');
    await tap(page, '#marker-1');
    await waitForNote(page, new RegExp(TRIAL.title));
    await page.touchscreen.tap(200, 20);
    await closed(page);
    await tap(page, '#doi-link');
    await until(() => page.evaluate(() => location.host !== 'journal.example'), { what: 'the link to be followed' });
    await page.close();
  });

  // The way back of a phone reaches scripts through a close watcher, which Firefox does not have.
  if (BROWSER === 'chromium')
    test('closes the sheet with the way back', async () => {
      const page = await phone('back');
      const session = await page.createCDPSession();
      const worlds: number[] = [];
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
      });
      await session.send('Runtime.enable');
      // A desktop has no such way: ask the watcher itself, as the system would.
      const run = (expression: string) =>
        Promise.all(worlds.map((contextId) => session.send('Runtime.evaluate', { expression, contextId })));
      expect(worlds.length).toBeGreaterThan(0);
      await run(
        `CloseWatcher = class extends CloseWatcher { constructor(options) { super(options); globalThis.__watcher = this } }`,
      );
      await tap(page, '#marker-1');
      await waitForNote(page, new RegExp(TRIAL.title));
      await run('__watcher.requestClose()');
      await closed(page);
      expect(page.url()).toBe('https://journal.example/back');
      await page.close();
    });
});
