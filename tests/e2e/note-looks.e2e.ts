import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { json } from '../../scripts/lib/world.mjs';
import { violations } from './axe';
import { crossrefAnswer, type InventedWork, SERVICES, TRIAL } from './services';
import {
  altClick,
  BROWSER,
  findInNote,
  leaveNote,
  openNote,
  picture,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;

/** Crossref's record of a work about which something was published later. */
const updated = (work: InventedWork, ...types: readonly string[]) => {
  const answer = crossrefAnswer(work);
  const notices = types.map((type, at) => ({
    DOI: `10.5555/notice.${at}`,
    type,
    label: type,
    updated: { 'date-parts': [[2015, 1, 2]] },
  }));
  return { ...answer, message: { ...answer.message, 'updated-by': notices } };
};
/** That of a work with its summary. */
const summarised = (work: InventedWork) => {
  const answer = crossrefAnswer(work);
  const abstract = work.abstract.map(
    ([heading, text]) => `<jats:title>${heading}</jats:title><jats:p>${text}</jats:p>`,
  );
  return { ...answer, message: { ...answer.message, abstract: abstract.join('') } };
};
/** That of a preprint which has appeared as an article. */
const preprint = (work: InventedWork) => {
  const answer = crossrefAnswer(work);
  const relation = { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.5555/article' }] };
  const form = { type: 'posted-content', subtype: 'preprint', 'container-title': [], relation };
  return { ...answer, message: { ...answer.message, ...form } };
};
const other = (number: number): InventedWork => ({ ...TRIAL, doi: `10.5555/looks.${number}` });

/** One page on which every state of a note can be seen. */
const PAGE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Looks</title>
  <style>body { margin: 60px; font: 17px/1.6 serif; color-scheme: light dark }</style>
  <main><h1>Lamps</h1><p>Gulls lost two hours of sleep a night under white lamps
  <a id="answered" href="https://doi.org/${TRIAL.doi}">(Tarn 2012)</a>. Some doubt it
  <a id="fallen" href="https://doi.org/${other(1).doi}">(Weld 2013)</a>, and nobody found
  <a id="unknown" href="https://doi.org/${other(2).doi}">(Quill 2014)</a> or reached
  <a id="silent" href="https://doi.org/${other(3).doi}">(Moss 2015)</a>.</p>
  <p>White lamps may have cost gulls two hours of sleep a night <a id="hedged" href="https://doi.org/${other(4).doi}">(Sand 2016)</a>.</p>
  <p>Lamps were counted <a id="doubted" href="https://doi.org/${other(5).doi}">(Reed 2016)</a> and counted again
  <a id="corrected" href="https://doi.org/${other(6).doi}">(Fenn 2017)</a>, too early
  <a id="early" href="https://doi.org/${other(7).doi}">(Lark 2018)</a>.</p></main>`;

const RECORDS: Readonly<Record<number, (work: InventedWork) => object>> = {
  1: (work) => updated(work, 'retraction'),
  4: summarised,
  5: (work) => updated(work, 'expression_of_concern'),
  6: (work) => updated(work, 'correction', 'new_version'),
  7: preprint,
};

/** How each state is reached, and what its note then says. */
const STATES: readonly (readonly [id: string, says: RegExp, then?: (page: Page) => Promise<unknown>])[] = [
  ['answered', /Annals of Harbour Birds/],
  ['answered', /Annals of Harbour Birds/, (page) => pressInNote(page, WORDS.further)],
  ['fallen', /retracted 2015/i],
  ['hedged', /only this page says “may”/],
  ['doubted', /concern/i],
  ['corrected', /newer version/i],
  ['early', /preprint/i],
  ...(BROWSER === 'chromium'
    ? ([
        ['unknown', new RegExp(WORDS.nothingKnown)],
        ['silent', new RegExp(WORDS.failOffline)],
      ] as const)
    : []),
];

for (const theme of ['light', 'dark'] as const) {
  describe(`the note in ${theme} colours`, () => {
    const stage = useStage({ lookUp: 'on-open', sourcesOff: ['openalex', 'europe-pmc'], theme });

    test('can be read by everybody in every state', async () => {
      stage.world.handle(SERVICES.Crossref, ({ path }) => {
        const address = decodeURIComponent(path).toLowerCase();
        if (address.includes(TRIAL.doi)) return json(crossrefAnswer(TRIAL));
        const number = Object.keys(RECORDS)
          .map(Number)
          .find((each) => address.includes(other(each).doi));
        if (number) return json(RECORDS[number]!(other(number)));
        return address.includes(other(3).doi) ? { drop: true } : { status: 404, body: 'Resource not found.' };
      });
      const page = await stage.open('https://journal.example/looks', PAGE);
      for (const [index, [id, says, then]] of STATES.entries()) {
        await openNote(page, `#${id}`);
        await waitForNote(page, says);
        await then?.(page);
        await picture(page, `${theme}-${index}-${id}`);
        expect(await violations(page, '[popover="manual"]'), `${id} in ${theme}`).toEqual([]);
        await leaveNote(page);
      }
      await page.close();
    });
  });
}

describe('the question of the first note', () => {
  for (const theme of ['light', 'dark'] as const) {
    describe(`in ${theme} colours`, () => {
      const stage = useStage({ theme });

      test('can be read by everybody, and keeps its place while it comes', async () => {
        const page = await stage.open('https://journal.example/looks', PAGE);
        await openNote(page, '#answered');
        await waitForNote(page, (text) => text.includes(WORDS.consentQuestion));
        await picture(page, `${theme}-question`);
        expect(await violations(page, '[popover="manual"]')).toEqual([]);
        await page.close();
      });
    });
  }
});

