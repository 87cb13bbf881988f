import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { violations } from './axe';
import { waitForBare, waitForPaint } from './passages';
import { TRIAL } from './services';
import {
  altClick,
  BROWSER,
  findInNote,
  openNote,
  pageText,
  paintedText,
  picture,
  pressInNote,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;
const CLAIM = 'In a trial of forty harbours gulls lost two hours of sleep a night under white lamps';
const LATER = 'Where lamps are white gulls lose two hours of every night';
const ENTRY = 'White lamps and the sleep of gulls: a trial in forty harbours';
const FILLING = '<p>Gulls sleep on the quays when the lamps are out, and the lamps are seldom out.</p>'.repeat(40);

/** The article under a bar that stays, with much between its parts, and citing its first reference twice: the second time folded away. */
const LONG = pageText('article')
  .replace('</style>', '.bar { position: sticky; top: 0; height: 70px; background: #ddd }</style>')
  .replace('<main>', '<div class="bar">Bar</div><main>')
  .replace(
    '<h2>References</h2>',
    `${FILLING}<details><summary>More on lamps</summary><p>${LATER}<sup class="reference"><a id="later" href="#ref-1">[1]</a></sup>.</p></details>${FILLING}<h2>References</h2>`,
  );

/** Waits until an element, or the words of it, stand in the window below the bar, and have come to rest there. */
async function waitForView(page: Page, selector: string): Promise<void> {
  let last = Number.NaN;
  const isAtRest = async () => {
    const { top, bottom, height } = await page.$eval(selector, (element) => {
      const { top, bottom } = element.getBoundingClientRect();
      return { top, bottom, height: innerHeight };
    });
    const before = last;
    last = top;
    return before === top && top >= 70 && bottom <= height && bottom > top;
  };
  await until(isAtRest, { what: `${selector} to be in view` });
}
const said = (page: Page, words: string) => waitInNote(page, '[role="status"]', words);
const mentioned = (number: number, all: number) =>
  WORDS.mentionOf.replace('{0}', String(number)).replace('{1}', String(all));

describe('the passage referred to', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('the words that a citation supports are marked, from the note and by Alt+click, and that is said', async () => {
    const page = await stage.open('https://journal.example/claim', 'article');
    await openNote(page, '#marker-1');
    await pressInNote(page, WORDS.highlight);
    await waitForPaint(page, CLAIM);
    await waitForNote(page, (words) => words.includes(WORDS.highlighted));
    await page.reload();
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the scan' });
    await altClick(page, '#marker-1');
    await waitForPaint(page, CLAIM);
    await said(page, WORDS.highlighted);
    expect(await page.evaluate(() => location.hash)).toBe('');
    await page.keyboard.press('Escape');
    await waitForBare(page, CLAIM);
    expect(await findInNote(page, '[role="status"]')).toBeUndefined();
    await page.close();
  });

  test('every mention of a work is marked and led to, also a folded one, and back', async () => {
    const page = await stage.open('https://journal.example/mentions', LONG);
    await openNote(page, '#marker-1');
    await pressInNote(page, WORDS.mentions);
    await waitInNote(page, '.mention[aria-current]');
    await picture(page, 'mention-list');
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    // The words of the other one lead there.
    await pressInNote(page, LATER.slice(0, 30));
    await said(page, mentioned(2, 2));
    await waitForView(page, '#later');
    expect(await page.$eval('details', (details) => details.open)).toBe(true);
    await waitForPaint(page, CLAIM);
    await waitForPaint(page, LATER);
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    await picture(page, 'mentions');
    await pressInNote(page, WORDS.nextMention);
    await said(page, mentioned(1, 2));
    await waitForView(page, '#marker-1');
    await pressInNote(page, WORDS.previousMention);
    await said(page, mentioned(2, 2));
    await waitForView(page, '#later');
    await pressInNote(page, WORDS.goBack);
    await waitForView(page, '#marker-1');
    await waitForBare(page, LATER);
    expect(await page.evaluate(() => scrollY)).toBe(0);
    await page.close();
  });

  test('a link into the page keeps its meaning: the place is marked below the bar, and there is a way back', async () => {
    const page = await stage.open('https://journal.example/in-page', LONG);
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the scan' });
    await page.click('#marker-1');
    await waitForPaint(page, ENTRY);
    await waitForView(page, '#ref-1');
    expect(await page.evaluate(() => location.hash)).toBe('#ref-1');
    await said(page, WORDS.arrived);
    await picture(page, 'arrived');
    await pressInNote(page, WORDS.goBack);
    await waitForView(page, '#marker-1');
    await until(() => page.evaluate(() => location.hash === '' && document.activeElement?.id === 'marker-1'), {
      what: 'the address and the focus as before',
    });
    await waitForBare(page, ENTRY);

    // From the entry, to the passages that cite it.
    await page.click('#marker-1');
    await pressInNote(page, WORDS.mentionsHere.other.replace('{0}', '2'));
    await said(page, mentioned(1, 2));
    await waitForPaint(page, CLAIM);
    await pressInNote(page, WORDS.goBack);
    await waitForView(page, '#marker-1');

    // A page that makes something else of its link is let alone.
    await page.keyboard.press('Escape');
    await page.evaluate(() =>
      document.querySelector('#marker-2')!.addEventListener('click', (event) => {
        event.preventDefault();
        document.title = 'Unfolded in place';
      }),
    );
    await page.click('#marker-2');
    await until(async () => (await page.title()) === 'Unfolded in place', { what: 'the page’s own meaning' });
    await new Promise((resolve) => setTimeout(resolve, 700));
    expect((await paintedText(page)).some((text) => text.includes('A dark winter on the quay'))).toBe(false);
    expect(await findInNote(page, '[role="status"]')).toBeUndefined();
    await page.close();
  });

  for (const [name, sentence, word, fold] of [
    ['the same', 'Under white lamps gulls lost two hours of sleep a night.', WORDS.visitClosest, 'details'],
    [
      'much the same',
      'Under the white lamps the gulls lost about two hours of their sleep a night.',
      WORDS.visitNear,
      'div hidden="until-found"',
    ],
  ] as const)
    test(`the cited document opens at the closest sentence, which is ${name}`, async () => {
      const landing = `https://annals.example/${encodeURIComponent(name)}`;
      stage.world.page(`https://doi.org/${TRIAL.doi}`, { status: 302, headers: { location: landing } });
      stage.world.page(
        landing,
        `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Annals</title></head><body><h1>White lamps</h1>${FILLING}
         <${fold}><p id="results">Sleepers were counted by night. ${sentence} Amber lamps did better.</p></${fold.split(' ')[0]}>${FILLING}</body></html>`,
      );
      const page = await stage.open('https://journal.example/citing', 'article');
      await openNote(page, '#marker-1');
      await waitForNote(page, (words) => words.includes(WORDS.closest));
      await pressInNote(page, WORDS.openThere);
      const opened = await until(
        async () => (await stage.driver.browser.pages()).find((other) => other.url().startsWith(landing)),
        { what: 'the cited document' },
      );
      await said(opened, word);
      await waitForPaint(opened, sentence.replace(/\.$/, ''));
      await waitForView(opened, '#results');
      await picture(opened, `visit-${name.replace(/\W/g, '-')}`);
      await pressInNote(opened, WORDS.visitBack);
      await until(() => page.evaluate(() => document.visibilityState === 'visible'), { what: 'the citing page' });
      await opened.close();
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
      }, 1000));</script></body>`,
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
});
