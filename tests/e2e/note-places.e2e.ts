import type { Frame, Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { SERVICES, TRIAL } from './services';
import { leaveNote, noteText, openNote, picture, rest, until, useStage, waitForNote, waitInNote } from './stage';

const LINK = `<a id="link" title="the browser’s own bubble" href="https://doi.org/${TRIAL.doi}">(Tarn 2012)</a>`;
const FILLING = '<p>Gulls sleep on the quays when the lamps are out, and the lamps are seldom out.</p>'.repeat(60);
const pageOf = (body: string, { head = '', html = '' } = {}) =>
  `<!doctype html><html lang="en" ${html}><meta charset="utf-8"><title>Quays</title>
   <style>body { margin: 40px; font: 17px/1.6 serif } ${head}</style>${body}</html>`;
const SENTENCE = `<p id="sentence">Gulls lost two hours of sleep a night ${LINK}, as others had said.</p>`;

/** How the open note stands to the window and to the line of its citation. */
async function standing(place: Page | Frame) {
  const note = await waitInNote(place, ':scope');
  return note.evaluate((frame) => {
    const { left, top, right, bottom } = frame.getBoundingClientRect();
    const host = (frame.getRootNode() as ShadowRoot).host;
    const line = document.querySelector('#link')!.getBoundingClientRect();
    const hit = document.elementFromPoint((left + right) / 2, Math.min(bottom, innerHeight) - 12);
    return {
      isInside: left >= -0.5 && top >= -0.5 && right <= innerWidth + 0.5 && bottom <= innerHeight + 0.5,
      isUppermost: hit === host,
      coversLine: top < line.bottom - 1 && bottom > line.top + 1 && left < line.right && right > line.left,
    };
  });
}
const WELL = { isInside: true, isUppermost: true, coversLine: false };
const openWell = async (page: Page, place: Page | Frame = page) => {
  await rest(page, '#link', place === page ? page.mainFrame() : (place as Frame));
  await waitForNote(place, /Amber lamps are kinder/);
  await until(async () => JSON.stringify(await standing(place)) === JSON.stringify(WELL), {
    what: `the note in its place: ${JSON.stringify(await standing(place))}`,
  });
};

describe('a note stands beside its citation, above everything', () => {
  const stage = useStage({ lookUp: 'on-open' });

  for (const [name, page, prepare] of [
    [
      'under a bar that stays',
      pageOf(`<div class="bar">Bar</div>${SENTENCE}${FILLING}`, {
        head: '.bar { position: sticky; top: 0; height: 60px; background: #ddd; z-index: 2147483647 }',
      }),
    ],
    [
      'in what is turned and shrunk',
      pageOf(`<div style="transform: rotate(3deg) scale(0.8); overflow: hidden">${SENTENCE}</div>`),
    ],
    ['in a page that magnifies itself', pageOf(SENTENCE, { head: 'html { zoom: 2 }' })],
    [
      'in what clips and isolates',
      pageOf(
        `<div style="contain: strict; height: 120px; overflow: auto; filter: grayscale(1)">${SENTENCE}${FILLING}</div>`,
      ),
    ],
    ['in a page from right to left', pageOf(SENTENCE, { html: 'dir="rtl"' })],
    ['in a page from top to bottom', pageOf(SENTENCE, { head: 'html { writing-mode: vertical-rl }' })],
    [
      'in a modal dialog',
      pageOf(`<dialog id="over">${SENTENCE}</dialog>`),
      () => document.querySelector<HTMLDialogElement>('#over')!.showModal(),
    ],
    [
      'in a popover',
      pageOf(`<div id="over" popover>${SENTENCE}</div>`),
      () => document.querySelector<HTMLElement>('#over')!.showPopover(),
    ],
  ] as readonly (readonly [string, string, (() => void)?])[]) {
    test(name, async () => {
      const shown = await stage.open(`https://places.journal.example/${encodeURIComponent(name)}`, page);
      if (prepare) await shown.evaluate(prepare);
      await openWell(shown);
      await picture(shown, `place-${name.replace(/\W+/g, '-')}`);
      await leaveNote(shown);
      await shown.close();
    });
  }

  test('on a full screen, and above what covers the window later', async () => {
    const page = await stage.open(
      'https://places.journal.example/full',
      pageOf(`<div id="over" style="background: #eee">${SENTENCE}<button id="full">Full</button></div>`),
    );
    await page.evaluate(() => {
      const over = document.querySelector('#over')!;
      document.querySelector('#full')!.addEventListener('click', () => over.requestFullscreen());
    });
    await page.click('#full');
    await until(() => page.evaluate(() => document.fullscreenElement !== null), { what: 'the full screen' });
    await openWell(page);
    await page.evaluate(() => document.exitFullscreen());
    await until(() => page.evaluate(() => document.fullscreenElement === null), { what: 'the page' });
    await page.close();
  });

  test('in the frame of its citation', async () => {
    stage.world.page('https://frames.example/inner', pageOf(SENTENCE));
    const page = await stage.open(
      'https://places.journal.example/frame',
      pageOf('<p>Outside</p><iframe src="https://frames.example/inner" width="700" height="480"></iframe>'),
    );
    const frame = await until(
      async () => page.frames().find((frame) => frame.url().startsWith('https://frames.example')),
      { what: 'the frame' },
    );
    await openWell(page, frame);
    await picture(page, 'place-frame');
    await page.close();
  });

  test('in a window as small as 400 % leaves it, and one as large as 50 % makes it', async () => {
    const page = await stage.open('https://places.journal.example/zoom', pageOf(SENTENCE + FILLING));
    for (const [width, height, deviceScaleFactor] of [
      [320, 200, 4],
      [2400, 1600, 0.5],
    ] as const) {
      await page.setViewport({ width, height, deviceScaleFactor });
      await until(() => page.evaluate((width) => innerWidth === width, width), { what: 'the window' });
      await openWell(page);
      await picture(page, `place-window-${width}`);
      await leaveNote(page);
    }
    await page.close();
  });
});

describe('a hand on its way', () => {
  const stage = useStage({ lookUp: 'on-open' });
  const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const asked = () => Object.values(SERVICES).flatMap((host) => stage.world.requests(host)).length;

  test('goes from the citation to the far corner of its note, resting between the two', async () => {
    const page = await stage.open('https://paths.journal.example/corner', pageOf(SENTENCE + FILLING));
    await openNote(page, '#link');
    await waitForNote(page, /Amber lamps are kinder/);
    const from = await page.evaluate(() => {
      const { left, right, top, bottom } = document.querySelector('#link')!.getBoundingClientRect();
      return { x: (left + right) / 2, y: (top + bottom) / 2, bottom };
    });
    const note = (await (await waitInNote(page, ':scope')).boundingBox())!;
    const isBelow = note.y > from.y;
    const to = { x: note.x + note.width - 12, y: isBelow ? note.y + note.height - 12 : note.y + 12 };
    const edge = isBelow ? note.y : note.y + note.height;
    // Where the straight way enters the note, and right before that.
    const at = (y: number) => ({ x: from.x + ((to.x - from.x) * (y - from.y)) / (to.y - from.y), y });
    const before = at((isBelow ? from.bottom : from.y) + (edge - (isBelow ? from.bottom : from.y)) / 2);
    await page.mouse.move(before.x, before.y, { steps: 6 });
    await pause(900);
    expect(await noteText(page)).toContain(TRIAL.title);
    await page.mouse.move(to.x, to.y, { steps: 20 });
    await pause(900);
    expect(await noteText(page)).toContain(TRIAL.title);
    await leaveNote(page);
    expect(await page.$eval('#link', (link) => link.getAttribute('title'))).toBe('the browser’s own bubble');
    await page.close();
  });

  test('that lies still opens nothing where the page scrolls under it, until it moves', async () => {
    const page = await stage.open('https://paths.journal.example/still', pageOf(`${FILLING}${SENTENCE}${FILLING}`));
    await page.evaluate(() => document.querySelector('#link')!.scrollIntoView({ block: 'end' }));
    const { x, y, by } = await page.evaluate(() => {
      scrollBy(0, 40);
      const { left, top, height } = document.querySelector('#link')!.getBoundingClientRect();
      return { x: left + 8, y: top + height / 2 - 240, by: 240 };
    });
    await page.mouse.move(x - 3, y);
    await page.mouse.move(x, y);
    stage.world.clear();
    await page.mouse.wheel({ deltaY: by });
    const isUnder = () => page.evaluate((x, y) => document.elementFromPoint(x, y)?.id === 'link', x, y);
    await until(isUnder, { what: 'the citation under the pointer' });
    await pause(1200);
    expect(await noteText(page)).toBeUndefined();
    expect(asked()).toBe(0);
    await page.mouse.move(x + 2, y);
    await waitForNote(page, /\S/);
    expect(await page.$eval('#link', (link) => link.getAttribute('title'))).toBeNull();
    await page.close();
  });

  test('that drags opens nothing; that rests on the second line of a link has the note beside that line', async () => {
    const link = `<a id="link" href="https://doi.org/${TRIAL.doi}">(Tarn and the others of the commission 2012)</a>`;
    const page = await stage.open(
      'https://paths.example/lines',
      pageOf(`<p id="before">Before</p><p style="width: 260px">Gulls lost two hours of sleep ${link}.</p>${FILLING}`),
    );
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the marks' });
    const { before, last } = await page.evaluate(() => {
      const plain = ({ left, top, right, bottom }: DOMRect) => ({ left, top, right, bottom, y: (top + bottom) / 2 });
      const lines = document.querySelector('#link')!.getClientRects();
      return {
        before: plain(document.querySelector('#before')!.getBoundingClientRect()),
        last: { ...plain(lines[lines.length - 1]!), count: lines.length },
      };
    });
    expect(last.count).toBeGreaterThan(1);
    await page.mouse.move(before.left + 4, before.y);
    await page.mouse.down();
    await page.mouse.move(last.left + 10, last.y, { steps: 4 });
    await pause(1200);
    expect(await noteText(page)).toBeUndefined();
    await page.mouse.move(before.left + 4, before.y, { steps: 4 });
    await page.mouse.up();
    await page.mouse.move(last.left + 12, last.y - 1, { steps: 3 });
    await page.mouse.move(last.left + 10, last.y);
    await waitForNote(page, /Amber lamps are kinder/);
    const note = (await (await waitInNote(page, ':scope')).boundingBox())!;
    const gap = Math.max(note.y - last.bottom, last.top - (note.y + note.height));
    expect(gap).toBeGreaterThan(-1);
    expect(gap).toBeLessThan(24);
    await page.close();
  });

  test('sweeping over twenty citations opens none of them', async () => {
    // Longer than a busy machine takes from one move of the pointer to the next.
    await stage.settings({ markerDelayMs: 1500, linkDelayMs: 1500 });
    const links = Array.from(
      { length: 20 },
      (_, index) => `<a class="cited" href="https://doi.org/10.5555/sweep.${index}">(Weld ${1990 + index})</a>`,
    );
    const page = await stage.open(
      'https://paths.journal.example/sweep',
      pageOf(`<p id="all">Gulls ${links.join(' and ')}.</p>`),
    );
    await until(() => page.evaluate(() => CSS.highlights.size > 0), { what: 'the marks' });
    const boxes = await page.$$eval('.cited', (all) =>
      all.map((link) => {
        const { left, top, width, height } = link.getClientRects()[0]!;
        return { x: left + width / 2, y: top + height / 2 };
      }),
    );
    stage.world.clear();
    for (const { x, y } of boxes) await page.mouse.move(x, y);
    await page.mouse.move(3, 3);
    await pause(2500);
    expect(await noteText(page)).toBeUndefined();
    expect(asked()).toBe(0);
    await page.close();
  });
});