// Forced colours and the size of words are set through Chromium's DevTools protocol; a driver of Firefox can choose neither.
describe.runIf(BROWSER === 'chromium')('the note of a reader who', () => {
  const stage = useStage({ lookUp: 'on-open', noteSize: 'large' });

  test('sees few colours, or large words in a narrow window, is whole', async () => {
    const page = await stage.open('https://journal.example/article', 'article');
    const session = await page.createCDPSession();
    const features = [{ name: 'forced-colors', value: 'active' }];
    await session.send('Emulation.setEmulatedMedia', { features });
    // Claims and marks are boxes of ours then: Chromium would paint both as if selected.
    const boxes = (property: 'borderBottomStyle' | 'outlineStyle', style: string) =>
      page.evaluate(
        (property, style) =>
          [...document.querySelectorAll('[popover="manual"]:popover-open')].flatMap(({ shadowRoot }) =>
            [...(shadowRoot?.children ?? [])].filter((box) => (box as HTMLElement).style[property] === style),
          ).length,
        property,
        style,
      );
    await until(async () => (await boxes('borderBottomStyle', 'dotted')) >= 8, { what: 'a line under every citation' });
    await altClick(page, '#marker-1');
    await until(async () => (await boxes('outlineStyle', 'solid')) > 0, { what: 'the claim in a frame' });
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    await picture(page, 'forced-colours-claim');
    await page.keyboard.press('Escape');
    // Where it has been pressed it rests on nothing new.
    await page.mouse.move(3, 3);
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await picture(page, 'forced-colours');
    const note = await waitInNote(page, ':scope');
    expect(await note.evaluate((frame) => getComputedStyle(frame).borderTopStyle)).toBe('solid');
    await leaveNote(page);
    await session.send('Emulation.setEmulatedMedia', {
      features: [...features, { name: 'prefers-color-scheme', value: 'dark' }],
    });
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await picture(page, 'forced-colours-dark');
    await leaveNote(page);
    await session.send('Emulation.setEmulatedMedia', { features: [] });
    const seen = async () =>
      (await waitInNote(page, ':scope')).evaluate((frame) => {
        const { left, top, right, bottom } = frame.getBoundingClientRect();
        return {
          isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
          overflows: frame.scrollWidth > frame.clientWidth,
        };
      });
    // Everything as in a language that is written from right to left.
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    const sides = await (await waitInNote(page, ':scope')).evaluate((frame) => {
      (frame.parentElement as HTMLElement).dir = 'rtl';
      const box = (selector: string) => frame.querySelector(selector)!.getBoundingClientRect();
      return {
        closeIsLeft: box('.close').right < box('.kind').left,
        kindIsRight: box('.body').right - box('.kind').right < 24,
        overflows: frame.scrollWidth > frame.clientWidth,
        summary: getComputedStyle(frame.querySelector('.text')!).direction,
      };
    });
    expect(sides).toEqual({ closeIsLeft: true, kindIsRight: true, overflows: false, summary: 'ltr' });
    await pressInNote(page, WORDS.further);
    await waitInNote(page, '.further');
    await picture(page, 'right-to-left');
    await leaveNote(page);
    // What a zoom of 200 % leaves of a small window, and the narrowest that is asked for.
    for (const width of [380, 320]) {
      await page.setViewport({ width, height: 420, deviceScaleFactor: 2 });
      await openNote(page, '#marker-1');
      await waitForNote(page, /Amber lamps are kinder/);
      await until(async () => (await seen()).isInside, { what: 'the note to be inside the window' });
      expect(await seen()).toEqual({ isInside: true, overflows: false });
      await pressInNote(page, WORDS.wrong);
      await waitInNote(page, '.which input');
      await pressInNote(page, WORDS.further);
      await waitInNote(page, '.further');
      await until(async () => (await seen()).isInside, { what: 'the note to be inside the window with more in it' });
      expect(await seen()).toEqual({ isInside: true, overflows: false });
      await picture(page, `narrow-${width}`);
      await leaveNote(page);
    }
    // The bar at words, for who has asked the browser for text of twice the size, in both directions.
    await session.send('Page.setFontSizes', { fontSizes: { standard: 32 } });
    await page.reload();
    await until(
      async () => {
        await selectText(page, '#claim');
        return findInNote(page, '.bar');
      },
      { what: 'the bar' },
    );
    const bar = () =>
      page.evaluate(() => {
        const hosts = [...document.querySelectorAll('[popover="manual"]')];
        const it = hosts.map(({ shadowRoot }) => shadowRoot?.querySelector<HTMLElement>('.bar')).find(Boolean)!;
        const { left, top, right, bottom } = it.getBoundingClientRect();
        const { height } = it.querySelector('button.primary')!.getBoundingClientRect();
        return {
          isInside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight,
          overflows: it.scrollWidth > it.clientWidth,
          isLarge: height >= 60,
        };
      });
    const WHOLE = { isInside: true, overflows: false, isLarge: true };
    await until(async () => (await bar()).isInside, { what: 'the bar to be inside the window' });
    expect(await bar()).toEqual(WHOLE);
    await picture(page, 'bar-large-narrow');
    await page.evaluate(() => {
      for (const { shadowRoot } of document.querySelectorAll('[popover="manual"]'))
        shadowRoot?.querySelector<HTMLElement>('.layer')?.setAttribute('dir', 'rtl');
    });
    expect(await bar()).toEqual(WHOLE);
    await picture(page, 'bar-large-narrow-right-to-left');
    await page.close();
  });
});
