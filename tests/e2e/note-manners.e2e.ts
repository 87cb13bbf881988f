import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { json } from '../../scripts/lib/world.mjs';
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
  until,
  useStage,
  waitForFocus,
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
    // It is resized by key, and at its corner.
    const { width, height } = await box(page, ':scope');
    // Browsers round what is dragged to whole pixels.
    const isSized = async (byX: number, byY: number) => {
      let now = { width, height };
      const isSo = async () => {
        now = await box(page, ':scope');
        return Math.abs(now.width - width - byX) < 2 && Math.abs(now.height - height - byY) < 2;
      };
      await until(isSo, { what: `the note to be smaller by ${-byX} × ${-byY}` }).catch((error: Error) => {
        throw new Error(`${error.message} It was ${width} × ${height}, and is ${now.width} × ${now.height}.`);
      });
    };
    await grip.focus();
    await page.keyboard.down('Shift');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.up('Shift');
    await isSized(-24, -24);
    const small = await box(page, ':scope');
    const corner = [small.x + small.width - 5, small.y + small.height - 5] as const;
    await page.mouse.move(...corner);
    await page.mouse.down();
    await page.mouse.move(corner[0] - 30, corner[1] - 20, { steps: 3 });
    await page.mouse.up();
    await isSized(-54, -44);

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
    const mail = async (words: string) =>
      (await waitInNote(page, 'a', words)).evaluate((a) => decodeURIComponent((a as HTMLAnchorElement).href));
    const request = await mail(WORDS.request);
    expect(request).toContain(`mailto:?subject=${WORDS.requestSubject.replace('{0}', TRIAL.title)}`.slice(0, 60));
    for (const part of [WORDS.requestText, TRIAL.title, `https://doi.org/${TRIAL.doi}`])
      expect(request).toContain(part);
    const comment = await mail(WORDS.comment);
    for (const part of [ARTICLE, '“In a trial of forty harbours', TRIAL.title]) expect(comment).toContain(part);
    await picture(page, 'further');
    // A remark of one's own; who writes it may let the hand stray.
    await pressInNote(page, WORDS.remark);
    await waitForFocus(page, '.remark textarea');
    await page.keyboard.type('Small sample.');
    await page.mouse.move(3, 3, { steps: 3 });
    await new Promise((resolve) => setTimeout(resolve, 800));
    await pressInNote(page, WORDS.keepRemark);
    await waitForNote(page, (text) => text.includes(WORDS.yourRemark.replace('{0}', 'Small sample.')));
    await picture(page, 'remark');
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

    // The list of services is the reader's own, line by line.
    const options = await stage.own('options.html');
    const list = (await until(() => options.$('#searches'), { what: 'the list of services' }))!;
    await list.evaluate((field) => (field as HTMLTextAreaElement).select());
    await options.keyboard.type('Harbour Index = https://index.example/find?year={year}&doi={doi}');
    await options.keyboard.press('Tab');
    const kept = () =>
      options.evaluate(async () => {
        const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
        const { settings } = await storage.local.get('settings');
        return (settings as { searches?: unknown[] }).searches?.length === 1;
      });
    await until(kept, { what: 'the list to be kept' });
    await options.close();
    await page.bringToFront();
    await page.mouse.move(3, 3);
    await until(async () => (await noteText(page)) === undefined, { what: 'the note to close' });
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.further);
    const own = await waitInNote(page, '.further a', 'Harbour Index');
    expect(await own.evaluate((a) => (a as HTMLAnchorElement).href)).toBe(
      `https://index.example/find?year=2012&doi=${encodeURIComponent(TRIAL.doi)}`,
    );
    expect(await findInNote(page, '.further a', 'PubMed')).toBeUndefined();
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
