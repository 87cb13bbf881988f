import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Driver } from '../../scripts/lib/driver.mjs';
import type { World } from '../../scripts/lib/world.mjs';
import { messagesOf } from '../english';
import { closeHouse, openHouse } from './house';
import { serveAll, TRIAL } from './services';
import { BROWSER, openNote, pageText, pageWords, picture, pressInNote, until, waitForNote, waitInNote } from './stage';

// Firefox speaks other languages only with a language pack.
describe.runIf(BROWSER === 'chromium')('in a browser that speaks German', () => {
  const german = messagesOf('de');
  let world: World;
  let driver: Driver;
  beforeAll(async () => {
    ({ world, driver } = await openHouse('de'));
    serveAll(world);
  });
  afterAll(() => closeHouse({ world, driver }));

  test('the note asks, answers and dates in German, and nothing runs over its edge', async () => {
    world.page('https://journal.example/de', pageText('article'));
    const page = await driver.newPage('https://journal.example/de');
    await openNote(page, '#marker-1');
    await waitForNote(page, (text) => text.includes(german.get('note_consentQuestion')!));
    await picture(page, 'german-question');
    await pressInNote(page, german.get('note_allowOnOpen')!);
    await waitForNote(page, (text) => text.includes(TRIAL.title) && /heute \d{1,2}:\d\d/.test(text));
    await picture(page, 'german-note');
    const note = await waitInNote(page, ':scope');
    expect(
      await note.evaluate((frame) => [
        frame.scrollWidth - frame.clientWidth,
        frame.closest<HTMLElement>('[lang]')?.lang,
      ]),
    ).toEqual([0, 'de']);
    await page.close();
  });

  for (const [name, word] of [
    ['library', 'library_noItems'],
    ['options', 'options_where'],
    ['popup', 'popup_openLibrary'],
  ] as const) {
    test(`the ${name} page speaks it, and nothing runs over its edge`, async () => {
      const page = await driver.extensionPage(`${name}.html`);
      await until(async () => (await pageWords(page)).includes(german.get(word)!), { what: german.get(word)! });
      await picture(page, `german-${name}`);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBeLessThanOrEqual(0);
      await page.close();
    });
  }
});
