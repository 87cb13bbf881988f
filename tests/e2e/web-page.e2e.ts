import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { writeWhole } from '../../utils/formats/format';
import { html } from '../../utils/formats/html';
import { sampleItem, samplePassage } from '../formats/samples';
import { until, useStage } from './stage';

const MET = { url: 'https://journal.example/topic', title: 'A topic', sentence: 'Lamps help.', at: 0 };
const FILE = writeWhole(
  html,
  {
    items: [
      sampleItem(
        {
          title: 'On <script>document.title="run"</script> lamps',
          abstract: 'A summary.',
          issued: { 'date-parts': [[2019]] },
        },
        { tags: ['light'], encounters: [MET] },
      ),
      sampleItem({ title: 'On candles' }, { id: 'item-2', tags: ['light'] }),
    ],
    passages: [samplePassage('Words that were marked.')],
  },
  {
    generatedAt: new Date('2026-03-14'),
    topic: {
      title: 'Lamps and sleep',
      introduction: 'Whether gulls mind lamps is not known [@anon2019script].',
      contact: 'reader@mail.example',
    },
  },
);

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with the page as it stands. */
async function faults(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]!.html}`);
  });
}

describe('the web page that the library is written to', () => {
  const stage = useStage();

  const isShown = (page: Page, selector: string) =>
    page.evaluate((selector) => (document.querySelector(selector)?.getClientRects().length ?? 0) > 0, selector);
  const shows = (page: Page, selector: string, wanted = true) =>
    until(async () => (await isShown(page, selector)) === wanted, {
      what: `${selector} to be ${wanted ? 'shown' : 'gone'}`,
    });

  test('opens a note on hover and on focus, and shuts it with Escape', async () => {
    const page = await stage.open('https://reader.journal.example/list.html', FILE.replace('<!doctype html>\n', ''));
    expect(await isShown(page, '.note')).toBe(false);
    await page.hover('.cite > a');
    await shows(page, '.note');
    await page.mouse.move(1, 1);
    await shows(page, '.note', false);
    await page.focus('.cite > a');
    await shows(page, '.note');
    expect(await page.evaluate(() => document.querySelector('.note')!.textContent)).toContain('Study 2019');
    await page.keyboard.press('Escape');
    await shows(page, '.note', false);
    await page.setViewport({ width: 300, height: 500 });
    /** Notes beside the window, each while its number has the focus. */
    const beside = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll<HTMLElement>('.cite')].filter((cite) => {
            cite.querySelector('a')!.focus();
            const { left, right, width } = cite.querySelector('.note')!.getBoundingClientRect();
            return width === 0 || left < 0 || right > innerWidth;
          }).length,
      );
    await until(async () => (await page.evaluate(() => innerWidth)) === 300, { what: 'a narrow window' });
    await until(async () => (await beside()) === 0, { what: 'every note to be within the window' });
    await page.close();
  });

  test('highlights a quote on click and Enter, unfolds everything, and runs nothing of what it holds', async () => {
    const page = await stage.open('https://reader.journal.example/list.html', FILE.replace('<!doctype html>\n', ''));
    const isLit = () => page.evaluate(() => document.querySelector('blockquote')!.matches('.lit[aria-pressed="true"]'));
    await page.click('blockquote');
    expect(await isLit()).toBe(true);
    await page.keyboard.press('Enter');
    expect(await isLit()).toBe(false);
    await page.click('#unfold');
    const folded = await page.evaluate(
      () => [...document.querySelectorAll('details')].filter(({ open }) => !open).length,
    );
    expect(folded).toBe(0);
    expect(await page.title()).toBe('Lamps and sleep');
    await page.close();
  });

  test('is read from the disk alone: searched, led through and without a fault of access, light and dark', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'topic-'));
    const file = join(folder, 'lamps.html');
    writeFileSync(file, FILE);
    const page = await stage.driver.newPage(pathToFileURL(file).href);
    for (const scheme of ['light', 'dark']) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]).catch(() => {});
      expect(await faults(page)).toEqual([]);
    }
    await page.click('article details > summary');
    await page.type('#find', 'summary');
    const left = () =>
      page.evaluate(() => [...document.querySelectorAll('article')].filter((work) => !work.hidden).length);
    await until(async () => (await left()) === 1, { what: 'one work to be left' });
    expect(await isShown(page, '.passage')).toBe(false);
    expect(await isShown(page, 'section > h3')).toBe(false);
    const marked = await page.evaluate(() => {
      location.hash = '#p1';
      return getComputedStyle(document.querySelector('.passage > blockquote')!).backgroundColor;
    });
    expect(marked).not.toBe('rgba(0, 0, 0, 0)');
    expect(stage.strangersAsked('reader.journal.example')).toEqual([]);
    await page.close();
    rmSync(folder, { recursive: true });
  });
});
