import { describe, expect, test } from 'vitest';
import { t } from '../../components/popup/words';
import {
  findInNote,
  leaveNote,
  noteText,
  openNote,
  pageText,
  pageWords,
  press,
  rest,
  until,
  useStage,
  waitForNote,
} from './stage';

describe('a life of many turns', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('a page that comes back from the back/forward cache has notes', async () => {
    // The driver loses sight of a tab in which it was so: it serves nobody after this.
    stage.world.page('https://journal.example/cached', pageText('article'));
    const page = await stage.driver.newPage('https://journal.example/cached');
    await openNote(page, '#marker-1');
    await leaveNote(page);
    await page.evaluate(() => {
      window.addEventListener('pageshow', (event) => {
        document.documentElement.lang = event.persisted ? 'x-cached' : 'x-loaded';
      });
    });
    stage.world.page('https://elsewhere.example/', '<!doctype html><title>Elsewhere</title>');
    await page.goto('https://elsewhere.example/');
    await page.evaluate(() => history.back());
    await until(() => page.evaluate(() => location.host === 'journal.example' && document.readyState === 'complete'), {
      what: 'the way back',
    });
    const lang = await until(() => page.evaluate(() => /^x-/.exec(document.documentElement.lang)?.input), {
      what: 'the page to be shown',
    });
    expect(lang).toBe('x-cached');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await page.close();
  });

  test('a note asks on when the background has died since the page was loaded', async () => {
    const page = await stage.open('https://journal.example/asleep', 'article');
    // What the page still says while it loads wakes the background again: it sleeps when nothing has woken it for a while.
    let pauseMs = 2000;
    await until(
      async () => {
        // Ended before it has answered, it is asked again: a slow machine needs longer for that.
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        await stage.driver.killBackground();
        await new Promise((resolve) => setTimeout(resolve, 1000));
        pauseMs *= 2;
        return !(await stage.driver.backgroundRuns());
      },
      { what: 'the background to sleep', timeoutMs: 60_000 },
    );
    await openNote(page, '#doi-link');
    await waitForNote(page, /Eleven studies of terns/);
    await page.close();
  });

  test('put into a page twice, it leaves the open note as it is', async () => {
    const page = await stage.open('https://journal.example/twice', 'article');
    await openNote(page, '#marker-1');
    await page.evaluate(() => {
      for (const host of document.querySelectorAll('[popover="manual"]:popover-open')) host.id = 'first';
    });
    // As it comes, when Ibid is installed, into a page that was opened a moment before.
    const desk = await stage.driver.desk();
    await desk.evaluate(async () => {
      const { scripting, tabs } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      const [tab] = await tabs.query({ url: 'https://journal.example/twice' });
      await scripting.executeScript({ target: { tabId: tab!.id! }, files: ['/scan.js'] });
    });
    await waitForNote(page, /Amber lamps are kinder/);
    expect(await page.evaluate(() => document.querySelectorAll('#first:popover-open').length)).toBe(1);
    await leaveNote(page);
    await page.close();
  });

  test('after an update the old script goes quiet, and a reloaded page has one note', async () => {
    const errors: string[] = [];
    const page = await stage.open('https://journal.example/updated', 'article');
    page.on('pageerror', (error) => errors.push(String(error)));
    await openNote(page, '#marker-1');
    await stage.driver.updateExtension();
    // What the old script drew would stay where nobody is left to close it.
    await until(async () => (await noteText(page)) === undefined, { what: 'the old note to go' });
    await leaveNote(page);
    await rest(page, '#marker-1');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    // Either the new script has taken over, or the old one is silent; a note that can do nothing helps nobody.
    const text = await noteText(page);
    if (text !== undefined) expect(text.trim()).not.toBe('');
    await page.reload();
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    expect(
      await page.evaluate(
        () =>
          [...document.querySelectorAll('[popover="manual"]:popover-open')].filter((host) =>
            host.shadowRoot?.querySelector('[role="dialog"]'),
          ).length,
      ),
    ).toBe(1);
    expect(errors).toEqual([]);
    await page.close();
  });
});

describe('switches', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('switched off for a site, Ibid does nothing there and works elsewhere', async () => {
    await stage.settings({ offHosts: ['off.journal.example'] });
    const off = await stage.open('https://off.journal.example/', 'article');
    await rest(off, '#marker-1');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await findInNote(off, ':scope')).toBeUndefined();
    const on = await stage.open('https://on.journal.example/', 'article');
    await openNote(on, '#marker-1');
    await stage.settings({ offHosts: [] });
    await on.close();
    await off.close();
  });

  test('the popup says what was found, and switches Ibid off for this site', async () => {
    const page = await stage.open('https://popup.journal.example/', 'article');
    const popup = await stage.own('popup.html');
    // A popup looks at the tab in front; here it is a tab itself, and looks at the one before it.
    await page.bringToFront();
    await until(async () => /\d\s+citations/.test(await pageWords(popup)), { what: 'the count of citations' });
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role="switch"]')!.click());
    await until(async () => (await pageWords(popup)).includes(t('offHere')), { what: 'the popup to say so' });
    await rest(page, '#marker-1');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await noteText(page)).toBeUndefined();
    await popup.evaluate(() => document.querySelector<HTMLElement>('[role="switch"]')!.click());
    await until(async () => /\d\s+citations/.test(await pageWords(popup)), { what: 'the count of citations again' });
    await page.mouse.move(3, 3);
    await openNote(page, '#marker-1');
    await popup.close();
    // What its words are was looked at above: a driver cannot look into one that the button opens.
    await page.bringToFront();
    await stage.driver.pressToolbarButton();
    await page.close();
  });

  test('switched off everywhere while a page is open, its notes end, and they return when switched on', async () => {
    const page = await stage.open('https://journal.example/switch', 'article');
    await openNote(page, '#marker-1');
    await stage.settings({ on: false });
    await until(async () => (await noteText(page)) === undefined, { what: 'the note to close' });
    await page.bringToFront();
    await page.mouse.move(3, 3);
    await rest(page, '#marker-1');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await noteText(page)).toBeUndefined();
    await stage.settings({ on: true });
    await page.bringToFront();
    await page.mouse.move(3, 3);
    await openNote(page, '#marker-1');
    await page.close();
  });

  test('a service switched off is not asked', async () => {
    await stage.settings({ sourcesOff: ['openalex'] });
    stage.world.clear();
    const page = await stage.open('https://journal.example/fewer', 'article');
    await openNote(page, '#doi-link');
    await waitForNote(page, /Eleven studies of terns/);
    expect(stage.world.requests('api.openalex.org')).toEqual([]);
    expect(stage.world.requests('api.crossref.org')).not.toEqual([]);
    await stage.settings({ sourcesOff: [] });
    await page.close();
  });

  test('the options page changes settings that pages obey', async () => {
    const options = await stage.own('options.html');
    await press(options, 'Only when I press Look up');
    await until(
      () =>
        options.evaluate(async () => {
          const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
          return (
            ((await storage.local.get('settings')).settings as { lookUp: string } | undefined)?.lookUp === 'on-press'
          );
        }),
      { what: 'the setting' },
    );
    await options.close();
  });
});
