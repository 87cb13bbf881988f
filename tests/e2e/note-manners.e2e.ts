import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { json } from '../../scripts/lib/world.mjs';
import { violations } from './axe';
import { crossrefAnswer, type InventedWork, SERVICES, TRIAL } from './services';
import {
  BROWSER,
  findInNote,
  leaveNote,
  noteText,
  openNote,
  picture,
  pressInNote,
  rest,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;
const ARTICLE = 'https://journal.example/manners';

const box = async (page: Page, selector: string, words = '') =>
  (await (await waitInNote(page, selector, words)).boundingBox())!;

describe('a press in a note', () => {
  const stage = useStage({ lookUp: 'on-open', sourcesOff: ['openalex', 'europe-pmc'] });

  test('ends on what it began on, though the answer arrives in between', async () => {
    let answer = () => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    stage.world.handle(SERVICES.Crossref, async () => {
      await held;
      return json(crossrefAnswer(TRIAL));
    });
    await stage.driver.grantClipboard('https://journal.example');
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await until(() => Promise.resolve(stage.world.requests(SERVICES.Crossref).length > 0), {
      what: 'Crossref to be asked',
    });
    // What the other services say comes first, and the note comes to rest.
    let last = '';
    await until(
      async () => {
        const now = `${await noteText(page)}${JSON.stringify(await box(page, 'button', WORDS.copy))}`;
        const isStill = now === last;
        last = now;
        if (!isStill) await new Promise((resolve) => setTimeout(resolve, 800));
        return isStill;
      },
      { what: 'the note to rest' },
    );
    const before = await box(page, 'button', WORDS.copy);
    await page.mouse.move(before.x + 8, before.y + before.height / 2);
    await page.mouse.down();
    const shown = await noteText(page);
    answer();
    // Long enough for the answer to come and be read; the note must look as it did for as long as the button is down.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(await noteText(page)).toBe(shown);
    expect(await box(page, 'button', WORDS.copy)).toEqual(before);
    await page.mouse.up();
    await waitForNote(page, (words) => words.includes('Annals of Harbour Birds: 2012'));
    await waitForNote(page, (words) => words.includes(WORDS.copied) || words.includes(WORDS.copyFailed));
    await page.close();
  });
});

describe('a note that stays', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('is pinned, moved, left alone by other notes, and closed', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.pin);
    const grip = await waitInNote(page, 'button', WORDS.move);
    const before = await box(page, ':scope');
    const at = (await grip.boundingBox())!;
    await page.mouse.move(at.x + 10, at.y + 10);
    await page.mouse.down();
    await page.mouse.move(at.x + 110, at.y + 190, { steps: 5 });
    await page.mouse.up();
    let after = before;
    await until(
      async () => {
        after = await box(page, ':scope');
        return Math.round(after.x - before.x) === 100 && Math.round(after.y - before.y) === 180;
      },
      { what: 'the note to be where it was put' },
    );
    await page.keyboard.press('ArrowUp');
    await until(async () => Math.round((await box(page, ':scope')).y - after.y) === -24, {
      what: 'the note to go up',
    });
    await picture(page, 'pinned');

    // Far longer than a note waits before it closes.
    await page.mouse.move(3, 3, { steps: 3 });
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await noteText(page)).toContain(TRIAL.title);
    const notes = () => page.evaluate(() => document.querySelectorAll('[popover="manual"]:popover-open').length);
    await rest(page, '#marker-2');
    await until(async () => (await notes()) === 2, { what: 'a second note' });
    await picture(page, 'beside');
    await page.mouse.move(3, 790, { steps: 3 });
    await until(async () => (await notes()) === 1, { what: 'the second note to close' });
    await pressInNote(page, WORDS.close);
    await until(async () => (await notes()) === 0, { what: 'the note to close' });
    await page.close();
  });

  test('offers what else can be done, where it leads', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    // An empty library has nothing to search.
    await pressInNote(page, WORDS.save);
    await waitForNote(page, (text) => text.includes(WORDS.saved));
    await pressInNote(page, WORDS.further);
    const link = await waitInNote(page, 'a', 'PubMed');
    expect(await link.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(
      `https://pubmed.ncbi.nlm.nih.gov/?term=${encodeURIComponent(TRIAL.title)}`,
    );
    await picture(page, 'further');
    // Firefox does not show a driver the pages that an extension opens.
    const address = `library.html?search=${encodeURIComponent(TRIAL.title)}`;
    if (BROWSER === 'chromium') await pressInNote(page, WORDS.searchLibrary);
    const library =
      BROWSER === 'chromium'
        ? await until(async () => (await stage.driver.browser.pages()).find((other) => other.url().endsWith(address)), {
            what: 'the library to open',
          })
        : await stage.own(address);
    const asked = () => library.evaluate(() => document.querySelector<HTMLInputElement>('input[type="search"]')?.value);
    await until(async () => (await asked()) === TRIAL.title, { what: 'the title to be searched for' });
    await library.close();
    await page.close();
  });
});

