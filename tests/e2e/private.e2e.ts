import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { SERVICES } from './services';
import {
  openNote,
  pageText,
  pageWords,
  paintedText,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;
const BAR = english.bar;

/** How many rows each table of the library has, and the names of what else is stored. */
const stored = (page: Page): Promise<Record<string, number | string[]>> =>
  page.evaluate(async () => {
    const { storage } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
    const found: Record<string, number | string[]> = { storage: Object.keys(await storage.local.get(null)) };
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open('ibid');
      opening.onsuccess = () => resolve(opening.result);
      opening.onerror = () => reject(opening.error);
    });
    for (const name of database.objectStoreNames) {
      found[name] = await new Promise<number>((resolve, reject) => {
        const counting = database.transaction(name).objectStore(name).count();
        counting.onsuccess = () => resolve(counting.result);
        counting.onerror = () => reject(counting.error);
      });
    }
    database.close();
    return found;
  });

describe('a private window', () => {
  const stage = useStage({ lookUp: 'on-open' });
  const URL = 'https://journal.example/private';
  const asked = () => Object.values(SERVICES).flatMap((host) => stage.world.requests(host)).length;

  test('looks studies up and writes nothing down: no answer, no request, no passage, no work', async () => {
    stage.world.page(URL, pageText('article'));
    await stage.driver.allowPrivate(true);
    const own = await stage.own('library.html');
    await until(async () => (await pageWords(own)).length > 20, { what: 'the library, open' });
    const page = await stage.driver.privatePage(URL);
    const before = await stored(own);
    expect(before).toMatchObject({ passages: 0, items: 0, records: 0, requests: 0 });

    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await waitForNote(page, (words) => words.includes(WORDS.privateWindow));
    const save = await waitInNote(page, 'button', WORDS.save);
    expect(await save.evaluate((button) => (button as HTMLButtonElement).disabled)).toBe(true);
    const describedBy = await save.evaluate(
      (button) =>
        (button.getRootNode() as ShadowRoot).getElementById(button.getAttribute('aria-describedby')!)?.textContent,
    );
    expect(describedBy).toBe(WORDS.privateWindow);
    await page.keyboard.press('Escape');

    await selectText(page, '#to-save');
    await pressInNote(page, BAR.green);
    await waitForNote(page, (words) => words.includes(BAR.privateWindow));
    expect((await paintedText(page)).filter((text) => text.includes('quay was left'))).toEqual([]);

    expect(asked()).toBeGreaterThan(0);
    expect(await stored(own)).toEqual(before);
    await own.close();
    await page.close();
  });

  test('leaves other windows to ask for themselves', async () => {
    stage.world.clear();
    const page = await stage.open('https://journal.example/public', 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    expect(asked()).toBeGreaterThan(0);
    await page.close();
  });
});
