import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { SERVICES, TRIAL, WELL } from './services';
import {
  BROWSER,
  findInNote,
  leaveNote,
  openNote,
  pressInNote,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;
const ARTICLE = 'https://journal.example/manners';

describe('closing', () => {
  const stage = useStage({ lookUp: 'on-open', markerDelayMs: 50, linkDelayMs: 50, graceMs: 100 });

  /** What a note could leave behind: nodes, style sheets and painted ranges that anybody can count. */
  const left = (page: Page) =>
    page.evaluate(() => ({
      nodes: document.querySelectorAll('*').length,
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      painted: [...CSS.highlights.values()].reduce((sum, ranges) => sum + ranges.size, 0),
      styles: document.querySelectorAll('[style]').length,
    }));
  /** What a note may be closed in the middle of. */
  const STATES: readonly (readonly [name: string, reach: (page: Page) => Promise<unknown>])[] = [
    ['as it opens', async () => {}],
    [
      'with what else can be done',
      async (page) => {
        await pressInNote(page, WORDS.further);
        await waitInNote(page, '.further');
      },
    ],
    [
      'with the question which study it is',
      async (page) => {
        await pressInNote(page, WORDS.wrong);
        await waitInNote(page, '.which input');
      },
    ],
    ['with its summary unfolded', (page) => pressInNote(page, WORDS.more)],
  ];
  const openAndClose = async (page: Page, reach: (page: Page) => Promise<unknown>) => {
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await reach(page);
    await leaveNote(page);
  };

  test('leaves no node and no style behind, whatever it was in the middle of', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openAndClose(page, async () => {});
    const before = await left(page);
    for (const [name, reach] of STATES)
      for (let round = 0; round < 2; round += 1) {
        await openAndClose(page, reach);
        expect(await left(page), name).toEqual(before);
      }
    expect(await findInNote(page, ':scope')).toBeUndefined();
    await page.close();
  });

  // Listeners, and timers of the extension's own world, are counted through Chromium's DevTools protocol; Firefox offers neither to a driver.
  test.runIf(BROWSER === 'chromium')(
    'leaves no listener and no timer behind, whatever kind of note it was',
    async () => {
      // The summary of the review names another work, whose note opens inside.
      stage.world.handle(SERVICES['Europe PMC'], (asked) => {
        const { body, ...answer } = WELL['Europe PMC'](asked);
        return {
          ...answer,
          body: String(body).replace('Eleven studies', `After the trial (doi:${TRIAL.doi}), eleven studies`),
        };
      });
      const page = await stage.open(ARTICLE, 'article');
      const session = await page.createCDPSession();
      await session.send('Runtime.enable');
      /** Timers are those of our own world: they are counted where they are set. */
      const worlds: number[] = [];
      session.on('Runtime.executionContextCreated', ({ context }) => {
        if (context.origin.startsWith('chrome-extension:')) worlds.push(context.id);
      });
      await session.send('Runtime.disable');
      await session.send('Runtime.enable');
      const [world] = worlds;
      const inWorld = async (expression: string) =>
        (await session.send('Runtime.evaluate', { expression, contextId: world, returnByValue: true })).result.value;
      await inWorld(`{
      const live = globalThis.__live = new Set();
      const { setTimeout, clearTimeout, setInterval, clearInterval } = window;
      window.setTimeout = (run, ms, ...rest) => { const id = setTimeout(() => { live.delete(id); run(...rest); }, ms); live.add(id); return id; };
      window.clearTimeout = (id) => { live.delete(id); clearTimeout(id); };
      window.setInterval = (...all) => { const id = setInterval(...all); live.add(id); return id; };
      window.clearInterval = (id) => { live.delete(id); clearInterval(id); };
    }`);
      const count = async () => {
        await session.send('HeapProfiler.collectGarbage');
        const { JSEventListeners = 0, Nodes = 0 } = await page.metrics();
        return { listeners: JSEventListeners, nodes: Nodes, timers: await inWorld('globalThis.__live.size') };
      };
      const atRest = () =>
        until(async () => ((await count()).timers === 0 ? count() : undefined), { what: 'timers to end' });

      // All of it without a hand on any node: what the driver holds is not left behind by us.
      const shown = () =>
        page.evaluate(
          () =>
            [...document.querySelectorAll('[popover="manual"]')]
              .map((host) => host.shadowRoot?.textContent)
              .join('|') || '',
        );
      const says = async (...words: string[]) => {
        let now = '';
        await until(
          async () => {
            now = await shown();
            return words.every((word) => now.includes(word));
          },
          { what: `a note that says ${words.join(', ')}` },
        ).catch((error: Error) => {
          throw new Error(`${error.message} Shown is: ${now}`);
        });
      };
      const gone = () => until(async () => (await shown()) === '', { what: 'the note to close' });
      const middle = (selector: string, words = '') =>
        until(
          async () => {
            const at = () =>
              page.evaluate(
                (selector, words) => {
                  const roots = [...document.querySelectorAll('[popover="manual"]')].map(
                    ({ shadowRoot }) => shadowRoot!,
                  );
                  for (const root of [document, ...roots])
                    for (const each of root.querySelectorAll(selector)) {
                      const { left, top, width, height } = each.getClientRects()[0] ?? new DOMRect();
                      if (width > 0 && each.textContent!.includes(words))
                        return { x: left + Math.min(width / 2, 8), y: top + height / 2 };
                    }
                  return undefined;
                },
                selector,
                words,
              );
            // Once it has come to rest.
            const [first, then] = [await at(), await at()];
            return first && JSON.stringify(first) === JSON.stringify(then) ? then : undefined;
          },
          { what: `${selector} ${words}` },
        );
      const press = async (selector: string, words = '') => {
        const { x, y } = await middle(selector, words);
        await page.mouse.click(x, y);
      };
      const hover = async (selector: string, words = '') => {
        const { x, y } = await middle(selector, words);
        await page.mouse.move(x - 2, y);
        await page.mouse.move(x, y, { steps: 2 });
      };
      const leave = async () => {
        await page.mouse.move(3, 3, { steps: 3 });
        await gone();
      };
      const KINDS: Readonly<Record<string, () => Promise<void>>> = {
        async plain() {
          await hover('#marker-1');
          await says('Amber lamps are kinder');
          await leave();
        },
        async cluster() {
          await hover('#cluster-1');
          await says('2', '3');
          await press('button.folded');
          await leave();
        },
        async pinned() {
          await hover('#marker-1');
          await says('Amber lamps are kinder');
          await press('.pin');
          await middle('.grip');
          await press('.close');
          await gone();
          await page.mouse.move(3, 3, { steps: 3 });
        },
        async nested() {
          await hover('#doi-link');
          await says('Terns and lamps');
          await hover('a[data-cites]');
          await says('Terns and lamps', '|', 'Amber lamps are kinder');
          await leave();
        },
        async 'of a finger: a'() {
          const { x, y } = await middle('#marker-1');
          await page.touchscreen.tap(x, y);
          await says('Amber lamps are kinder');
          await middle('.sheet .close');
          const close = await middle('.sheet .close');
          await page.touchscreen.tap(close.x, close.y);
          await gone();
        },
      };
      for (const [kind, openAndClose] of Object.entries(KINDS)) {
        await openAndClose();
        await openAndClose();
        const before = await atRest();
        for (let round = 0; round < 3; round += 1) await openAndClose();
        const after = await atRest();
        expect(after.listeners, `listeners of a ${kind} note`).toBeLessThanOrEqual(before.listeners);
        expect(after.nodes, `nodes of a ${kind} note`).toBeLessThanOrEqual(before.nodes + 3);
      }
      await page.close();
    },
  );
});