describe('what services may answer', () => {
  const stage = useStage({ lookUp: 'on-open', sourcesOff: ['openalex', 'europe-pmc'] });
  let serial = 0;
  const work = (more: Partial<InventedWork>): InventedWork => ({
    ...TRIAL,
    doi: `10.5555/manners.${++serial}`,
    abstract: [],
    ...more,
  });
  const pageOf = ({ doi }: InventedWork) =>
    `<!doctype html><html lang="en"><title>Lamps</title><style>* { all: unset !important } html { font-size: 10px }</style>
     <p style="margin: 200px 40px">Gulls sleep less <a id="marker" href="https://doi.org/${doi}">(Tarn 2012)</a>.</p>`;

  for (const [name, odd] of [
    ['a title of two thousand characters', work({ title: `${'Amberlampsandgulls '.repeat(110)}end` })],
    ['a title without a space', work({ title: 'Amberlamps'.repeat(100) })],
    [
      'four hundred authors',
      work({ authors: Array.from({ length: 400 }, (_, index) => [`Author${index}`, 'Ada'] as const) }),
    ],
    ['a title from right to left', work({ title: 'أثر المصابيح البيضاء في نوم النوارس: تجربة في أربعين مرفأ' })],
    ['emoji and formulas', work({ title: '🔦 x² + ∑ᵢ yᵢ ≤ ∞ ⇒ 🐦‍⬛ sleeps' })],
    ['an abstract of thirty thousand characters', work({ abstract: [['', 'Gulls slept under lamps. '.repeat(1200)]] })],
  ] as const) {
    test(`${name} is whole, readable and inside the window`, async () => {
      const { message, ...answer } = crossrefAnswer(odd);
      const abstract = odd.abstract.map(([, text]) => `<jats:p>${text}</jats:p>`).join('');
      stage.world.handle(SERVICES.Crossref, () => json({ ...answer, message: { ...message, abstract } }));
      const page = await stage.open(`https://odd.journal.example/${serial}-${encodeURIComponent(name)}`, pageOf(odd));
      await openNote(page, '#marker');
      await waitForNote(page, (text) => text.includes('Annals of Harbour Birds'));
      const note = await waitInNote(page, ':scope');
      const seen = await note.evaluate((frame) => {
        const { left, top, right, bottom } = frame.getBoundingClientRect();
        const title = frame.querySelector('h2');
        return {
          isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
          overflows: frame.scrollWidth > frame.clientWidth,
          title: title?.textContent ?? '',
          direction: getComputedStyle(title!).direction,
        };
      });
      expect(seen).toMatchObject({ isInside: true, overflows: false });
      expect(seen.title.trim()).toBe(odd.title.trim());
      expect(seen.direction).toBe(name.includes('right to left') ? 'rtl' : 'ltr');
      // Deeds stay at the foot, within reach, however long the rest is.
      if (odd.abstract.length > 0) {
        await pressInNote(page, WORDS.more);
        await waitInNote(page, 'button', WORDS.less);
        // What it is closed by stays in view, and so does the kind of the work, uncovered.
        await note.evaluate((frame) => frame.scrollTo({ top: 4000, behavior: 'instant' }));
        for (const each of ['.close', '.pin', '.kind']) {
          const isInReach = (element: Element) => {
            const { left, top, width, height } = element.getBoundingClientRect();
            const root = element.getRootNode() as ShadowRoot;
            return element.contains(root.elementFromPoint(left + width / 2, top + height / 2));
          };
          const part = await waitInNote(page, each);
          await until(() => part.evaluate(isInReach), { what: `${each} at the note's upper edge` });
        }
        expect(await note.evaluate((frame) => frame.scrollTop)).toBeGreaterThan(1000);
      }
      const save = await box(page, 'button', WORDS.save);
      expect(save.y + save.height).toBeLessThan(800);
      await picture(page, name.replace(/\W+/g, '-'));
      await page.close();
    });
  }
});

