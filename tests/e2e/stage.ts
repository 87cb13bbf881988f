import { readFileSync } from 'node:fs';
import type { ElementHandle, Frame, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { Driver } from '../../scripts/lib/driver.mjs';
import { ROOT } from '../../scripts/lib/root.mjs';
import { until } from '../../scripts/lib/until.mjs';
import type { World } from '../../scripts/lib/world.mjs';
import type { Settings } from '../../utils/model/settings';
import { BROWSER, closeHouse, type House, passOn, takeTurn, WAITING } from './house';
import { serveAll } from './services';

export { until } from '../../scripts/lib/until.mjs';
export { BROWSER } from './house';

declare module 'vitest' {
  interface TaskMeta {
    browser?: string;
  }
}

/** A page of `tests/pages`, as text. */
export const pageText = (name: string): string => readFileSync(`${ROOT}tests/pages/${name}.html`, 'utf8');

/** A browser with the test build in it, and a world around it, for one file of tests. */
export interface Stage {
  readonly driver: Driver;
  readonly world: World;
  /** Serves a page of `tests/pages`, or the HTML given, if any, and opens it in a tab that nobody else has; closed, it serves the next. */
  open(url: string, page?: string): Promise<Page>;
  /** Opens a page of the extension in such a tab, e.g. `library.html`. */
  own(path: string): Promise<Page>;
  /** Changes settings as the options page would. */
  settings(change: Partial<Settings>): Promise<void>;
  /** Requests to anybody but the hosts given. */
  strangersAsked(...expected: string[]): string[];
}

/**
 * Sets the stage before the tests of a suite.
 *
 * @param change - Settings other than those of a new reader.
 */
export function useStage(change: Partial<Settings> = {}): Stage {
  let house: House;
  let isSpoilt = false;
  beforeAll(async () => {
    house = await takeTurn();
    serveAll(house.world);
    if (Object.keys(change).length > 0) await stage.settings(change);
    house.world.clear();
  });
  // Nobody knows what state a browser is in where a test failed.
  afterEach(({ task }) => {
    isSpoilt ||= task.result?.state === 'fail';
    task.meta.browser = BROWSER;
  });
  afterAll(async () => {
    if (!house) return;
    if (isSpoilt) await closeHouse(house);
    else passOn(house);
  });
  const stage: Stage = {
    get driver() {
      return house.driver;
    },
    get world() {
      return house.world;
    },
    async open(url, page) {
      if (page) house.world.page(url, page.startsWith('<') ? page : pageText(page));
      return house.tabs.open(url);
    },
    own: (path) => house.own.open(path),
    async settings(change) {
      const desk = await house.driver.desk();
      await desk.evaluate(async (change) => {
        const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
        const { settings } = await storage.local.get('settings');
        await storage.local.set({ settings: { version: 1, ...(settings as object), ...change } });
      }, change);
    },
    strangersAsked: (...expected) =>
      house.world
        .requests()
        .filter(({ host, path }) => ![...expected, WAITING].includes(host) && path !== '/favicon.ico')
        .map(({ host, path }) => `${host}${path}`),
  };
  return stage;
}

/** A page, or a frame in one. */
export type Place = Page | Frame;

/** What a note shows; undefined while there is none. */
export async function noteText(place: Place): Promise<string | undefined> {
  const handle = await findInNote(place, ':scope');
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts, not what is there.
  return handle ? handle.evaluate((dialog) => (dialog as HTMLElement).innerText) : undefined;
}

/**
 * The first visible element in Ibid's open notes and bars that matches a selector and whose name contains some words;
 * `:scope` is the note itself.
 */
export async function findInNote(
  place: Place,
  selector: string,
  words = '',
): Promise<ElementHandle<Element> | undefined> {
  const handle = await place.evaluateHandle(
    (selector, words) => {
      for (const host of document.querySelectorAll('[popover="manual"]')) {
        const root = host.matches(':popover-open') ? host.shadowRoot : undefined;
        const note = root?.querySelector('[role="dialog"]');
        if (selector === ':scope' && note) return note;
        for (const element of root?.querySelectorAll<HTMLElement>(selector === ':scope' ? 'none' : selector) ?? []) {
          // biome-ignore lint/performance/useDomNodeTextContent: as above.
          const name = `${element.innerText} ${element.getAttribute('aria-label') ?? ''} ${element.title}`;
          if (name.toLowerCase().includes(words.toLowerCase()) && element.getClientRects().length > 0) return element;
        }
      }
      return undefined;
    },
    selector,
    words,
  );
  return (handle.asElement() as ElementHandle<Element> | null) ?? undefined;
}

/** Waits for an element of Ibid's open notes and bars. */
export const waitInNote = (place: Place, selector: string, words = ''): Promise<ElementHandle<Element>> =>
  until(() => findInNote(place, selector, words), { what: `${selector} "${words}" in the note` });

/** Waits until an element of Ibid's open notes and bars has the focus, without having been given it by the test. */
export const waitForFocus = (place: Place, selector: string): Promise<unknown> =>
  until(
    async () =>
      (await findInNote(place, selector))?.evaluate(
        (element) => (element.getRootNode() as ShadowRoot).activeElement === element,
      ),
    { what: `the focus in ${selector}` },
  );

/** What a hand can press. */
const CONTROL = 'button, a, summary, input, label, [role="button"], [role="tab"], [role="option"], [role="switch"]';

/**
 * Presses a control with the real pointer once it has come to rest: what arrives meanwhile moves it, or draws it anew. When it
 * moved from under the pointer all the same, and no control was hit, it is pressed again, as a hand would.
 */
async function pressAtRest(find: () => Promise<ElementHandle<Element> | undefined>, what: string): Promise<void> {
  let last = '';
  const isPressed = async () => {
    const control = await find();
    await control?.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const root = element.getRootNode() as Document | ShadowRoot;
      const hit = root.elementFromPoint(left + width / 2, top + height / 2);
      // Below a bar that stays where it is, it is in view only to a driver.
      if (!hit || !(element.contains(hit) || hit.contains(element)))
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    const box = JSON.stringify(await control?.boundingBox());
    const isAtRest = box === last;
    last = box;
    if (!control || !isAtRest) return false;
    const heard = await control.evaluateHandle((element, CONTROL) => {
      const heard = { isControl: false };
      const onClick = (event: Event) => {
        heard.isControl = event.composedPath().some((node) => node instanceof Element && node.matches(CONTROL));
      };
      element.ownerDocument.defaultView?.addEventListener('click', onClick, { capture: true, once: true });
      return heard;
    }, CONTROL);
    await control.click();
    // Where the press led away from the page there is nobody left to ask.
    return heard.evaluate(({ isControl }) => isControl).catch(() => true);
  };
  await until(isPressed, { what });
}

/** Presses a button or link of Ibid's open notes and bars, by its name. */
export const pressInNote = (place: Place, words: string): Promise<void> =>
  pressAtRest(
    () => findInNote(place, 'button, a, [role="button"], input, label', words),
    `a button "${words}" to press`,
  ).catch(async (error: Error) => {
    throw new Error(`${error.message} The note says: ${(await noteText(place)) ?? '(there is none)'}`);
  });

/** Waits until the open note's words satisfy a test, and gives them. */
export async function waitForNote(place: Place, wanted: RegExp | ((text: string) => boolean)): Promise<string> {
  let last: string | undefined;
  const accepts = (text: string) => (wanted instanceof RegExp ? wanted.test(text) : wanted(text));
  return until(
    async () => {
      last = await noteText(place);
      return last !== undefined && accepts(last) ? last : undefined;
    },
    { what: `a note that says ${wanted}` },
  ).catch((error: Error) => {
    throw new Error(`${error.message} The note says: ${last ?? '(there is none)'}`);
  });
}

/** Moves the real pointer onto an element and lets it rest there. */
export async function rest(page: Page, selector: string, frame: Frame = page.mainFrame()): Promise<void> {
  const element = await frame.waitForSelector(selector);
  if (!element) throw new Error(`There is no ${selector} in the page.`);
  await element.scrollIntoView();
  const box = await element.boundingBox();
  if (!box) throw new Error(`${selector} has no box.`);
  // Where it is broken into lines, its middle may be beside it: fonts differ between machines.
  const line = await element.evaluate((element) => {
    const [first] = element.getClientRects();
    const whole = element.getBoundingClientRect();
    return first && { x: first.x - whole.x, y: first.y - whole.y, width: first.width, height: first.height };
  });
  const { width, height } = line ?? box;
  const x = box.x + (line?.x ?? 0) + Math.min(width / 2, 12);
  const y = box.y + (line?.y ?? 0) + height / 2;
  await page.mouse.move(x - 2, y);
  await page.mouse.move(x, y, { steps: 2 });
}

/** Rests on a citation until its note is there, and gives the note's words. */
export async function openNote(page: Page, selector: string, frame: Frame = page.mainFrame()): Promise<string> {
  await rest(page, selector, frame);
  return waitForNote(frame, /\S/);
}

/** Moves the pointer away and waits until the note is gone. */
export async function leaveNote(page: Page, frame: Frame = page.mainFrame()): Promise<void> {
  await page.mouse.move(3, 3, { steps: 3 });
  await until(async () => (await noteText(frame)) === undefined, { what: 'the note to close' });
}

/** Leaves a picture of what is shown in the folder that `IBID_PICTURES` names, to be looked at; none where it names none. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.IBID_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${BROWSER}-${name}.png` });
}

/** Puts words into a field as a paste does, at once. */
export const paste = (page: Page, selector: string, words: string): Promise<void> =>
  page.evaluate(
    (selector, words) => {
      const field = document.querySelector<HTMLTextAreaElement>(selector)!;
      field.value = words;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    selector,
    words,
  );

/** Clicks an element with the Alt key held, as a reader does who wants the passage marked at once. */
export async function altClick(page: Page, selector: string): Promise<void> {
  await page.keyboard.down('Alt');
  await page.click(selector);
  await page.keyboard.up('Alt');
}

/** Selects the words of an element by dragging the real pointer over them, and lets go. */
export async function selectText(page: Page, selector: string, frame: Frame = page.mainFrame()): Promise<void> {
  const element = await frame.waitForSelector(selector);
  await element!.scrollIntoView();
  const box = await element!.boundingBox();
  const ends = await element!.evaluate((node) => {
    const whole = node.getBoundingClientRect();
    const rects = [...node.getClientRects()];
    const [first, last] = [rects[0]!, rects.at(-1)!];
    return {
      from: [first.left - whole.left + 1, first.top - whole.top + first.height / 2],
      to: [last.right - whole.left - 1, last.top - whole.top + last.height / 2],
    };
  });
  const inPage = ([x, y]: number[]): [number, number] => [box!.x + x!, box!.y + y!];
  await page.mouse.move(...inPage(ends.from));
  await page.mouse.down();
  await page.mouse.move(...inPage(ends.to), { steps: 8 });
  await page.mouse.up();
}

/** The words of every painted range of a page; what Ibid paints is the only thing of it that a page can see. */
export const paintedText = (place: Place): Promise<string[]> =>
  place.evaluate(() =>
    [...(CSS.highlights?.values() ?? [])].flatMap((ranges) => [...ranges].map((range) => `${range}`)),
  );

/** The visible words of one of Ibid's own pages. */
export const pageWords = (page: Page): Promise<string> =>
  // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts.
  page.evaluate(() => document.body.innerText);

/** Presses a control of one of Ibid's own pages, by its name. */
export const press = (page: Page, words: string, selector = CONTROL): Promise<void> =>
  pressAtRest(async () => {
    const handle = await page.evaluateHandle(
      (words, selector) =>
        [...document.querySelectorAll<HTMLElement>(selector)].find((element) => {
          // biome-ignore lint/performance/useDomNodeTextContent: what is shown counts.
          const name = `${element.getAttribute('aria-label') ?? ''} ${element.innerText} ${element.title}`;
          return element.getClientRects().length > 0 && name.toLowerCase().includes(words.toLowerCase());
        }),
      words,
      selector,
    );
    return (handle.asElement() as ElementHandle<Element> | null) ?? undefined;
  }, `a control called "${words}" to press`);