// Which script had the page laid out is told by Chromium's traces alone.
describe.runIf(BROWSER === 'chromium')('opening', () => {
  const stage = useStage({ lookUp: 'on-open', markerDelayMs: 400 });

  /** How often scripts of ours had the page laid out, and all layouts, while something was done. */
  async function layouts(page: Page, act: () => Promise<void>) {
    const session = await page.createCDPSession();
    const events: { name: string; args?: { beginData?: { stackTrace?: { url: string }[] } } }[] = [];
    session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as typeof events)));
    const includedCategories = ['devtools.timeline', 'disabled-by-default-devtools.timeline.stack'];
    await session.send('Tracing.start', { transferMode: 'ReportEvents', traceConfig: { includedCategories } });
    await act();
    const isOver = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.end');
    await isOver;
    await session.detach();
    const all = events.filter(({ name }) => name === 'Layout');
    const forced = all.filter(({ args }) =>
      args?.beginData?.stackTrace?.some(({ url }) => url.startsWith(stage.driver.extensionOrigin)),
    );
    return { all: all.length, forced: forced.length };
  }

  test('has the page laid out once, and sweeping over citations never', async () => {
    const page = await stage.open('https://journal.example/layouts', 'article');
    // What is asked once a page is asked by the first note.
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await leaveNote(page);
    const links = ['#marker-1', '#doi-link', '#cluster-1', '#cluster-2', '#cluster-3', '#marker-2'];
    const middles = await page.evaluate(
      (links) =>
        links.map((link) => {
          const { left, top, width, height } = document.querySelector(link)!.getBoundingClientRect();
          return { x: left + width / 2, y: top + height / 2 };
        }),
      links,
    );
    const shown = () => page.evaluate(() => document.querySelector('[popover="manual"]:popover-open') !== null);
    const opening = await layouts(page, async () => {
      await page.mouse.move(middles[0]!.x, middles[0]!.y, { steps: 3 });
      await until(shown, { what: 'the note' });
      await until(
        () =>
          page.evaluate(() =>
            document.querySelector('[popover="manual"]')?.shadowRoot?.textContent?.includes('Amber lamps are kinder'),
          ),
        { what: 'the answer in it' },
      );
    });
    expect(opening.all).toBeGreaterThan(0);
    expect(opening.forced).toBeLessThanOrEqual(1);
    await leaveNote(page);
    await stage.settings({ markerDelayMs: 2000, linkDelayMs: 2000 });
    await page.bringToFront();
    const sweep = await layouts(page, async () => {
      for (const { x, y } of [...middles, ...middles]) await page.mouse.move(x, y, { steps: 3 });
      await page.mouse.move(3, 3);
    });
    expect(sweep.forced).toBe(0);
    // The page may have one of its own left.
    expect(sweep.all).toBeLessThanOrEqual(2);
    await page.close();
  });
});
