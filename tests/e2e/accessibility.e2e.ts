import { describe, expect, test } from 'vitest';
import { violations } from './axe';
import { openNote, until, useStage, waitForNote } from './stage';

describe('accessibility', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('the note', async () => {
    const page = await stage.open('https://journal.example/axe', 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    expect(await violations(page, '[popover="manual"]')).toEqual([]);
    await page.close();
  });

  for (const name of ['library', 'options', 'popup', 'sidepanel', 'welcome']) {
    test(`the ${name} page`, async () => {
      const page = await stage.driver.extensionPage(`${name}.html`);
      await until(() => page.evaluate(() => document.body.textContent!.trim().length > 20), {
        what: 'words on the page',
      });
      expect(await violations(page, 'html')).toEqual([]);
      await page.close();
    });
  }
});
