import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { messagesOf } from '../english';
import { violations } from './axe';
import {
  altClick,
  openNote,
  pageWords,
  paintedText,
  picture,
  press,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const words = messagesOf('en');
const t = (name: string) => words.get(`welcome_${name}`)!;

describe('the welcome page', () => {
  const stage = useStage();

  const open = async () => {
    const page = await stage.own('welcome.html');
    await page.setViewport({ width: 1000, height: 900 });
    await page.waitForSelector('#cite-1');
    return page;
  };
  const kept = (page: Page) => page.evaluate(() => document.querySelector('.kept')!.textContent!);

  test('lets the reader try a note, a mark and a passage, and asks and keeps nothing elsewhere', async () => {
    const page = await open();
    await until(async () => (await paintedText(page)).length >= 3, { what: 'the citations to be marked' });

    await openNote(page, '#cite-1');
    const parts = [t('workFirst'), t('demonstration'), words.get('note_closest')!];
    await waitForNote(page, (note) => /TRIAL 2019/i.test(note) && parts.every((part) => note.includes(part)));
    await picture(page, 'welcome-note');
    await pressInNote(page, words.get('note_save')!);
    await until(async () => (await kept(page)).includes(t('workFirst')), { what: 'the work to be kept' });
    await pressInNote(page, words.get('note_undo')!);
    await until(async () => (await kept(page)).includes(t('keptNothing')), { what: 'the work to be given up' });
    await page.keyboard.press('Escape');

    await altClick(page, '#cite-2');
    await until(async () => (await paintedText(page)).some((text) => text.includes('no difference')), {
      what: 'the claim to be marked',
    });
    await openNote(page, '#cite-3');
    await waitForNote(page, /retracted/i);
    await page.keyboard.press('Escape');

    await selectText(page, '#demo-last');
    await waitInNote(page, 'button', 'green');
    await pressInNote(page, 'green');
    await until(async () => (await kept(page)).includes(t('demoLast')), { what: 'the passage to be kept' });
    await until(async () => (await paintedText(page)).includes(t('demoLast')), { what: 'the passage to be painted' });
    await picture(page, 'welcome-passage');

    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(words.get('library_noItems')!), {
      what: 'no work in it',
    });
    await library.close();
    expect(stage.strangersAsked()).toEqual([]);
    await page.close();
  });

  test('keeps what the reader decides, and has no fault of access', async () => {
    const page = await open();
    await press(page, words.get('options_marksNone')!);
    await until(async () => (await paintedText(page)).length === 0, { what: 'the marks to go' });
    await press(page, words.get('options_marksStrong')!);
    await until(async () => (await paintedText(page)).length >= 3, { what: 'the marks to come' });
    for (const width of [360, 1000]) {
      for (const scheme of ['light', 'dark'] as const) {
        await stage.settings({ theme: scheme });
        await page.bringToFront();
        await page.setViewport({ width, height: 900 });
        await until(() => page.evaluate((scheme) => document.documentElement.style.colorScheme === scheme, scheme), {
          what: 'the theme',
        });
        expect(await violations(page, 'html')).toEqual([]);
        const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        expect(isWide).toBe(false);
        await picture(page, `welcome-${width}-${scheme}`);
      }
    }
    await page.close();
  });

  test('does not open by itself where a driver loads Ibid from a folder', async () => {
    const desk = await stage.driver.desk();
    const type = await desk.evaluate(async () => {
      const { management } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      return (await management.getSelf()).installType;
    });
    expect(type).toBe('development');
  });
});
