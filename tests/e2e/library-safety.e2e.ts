import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { t } from '../../components/library/words';
import type { Passage } from '../../utils/model/passage';
import { violations } from './axe';
import { say } from './background';
import { BROWSER, pageWords, picture, press, until, useStage } from './stage';

const passage = (number: number, exact: string): Passage => ({
  id: `0b7c9f0e-0000-4000-8000-${String(number).padStart(12, '0')}`,
  page: { url: 'https://journal.example/1', title: 'A page', keys: ['clean:journal.example/1'] },
  selectors: { quote: { exact, prefix: '', suffix: '' } },
  colour: 'yellow',
  remark: '',
  tags: [],
  created: 1793000000000 + number,
  modified: 1793000000000 + number,
});

describe('keeping the library safe', () => {
  const stage = useStage();
  const folder = mkdtempSync(join(tmpdir(), 'ibid-backup-'));
  let library: Page;
  let backup: Buffer;

  const untilWords = (words: string) =>
    until(async () => (await pageWords(library)).includes(words), { what: words }).catch(async (error) => {
      throw new Error(`${error.message} The page says: ${await pageWords(library)}`);
    });
  const untilNoWords = (words: string) =>
    until(async () => !(await pageWords(library)).includes(words), { what: `no ${words}` });
  async function tryOut(name: string, bytes: Buffer | string): Promise<void> {
    const path = join(folder, name);
    writeFileSync(path, bytes);
    const input = (await library.$('input[type="file"]')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(path);
  }
  /** The backup in the folder that stands for the reader's. */
  const fileInFolder = async () =>
    Buffer.from(
      await library.evaluate(async () => {
        const folder = await navigator.storage.getDirectory();
        for await (const [name, handle] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
          if (/^ibid-backup-.*-auto\.ndjson\.gz$/.test(name)) {
            const bytes = new Uint8Array(await (await handle.getFile()).arrayBuffer());
            return btoa(String.fromCharCode(...bytes));
          }
        }
        return '';
      }),
      'base64',
    );
  const counts = () =>
    library.evaluate(() => [...document.querySelectorAll('.counts dd')].map((count) => Number(count.textContent)));
  const untilCounts = (wanted: readonly number[]) =>
    until(async () => String(await counts()) === String(wanted), { what: `the counts ${wanted}` });

  beforeAll(async () => {
    library = await stage.own('library.html');
    await say(library, 'savePassage', { passage: passage(1, 'Terns nest on amber cliffs.') });
    await say(library, 'savePassage', { passage: passage(2, 'Amber lamps \ud83e\udd80 夜の睡眠.') });
    // Anew, and not reloaded: in Firefox the driver never hears the end of that.
    await library.close();
    library = await stage.own('library.html');
    await untilWords('Terns nest');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the trash holds what was deleted, and gives it back', async () => {
    await press(library, t('removePassage', 'Terns nest on amber cliffs.'));
    await untilNoWords('Terns nest');
    await press(library, t('trash'), '[role="tab"]');
    await untilWords('Terns nest');
    expect(await pageWords(library)).toContain(t('daysLeft', 30));
    expect(await violations(library, 'html')).toEqual([]);
    await press(library, t('restoreNamed', 'Terns nest on amber cliffs.'));
    await untilWords(t('trashEmpty'));
    await press(library, t('passages'), '[role="tab"]');
    await untilWords('Terns nest');
  });

  test('a backup is a gzipped file of lines, whole', async () => {
    await press(library, t('backUp'), 'button');
    const { name, bytes } = await stage.driver.download(/\.ndjson\.gz$/);
    expect(name).toMatch(/^ibid-backup-\d{4}-\d\d-\d\d\.ndjson\.gz$/);
    backup = bytes;
    const lines = gunzipSync(bytes)
      .toString()
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ format: 'ibid-backup', version: 1 });
    expect(lines.slice(1, -1).map(({ row }) => row.selectors.quote.exact)).toEqual([
      'Terns nest on amber cliffs.',
      'Amber lamps 🦀 夜の睡眠.',
    ]);
    expect(lines.at(-1)).toEqual({ end: true, rows: 2 });
  });

  test('the trash is emptied for good after a question', async () => {
    await press(library, t('removePassage', 'Terns nest on amber cliffs.'));
    await untilNoWords('Terns nest');
    await press(library, t('trash'), '[role="tab"]');
    await untilWords('Terns nest');
    await press(library, t('emptyTrash'), 'button');
    await press(library, t('keep'), 'button');
    await untilWords('Terns nest');
    await press(library, t('emptyTrash'), 'button');
    await press(library, t('deleteForGood'), 'button');
    await untilWords(t('trashEmpty'));
    await press(library, t('passages'), '[role="tab"]');
    await untilWords('Amber lamps');
  });

  test('a rehearsal counts and changes nothing; a restore brings back what was lost', async () => {
    await say(library, 'changePassage', { id: passage(2, '').id, change: { remark: 'later' } });
    await tryOut('backup.ndjson.gz', backup);
    await untilCounts([0, 1, 1]);
    expect(await pageWords(library)).not.toContain('Terns nest');
    expect(await violations(library, 'html')).toEqual([]);
    await press(library, t('restoreNow', 1), 'button');
    await untilCounts([0, 0, 1]);
    await untilWords('Terns nest');
    await tryOut('again.ndjson.gz', backup);
    await untilCounts([1, 1, 0]);
  });

  test('a damaged, a cut and a foreign file are explained', async () => {
    const lines = gunzipSync(backup).toString().split('\n');
    await tryOut('damaged.ndjson', [lines[0], '{"table":"passages","row":{"id":"x"}}', ...lines.slice(1)].join('\n'));
    await untilWords(t('leftOut', 1));
    await press(library, t('leftOut', 1), 'summary');
    await untilWords('passage.page is missing');
    await tryOut('cut.ndjson.gz', backup.subarray(0, backup.length - 12));
    await untilWords('The file ends before its end');
    await tryOut('foreign.ndjson.gz', '{"some":"other file"}');
    await untilWords('This is not a backup of Ibid.');
  });

  test('a backup is made by itself where the reader wants it, and says so', async () => {
    if (BROWSER === 'chromium') {
      // The browser's own window for choosing a folder is out of a driver's reach: the folder is one that needs none.
      await library.evaluate(() => {
        Object.assign(globalThis, { showDirectoryPicker: () => navigator.storage.getDirectory() });
      });
    }
    await untilWords(t('autoBackup'));
    await press(library, BROWSER === 'chromium' ? t('chooseFolder') : t('useDownloads'), 'button');
    await untilWords('-auto.ndjson.gz');
    const bytes =
      BROWSER === 'chromium' ? await fileInFolder() : (await stage.driver.download(/-auto\.ndjson\.gz$/)).bytes;
    expect(gunzipSync(bytes).toString()).toContain('Terns nest on amber cliffs.');
    await picture(library, 'auto-backup');
    await library.select('.auto-backup select', 'off');
    await untilWords(t('autoBackupText').slice(0, 20));
  });

  test('what two windows write at once is kept of both', async () => {
    const second = await stage.own('library.html');
    const remarks = (page: Page) =>
      page.evaluate(() =>
        [...document.querySelectorAll<HTMLTextAreaElement>('.passage .remark')].map((field) => field.value),
      );
    const write = (page: Page, words: string) =>
      page.evaluate((words) => {
        const field = document.querySelector<HTMLTextAreaElement>('.passage .remark')!;
        field.value = words;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, words);
    for (const page of [library, second])
      await until(async () => (await remarks(page)).length > 0, { what: 'the passages in both windows' });
    const [before = ''] = await remarks(second);
    await write(library, `${before} Of the first window.`);
    await write(second, `${before} Of the second window.`);
    // Said in the window whose words came second, whichever that was.
    const isSaid = async (page: Page) => (await pageWords(page)).includes(t('bothKept'));
    await until(async () => (await isSaid(library)) || (await isSaid(second)), { what: 'the notice' });
    for (const page of [library, second]) {
      await until(
        async () => /first window.*second window|second window.*first window/s.test((await remarks(page))[0]!),
        {
          what: 'both remarks',
        },
      );
    }
    await second.close();
  });

  test('a library from a newer version is refused with words, can be read into a backup, and is left as it is', async () => {
    await library.close();
    const page = await stage.own('options.html');
    const version = (request: string) =>
      page.evaluate(
        (request) =>
          new Promise<number>((resolve, reject) => {
            const opening = request === 'raise' ? indexedDB.open('ibid', 9990) : indexedDB.open('ibid');
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              resolve(opening.result.version);
              opening.result.close();
            };
          }),
        request,
      );
    expect(await version('raise')).toBe(9990);
    library = await stage.own('library.html');
    await untilWords(t('newerText'));
    await press(library, t('rescue'), 'button');
    const { bytes } = await stage.driver.download(/\.ndjson\.gz$/);
    expect(gunzipSync(bytes).toString()).toContain('Terns nest on amber cliffs.');
    expect(await version('look')).toBe(9990);
    await page.close();
  });

  test('a library that the browser has thrown away is missed', async () => {
    await library.close();
    const page = await stage.own('options.html');
    await stage.driver.killBackground();
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          indexedDB.deleteDatabase('ibid').onsuccess = resolve;
        }),
    );
    await page.close();
    library = await stage.own('library.html');
    await untilWords(t('lost'));
    await picture(library, 'lost-library');
    await press(library, t('dismiss'), '.notice button');
    await untilNoWords(t('lost'));
    await library.close();
    library = await stage.own('library.html');
    await untilWords(t('noItems'));
    expect(await pageWords(library)).not.toContain(t('lost'));
  });
});
