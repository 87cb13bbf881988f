import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { t } from '../../components/library/words';
import english from '../../locales/en.json';
import { BAR, openPassages, QUOTE, savePassage, waitForBare, waitForPaint } from './passages';
import {
  BROWSER,
  pageText,
  pageWords,
  picture,
  press,
  pressInNote,
  selectText,
  until,
  useStage,
  waitForFocus,
  waitForNote,
} from './stage';

describe('passages taken away', () => {
  const stage = useStage();

  test('words are copied with a link that leads to them and to no others', async () => {
    const page = await stage.open(
      'https://journal.example/copied',
      pageText('article').replace('<main>', '<main><p>The fishing fleet noticed nothing at first.</p>'),
    );
    await page.evaluate(() => {
      const words = document.getElementById('to-save')!.firstChild as Text;
      words.splitText(words.data.indexOf('noticed nothing'));
      const span = document.createElement('span');
      span.id = 'to-copy';
      words.nextSibling!.replaceWith(span);
      span.textContent = 'noticed nothing';
    });
    await stage.driver.grantClipboard('https://journal.example');
    await selectText(page, '#to-copy');
    await pressInNote(page, BAR.copy);
    await waitForNote(page, (words) => words.includes(BAR.copied));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('“noticed nothing”');
    expect(copied).toMatch(/https:\/\/journal\.example\/copied#:~:text=noticed%20nothing,-%3B%20whether$/);
    await page.close();
  });

  test('words are copied with their citation, as the page tells it', async () => {
    const meta = (name: string, content: string) => `<meta name="citation_${name}" content="${content}">`;
    const about =
      meta('title', 'Lamps of the quay') + meta('author', 'Ada Tarn') + meta('publication_date', '2019/03/07');
    const page = await stage.open(
      'https://journal.example/cited',
      pageText('article').replace('</head>', `${about}</head>`),
    );
    await stage.driver.grantClipboard('https://journal.example');
    await selectText(page, '#to-save');
    await picture(page, 'bar-offered');
    await pressInNote(page, BAR.cite);
    await waitForNote(page, (words) => words.includes(BAR.copiedCited));
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^“Where the quay.+”\r?\n\r?\n— Ada Tarn \(2019\): Lamps of the quay\. https:.+#:~:text=/);
    if (BROWSER === 'chromium') {
      const markdown = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read();
        return (await item!.getType('web text/markdown')).text();
      });
      expect(markdown).toContain('> — Ada Tarn (2019): [Lamps of the quay](<https://journal.example/cited#:~:text=');
    }
    await page.close();
  });

  test('the passages of a page are given away as a pack, and brought in again with a tag of their own', async () => {
    const page = await stage.open('https://pack.journal.example/', 'article');
    await savePassage(page, '#to-save');
    await page.click('#to-save');
    await pressInNote(page, BAR.tags);
    await waitForFocus(page, 'input');
    await page.keyboard.type('quay');
    await page.keyboard.press('Enter');
    await waitForNote(page, (words) => words.includes(BAR.tagAdded.replace('{0}', 'quay')));
    const popup = await stage.own('popup.html');
    await page.bringToFront();
    // Anew, now that the page is the one in view.
    await popup.evaluate(() => {
      document.body.dataset.old = '';
      setTimeout(() => location.reload());
    });
    // What the marks of this very page mean, drawn as they are there.
    const legend = () =>
      popup.evaluate(() =>
        [...document.querySelectorAll('body:not([data-old]) .legend div')].map((row) => {
          const { textDecorationLine, textDecorationStyle } = getComputedStyle(row.querySelector('dt')!);
          return [row.querySelector('dd')!.textContent, `${textDecorationLine} ${textDecorationStyle}`];
        }),
      );
    const { legendWork, legendDocument, legendGreen } = english.popup;
    const LEGEND = [
      [legendWork, 'underline dotted'],
      [legendDocument, 'underline dotted'],
      [legendGreen, 'underline dashed'],
    ];
    const explained = await until(async () => ((rows) => rows.length >= LEGEND.length && rows)(await legend()), {
      what: 'the legend',
    });
    expect(explained).toEqual(LEGEND);
    const pressed = () =>
      popup.evaluate(() => {
        const pack = document.querySelector<HTMLElement>('body:not([data-old]) .pack');
        pack?.click();
        return pack !== null;
      });
    await until(pressed, { what: english.popup.pack });
    const { name, text } = await stage.driver.download(/\.jsonld$/);
    expect(name).toBe('Harbour lamps and sleeping gulls.jsonld');
    expect(JSON.parse(text).items).toHaveLength(1);
    await popup.close();
    await pressInNote(page, BAR.remove);
    await waitForNote(page, new RegExp(BAR.removed));

    const path = join(mkdtempSync(join(tmpdir(), 'ibid-pack-')), name);
    writeFileSync(path, text);
    const library = await openPassages(stage);
    const file = (await library.$('#import-file')) as ElementHandle<HTMLInputElement>;
    await file.uploadFile(path);
    const tag = english.exchange.packTag.replace('{0}', 'Harbour lamps and sleeping gulls');
    await until(
      () => library.evaluate((tag) => document.querySelector<HTMLInputElement>('#import-tag')?.value === tag, tag),
      { what: 'the tag' },
    );
    await press(library, english.exchange.importRun, 'button');
    await until(async () => (await pageWords(library)).includes(tag), { what: 'the passage with its tag' });
    await waitForPaint(page, QUOTE);

    // The whole pack is taken away as one, and brought back.
    await press(library, tag, '.facet label');
    await press(library, QUOTE.slice(0, 20), 'input.tick');
    await press(library, t('remove'), '.bulk-bar button');
    await waitForBare(page, QUOTE);
    await press(library, t('undo'), '.toast button');
    await waitForPaint(page, QUOTE);
    await library.close();
    await page.close();
  });
});
