import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { violations } from './axe';
import { openNote, picture, pressInNote, selectText, until, useStage, waitForNote, waitInNote } from './stage';

const OURS = '[popover="manual"]';

for (const theme of ['light', 'dark'] as const)
  describe(`accessibility in ${theme} colours`, () => {
    const stage = useStage({ lookUp: 'on-open', theme });

    test('the note, also while it is pinned, and the sheet of a finger', async () => {
      const page = await stage.open('https://journal.example/axe', 'article');
      await openNote(page, '#marker-1');
      await waitForNote(page, /Amber lamps are kinder/);
      expect(await violations(page, OURS)).toEqual([]);
      await pressInNote(page, english.note.pin);
      await waitInNote(page, '.grip');
      expect(await violations(page, OURS)).toEqual([]);
      await pressInNote(page, english.note.close);
      const { x, y } = (await (await page.$('#marker-1'))!.boundingBox())!;
      await page.touchscreen.tap(x + 4, y + 4);
      await waitInNote(page, '.sheet');
      await waitForNote(page, /Amber lamps are kinder/);
      await picture(page, `sheet-${theme}`);
      expect(await violations(page, OURS)).toEqual([]);
      await page.close();
    });

    test('the bar at a selection', async () => {
      const page = await stage.open('https://journal.example/axe-bar', 'article');
      await selectText(page, '#to-save');
      await waitInNote(page, 'button', english.bar.save);
      expect(await violations(page, OURS)).toEqual([]);
      await pressInNote(page, english.bar.save);
      await waitInNote(page, 'textarea');
      await picture(page, `bar-${theme}`);
      expect(await violations(page, OURS)).toEqual([]);
      await page.close();
    });

    for (const name of ['library', 'options', 'popup', 'sidepanel', 'welcome']) {
      test(`the ${name} page`, async () => {
        const page = await stage.own(`${name}.html`);
        await until(() => page.evaluate(() => document.body.textContent!.trim().length > 20), {
          what: 'words on the page',
        });
        await until(
          () => page.evaluate((theme) => getComputedStyle(document.documentElement).colorScheme === theme, theme),
          {
            what: `${theme} colours`,
          },
        );
        expect(await violations(page, 'html')).toEqual([]);
        await page.close();
      });
    }
  });