describe('what the reader has set', () => {
  const stage = useStage({ lookUp: 'on-open', graceMs: 100 });
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

  test('holds at once on the pages that are open', async () => {
    const page = await stage.open('https://journal.example/settings', 'article');
    const marks = () => page.evaluate(() => [...CSS.highlights.keys()].filter((name) => /^cite(-strong)?$/.test(name)));
    const marked = (...names: string[]) =>
      until(async () => JSON.stringify(await marks()) === JSON.stringify(names), { what: `the marks ${names}` });
    const set = async (change: Parameters<typeof stage.settings>[0]) => {
      await stage.settings(change);
      await page.bringToFront();
    };
    await marked('cite');
    await set({ marks: 'strong' });
    await marked('cite-strong');
    await set({ marks: 'none', markerOpens: 'shift' });
    await marked();

    await rest(page, '#marker-1');
    await pause(900);
    expect(await noteText(page)).toBeUndefined();
    await page.mouse.move(3, 3);
    await page.keyboard.down('Shift');
    await openNote(page, '#marker-1');
    await page.keyboard.up('Shift');
    await leaveNote(page);
    // Links that are no short markers have a setting of their own.
    await openNote(page, '#doi-link');
    await leaveNote(page);

    await set({ markerOpens: 'rest', noteSize: 'large', theme: 'dark', marks: 'quiet' });
    await marked('cite');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const looks = await (await waitInNote(page, ':scope')).evaluate((frame) => {
      const { width } = frame.getBoundingClientRect();
      const [red = 255] = getComputedStyle(frame).backgroundColor.match(/\d+/g)!.map(Number);
      return {
        width: Math.round(width),
        isDark: red < 80,
        title: getComputedStyle(frame.querySelector('h2')!).fontSize,
      };
    });
    expect(looks).toEqual({ width: 504, isDark: true, title: '17px' });
    await picture(page, 'large-dark');
    await page.close();
  });
});

describe('words of the reader’s own', () => {
  const stage = useStage({ lookUp: 'on-open' });
  const OWN = english.glossary;
  const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quays</title><style>body { margin: 60px }</style>
    <h1>Quays</h1><p id="one">On quays the <span id="tern">common tern</span> sleeps; a Common Tern dreams.</p>
    <h2>More</h2><p id="two">Every common tern wakes.</p>`;
  const shown = (page: Page) =>
    page.evaluate(() =>
      [...(CSS.highlights.get('cite-word') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      ),
    );
  const save = async (page: Page) => (await waitInNote(page, 'form button', OWN.save)).click();

  test('are explained from a note, marked on other pages, shown at rest, changed, and taken away', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.further);
    await pressInNote(page, WORDS.define);
    await waitInNote(page, 'input[name="word"]');
    await page.close();

    const first = await stage.open('https://journal.example/quays-1', PLAIN);
    await until(() => first.evaluate(() => document.readyState === 'complete'), { what: 'the page' });
    await until(
      async () => {
        await selectText(first, '#tern');
        return findInNote(first, 'button', english.bar.define);
      },
      { what: 'the bar' },
    );
    await pressInNote(first, english.bar.define);
    const field = await waitInNote(first, 'input[name="word"]');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe('common tern');
    await picture(first, 'word-new');
    await (await waitInNote(first, 'textarea')).click();
    await first.keyboard.type('A small gull with a forked tail');
    await save(first);
    await until(async () => (await findInNote(first, 'textarea')) === undefined, { what: 'the word to be kept' });
    await first.close();

    const other = await stage.open('https://journal.example/quays', PLAIN);
    await until(async () => (await shown(other)).length === 2, { what: 'the word to be marked once in each section' });
    await rest(other, '#tern');
    const text = await waitForNote(other, /forked tail/);
    expect(text.toLowerCase()).toContain(OWN.own.toLowerCase());
    expect(await violations(other, '[popover="manual"]')).toEqual([]);
    await picture(other, 'word');
    await leaveNote(other);
    await rest(other, '#tern');
    await waitForNote(other, /forked tail/);
    await pressInNote(other, OWN.edit);
    const meaning = await waitInNote(other, 'textarea');
    await meaning.click({ count: 3 });
    await other.keyboard.type('A bird of the shore');
    await picture(other, 'word-writing');
    await save(other);
    await until(async () => (await noteText(other)) === undefined, { what: 'the change to be kept' });
    await other.mouse.move(3, 3, { steps: 3 });
    await rest(other, '#tern');
    await waitForNote(other, /bird of the shore/);
    await pressInNote(other, OWN.remove);
    await until(async () => (await shown(other)).length === 0, { what: 'the marks to go' });
    await other.close();
  });
});
