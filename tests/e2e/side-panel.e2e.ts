import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../english';
import { violations } from './axe';
import {
  BROWSER,
  openNote,
  pageText,
  pageWords,
  picture,
  press,
  pressInNote,
  selectText,
  until,
  useStage,
  waitInNote,
} from './stage';

const words = messagesOf('en');
const FRAMED =
  '<!doctype html><p>Terns were asked as well (doi:10.5555/lamp.2021.7), and so were <i>more</i> terns.</p>';
/** An article that says when it is from, with room to scroll and a frame at its end. */
const ARTICLE = pageText('article')
  .replace(
    '</head>',
    '<meta name="citation_publication_date" content="2012-03-07"><meta property="article:modified_time" content="2014-05-01"></head>',
  )
  .replace('<p id="fifth">', '<div style="height: 1500px"></div><p id="fifth">')
  .replace('</main>', '<iframe id="frame" src="https://frame.example/terns" width="500"></iframe></main>');

/** A pdf of one empty page. */
const PDF = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>`;

describe('the side panel', () => {
  const stage = useStage({ listMarks: true });

  const openArticle = (path: string) => {
    stage.world.page('https://frame.example/terns', FRAMED);
    return stage.open(`https://panel.journal.example/${path}`, ARTICLE);
  };
  /** The panel in a tab, where a driver reaches it: there it follows the page that was in view last. */
  const openPanel = async (beside: Page) => {
    const panel = await stage.own('sidepanel.html');
    await beside.bringToFront();
    await panel.bringToFront();
    return panel;
  };
  const says = (panel: Page, wanted: string | RegExp) =>
    until(
      async () => {
        const text = await pageWords(panel);
        return typeof wanted === 'string' ? text.includes(wanted) : wanted.test(text);
      },
      { what: `the panel to say ${wanted}` },
    ).catch(async (error: Error) => {
      throw new Error(`${error.message} It says: ${await pageWords(panel)}`);
    });
  const isInView = (page: Page, selector: string) =>
    page.evaluate((selector) => {
      const box = document.querySelector(selector)!.getBoundingClientRect();
      return box.top >= 0 && box.bottom <= innerHeight;
    }, selector);

  test('lists what the page and its frames cite by work, finds it by words and walks through it', async () => {
    const page = await openArticle('article');
    const panel = await openPanel(page);
    await says(panel, '10 citations');
    await says(panel, 'White lamps and the sleep of gulls');
    await says(panel, '10.5555/lamp.2021.7');
    await says(panel, 'Published March 7, 2012');
    await says(panel, 'Revised May 1, 2014');
    // The label and the link in the entry itself are one work.
    expect(await panel.evaluate(() => document.querySelectorAll('.works li').length)).toBeLessThan(9);

    await press(panel, 'A dark winter on the quay');
    await until(() => isInView(page, '#marker-2'), { what: 'the page to go there' });
    await waitInNote(page, '.here');
    const place = async () => /(\d+) of 10/.exec(await pageWords(panel))?.[1];
    const at = Number(await until(place, { what: 'the place among the citations' }));
    await press(panel, words.get('panel_previous')!);
    await until(async () => Number(await place()) === at - 1, { what: 'the place before' });

    await panel.type('input[type="search"]', 'GULLS harbour');
    await says(panel, /1 citation|2 citations/);
    await press(panel, words.get('panel_next')!);
    await until(() => isInView(page, '#marker-1'), { what: 'the page to go to the one that is left' });
    // What the page says there, and the way to it.
    await press(panel, '', '.works .times');
    await says(panel, 'In a trial of forty harbours gulls lost two hours of sleep a night');
    await picture(panel, 'panel-mentions');
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await press(panel, 'In a trial of forty harbours', '.mentions button');
    await until(() => isInView(page, '#marker-1'), { what: 'the page to go to what it says' });
    expect(stage.strangersAsked('panel.journal.example', 'frame.example')).toEqual([]);
    await panel.close();
    await page.close();
  });

  test('knows what is kept of the page, as it is kept, and what of it is not found', async () => {
    const page = await openArticle('kept');
    const panel = await openPanel(page);
    await says(panel, words.get('panel_noPassages')!);
    await page.bringToFront();
    await selectText(page, '#to-save');
    await waitInNote(page, 'button', 'green');
    await pressInNote(page, 'green');
    await openNote(page, '#marker-1');
    await pressInNote(page, words.get('note_save')!);
    await waitInNote(page, 'button', words.get('note_undo')!);
    // Beside the citation itself, too, and as it is read or taken out of the list, by whichever window.
    const marked = (name: string) =>
      page.evaluate(
        (name) =>
          [...(CSS.highlights.get(name) ?? [])].some(({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return `${range}` === '[1]';
          }),
        name,
      );
    await until(() => marked('cite-own'), { what: 'the mark of a listed work' });
    await panel.bringToFront();
    await says(panel, words.get('panel_listed')!);
    await panel.evaluate(async () => {
      const { runtime } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      const opening = indexedDB.open('ibid');
      const ids = await new Promise<IDBValidKey[]>((resolve) => {
        opening.onsuccess = () => {
          const asking = opening.result.transaction('items').objectStore('items').getAllKeys();
          asking.onsuccess = () => resolve(asking.result);
        };
      });
      opening.result.close();
      for (const id of ids)
        await runtime.sendMessage({ name: 'changeItem', input: { id, change: { status: 'read' } } });
    });
    await page.bringToFront();
    await until(() => marked('cite-past'), { what: 'the mark of a work that was read' });
    expect(await marked('cite-own')).toBe(false);
    await picture(page, 'list-marks');
    // Where colours are forced in Chromium, it is a line of its own, in place of the one that every citation has.
    if (BROWSER === 'chromium') {
      const session = await page.createCDPSession();
      /** Has the browser force colours or not, and waits for what that changes: a tab that lost its place in front draws nothing. */
      const force = (value: 'active' | 'none', isDone: () => Promise<boolean>, what: string) =>
        until(
          async () => {
            await page.bringToFront();
            await session.send('Emulation.setEmulatedMedia', { features: [{ name: 'forced-colors', value }] });
            return isDone();
          },
          { what },
        ).catch(async (error: Error) => {
          const state = await page.evaluate(
            () => `${document.visibilityState}, forced: ${matchMedia('(forced-colors: active)').matches}`,
          );
          throw new Error(`${error.message} The page is ${state}.`);
        });
      const lines = (style: string) =>
        page.evaluate(
          (style) =>
            [...document.querySelectorAll('[popover="manual"]:popover-open')].some(({ shadowRoot }) =>
              [...(shadowRoot?.children ?? [])].some((box) => (box as HTMLElement).style.borderBottomStyle === style),
            ),
          style,
        );
      // The last to be shown is above the others.
      await page.evaluate(() => {
        const onToggle = ({ target, newState }: ToggleEvent) => {
          const isNote = (target as Element).shadowRoot?.querySelector('[role="dialog"]');
          if (newState === 'open') document.documentElement.dataset.above = isNote ? 'note' : 'other';
        };
        document.addEventListener('beforetoggle', onToggle as EventListener, true);
      });
      await force('active', () => lines('double'), 'the line of a work that was read');
      expect(await page.evaluate(() => document.documentElement.dataset.above)).toBe('note');
      await picture(page, 'list-marks-forced');
      await force('none', () => marked('cite-past'), 'the painted mark again');
      await until(async () => !(await lines('double')), { what: 'the line to go' });
      await session.detach();
    }
    await stage.settings({ listMarks: false });
    await page.bringToFront();
    await until(async () => !(await marked('cite-past')), { what: 'no mark where none is wanted' });
    await stage.settings({ listMarks: true });
    await panel.bringToFront();
    await says(panel, '1 saved');
    await says(panel, words.get('panel_read')!);
    await says(panel, 'You first kept something of it');

    await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
    await press(panel, 'Where the quay was left dark');
    await until(() => isInView(page, '#to-save'), { what: 'the page to go to the passage' });

    await page.evaluate(() => document.querySelector('#third')!.remove());
    await page.bringToFront();
    await says(panel, '1 is not found');
    await panel.bringToFront();
    await press(panel, words.get('panel_mend')!);
    await waitInNote(page, '.panel');
    await panel.close();
    await page.close();
  });

  test('says why there is nothing, follows the tab in view, and has no fault of access', async () => {
    const quiet = await stage.open(
      'https://panel.journal.example/quiet',
      '<!doctype html><title>Quiet</title><p>Words.</p>',
    );
    const panel = await openPanel(quiet);
    await says(panel, words.get('popup_noCitations')!);
    await stage.settings({ offHosts: ['panel.journal.example'] });
    await says(panel, words.get('popup_offHere')!);
    await stage.settings({ offHosts: [] });
    const page = await openArticle('article');
    await says(panel, '10 citations');
    for (const width of [360, 900]) {
      for (const scheme of ['light', 'dark'] as const) {
        await stage.settings({ theme: scheme });
        await panel.setViewport({ width, height: 760 });
        await panel.bringToFront();
        await until(() => panel.evaluate((scheme) => document.documentElement.style.colorScheme === scheme, scheme), {
          what: 'the theme',
        });
        expect(await violations(panel, 'html')).toEqual([]);
        await picture(panel, `side-panel-${width}-${scheme}`);
      }
    }
    await stage.settings({ theme: 'auto' });
    for (const each of [panel, page, quiet]) await each.close();
  });

  test('opens from the popup, beside the page', async () => {
    const page = await openArticle('article');
    let popup = await stage.own('popup.html');
    await popup.setViewport({ width: 300, height: 480 });
    await says(popup, /10\s+citations/);
    expect(await violations(popup, 'html')).toEqual([]);
    await picture(popup, 'popup');
    await press(popup, words.get('popup_addPage')!, 'button');
    await says(popup, words.get('popup_added')!);
    await press(popup, words.get('popup_undo')!, 'button');
    await says(popup, words.get('popup_undone')!);
    await popup.close();
    await page.bringToFront();
    await page.evaluate(() => getSelection()!.selectAllChildren(document.querySelector('#ref-1')!));
    popup = await stage.driver.extensionPage('popup.html');
    await press(popup, words.get('popup_addSelection')!, 'button');
    await says(popup, words.get('popup_added')!);
    await press(popup, words.get('popup_openPanel')!);
    const desk = await stage.driver.desk();
    const isOpen = () =>
      desk.evaluate(async () => {
        const { sidebarAction } =
          (globalThis as { browser?: { sidebarAction?: { isOpen(of: object): Promise<boolean> } } }).browser ?? {};
        if (sidebarAction) return sidebarAction.isOpen({});
        const contexts = await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL' as never] });
        return contexts.some(({ documentUrl }) => documentUrl?.endsWith('/sidepanel.html'));
      });
    await until(isOpen, { what: 'the panel to open' });
    // A popup closes itself then, also where it is a tab.
    for (const each of [popup, page]) await each.close().catch(() => {});
  });

  test('in a PDF of the browser’s own viewer, panel and popup say that nothing can be found', async () => {
    stage.world.page('https://panel.journal.example/paper.pdf', {
      headers: { 'content-type': 'application/pdf' },
      body: PDF,
    });
    const paper = await stage.driver.newPage();
    // Where the viewer takes the place of the page, the driver never hears that it was loaded.
    paper.goto('https://panel.journal.example/paper.pdf').catch(() => {});
    for (const name of ['sidepanel', 'popup']) {
      const own = await stage.own(`${name}.html`);
      await says(own, words.get('popup_pdf')!);
      await own.close();
    }
    await paper.close();
  });
});
