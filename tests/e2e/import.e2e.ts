import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import { say } from '../../components/library/exchange-words';
import { pageWords, paste, press, until, useStage } from './stage';

const BIB = `@article{a, title={An invented trial of lamps}, author={Doe, Ada}, year={2019}, doi={10.5555/lamps}, annote={Worth reading}}
@book{b, title={An invented book of terns}, author={Roe, Bo}, year={2001}, isbn={978-0-306-40615-7}, keywords={night birds}}
@article{c, title={This one is broken`;

const OWN_STYLE = `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
  <info><title>Own</title><id>https://reader.journal.example/own</id><updated>2026-01-01T00:00:00+00:00</updated></info>
  <citation><layout><text variable="title"/></layout></citation>
  <bibliography><layout><date variable="issued"><date-part name="year" suffix=": "/></date><text variable="title"/></layout></bibliography>
</style>`;

describe('bringing in and taking away', () => {
  const stage = useStage();

  async function openLibrary() {
    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(say('importLead')), { what: 'the import' });
    return library;
  }
  type Library = Awaited<ReturnType<typeof openLibrary>>;
  /** The panel for taking away is loaded when it is opened. */
  async function openExport(library: Library) {
    await press(library, say('exportChoose'), 'summary');
    await until(() => library.$('#export-format'), { what: 'the panel for taking away' });
  }
  const says = (library: Library, words: string) =>
    until(async () => (await pageWords(library)).includes(words), { what: `the words "${words}"` });
  const lookInto = async (library: Library, text: string) => {
    await paste(library, '#import-text', text);
    await press(library, say('importLook'), 'button');
  };

  test('tells beforehand what a file brings, brings it in, and takes it back', async () => {
    const library = await openLibrary();
    await lookInto(library, BIB);
    await says(library, say('importFound', 'BibTeX, BibLaTeX', 2, 0, 0, 0));
    await says(library, say('importBroken', 1));
    await press(library, say('importRun'), 'button');
    await says(library, say('importDone', 2, 0, 0));
    await says(library, 'An invented trial of lamps');
    // Nothing of it is held where it could be lost.
    await library.close();
    await stage.driver.killBackground();
    const later = await openLibrary();
    await press(later, say('importPast'), 'summary');
    await press(later, say('importUndo'), 'button');
    await says(later, say('importUndone'));
    await until(async () => !(await pageWords(later)).includes('An invented trial of lamps'), {
      what: 'the works to go',
    });
    await later.close();
  });

  test('brings a work in once, and what was chosen goes away again', async () => {
    const library = await openLibrary();
    for (const [fresh, known] of [
      [2, 0],
      [0, 2],
    ] as const) {
      await lookInto(library, BIB);
      await says(library, say('importFound', 'BibTeX, BibLaTeX', fresh, known, 0, 0));
      await press(library, say('importRun'), 'button');
      await says(library, say('importDone', fresh, 0, known));
    }
    await openExport(library);
    await library.select('#export-format', 'biblatex');
    await press(library, say('exportRemarks'), 'label');
    await until(
      () =>
        library.evaluate(() => {
          const shown = document.querySelector<HTMLTextAreaElement>('.export-preview')!.value;
          return shown.includes('@article{doe2019invented') && !shown.includes('Worth reading');
        }),
      { what: 'the beginning of the file without remarks' },
    );
    await press(library, say('exportSave'), 'button');
    const { text } = await stage.driver.download(/^ibid-reading-list-.*\.bib$/);
    expect(text).toContain('@book{roe2001invented');
    expect(text.match(/^@/gm)).toHaveLength(2);
    await library.close();
  });

  test('writes by the reader’s own template, a file for each work, and says what is wrong with one', async () => {
    const library = await openLibrary();
    await openExport(library);
    await library.select('#export-format', 'markdown');
    await library.select('#export-order', 'title');
    await press(library, say('exportOwnTemplate'), 'label');
    await press(library, say('exportFrontMatter'), 'label');
    const write = (template: string) =>
      library.evaluate((template) => {
        const field = document.querySelector<HTMLTextAreaElement>('.export-template')!;
        field.value = template;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      }, template);
    await write('{{#title}}never closed');
    await until(async () => (await pageWords(library)).includes('title'), { what: 'the fault' });
    await until(() => library.evaluate(() => document.querySelector('[aria-invalid="true"]') !== null), {
      what: 'the template to be marked',
    });
    await write('Called {{title}} of {{year}}');
    await until(
      () =>
        library.evaluate(() =>
          document.querySelector<HTMLTextAreaElement>('.export-preview')!.value.includes('terns of 2001'),
        ),
      { what: 'the template at work' },
    );
    await press(library, say('exportDivided'), 'label');
    await press(library, say('exportSave'), 'button');
    const { bytes } = await stage.driver.download(/^ibid-library-.*\.zip$/);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(['An invented book of terns.md', 'An invented trial of lamps.md']);
    const text = strFromU8(files['An invented book of terns.md']!);
    expect(text).toMatch(/^---\ntitle: "An invented book of terns"\ncitekey: "roe2001invented"\n/);
    expect(text).toMatch(/---\n\nCalled An invented book of terns of 2001\n$/);
    await library.close();
  });

  test('takes away what has a tag, and names the file and the page after it', async () => {
    const library = await openLibrary();
    await openExport(library);
    await library.select('#export-format', 'html');
    await library.select('#export-scope', 'tag:night birds');
    await until(
      () =>
        library.evaluate(() =>
          document.querySelector<HTMLTextAreaElement>('.export-preview')!.value.includes('<title>night birds</title>'),
        ),
      { what: 'the page of the topic' },
    );
    await press(library, say('exportSave'), 'button');
    const { text } = await stage.driver.download(/^ibid-night birds-.*\.html$/);
    expect(text).toContain('An invented book of terns');
    expect(text).not.toContain('An invented trial of lamps');
    expect(text).toMatch(/<html lang="en[^"]*">[\s\S]*<h2 id="works">Works</);
    await library.close();
  });

  test('gives up the writing of a long list when told so', async () => {
    const library = await openLibrary();
    const many = 2000;
    await lookInto(library, Array.from({ length: many }, (_, n) => `doi:10.5555/many.${n}`).join('\n'));
    await says(library, say('importFound', 'List of identifiers or references', many, 0, 0, 0));
    await press(library, say('importRun'), 'button');
    await says(library, say('importDone', many, 0, 0));
    await openExport(library);
    await library.select('#export-format', 'html');
    // Pressed as soon as it is there: no file is written so soon.
    await library.evaluate(
      (save, cancel) =>
        new Promise<void>((resolve) => {
          const find = (name: string) =>
            [...document.querySelectorAll('button')].find((button) => button.textContent === name);
          const observer = new MutationObserver(() => {
            const button = find(cancel);
            if (!button) return;
            observer.disconnect();
            button.click();
            resolve();
          });
          observer.observe(document.body, { childList: true, subtree: true });
          find(save)!.click();
        }),
      say('exportSave'),
      say('exportCancel'),
    );
    await says(library, say('exportCancelled'));
    await library.select('#export-format', 'csv');
    await press(library, say('exportSave'), 'button');
    // The first file that comes is the one that was not given up.
    const { name, text } = await stage.driver.download(/^ibid-.*\.(?:csv|html)$/);
    expect(name).toMatch(/\.csv$/);
    expect(text.match(/10\.5555\/many\.\d+/g)?.length).toBeGreaterThanOrEqual(many);
    await press(library, say('importPast'), 'summary');
    await press(library, say('importUndo'), 'button');
    await says(library, say('importUndone'));
    await library.close();
  });

  test('hands a short list to Obsidian and stays where it is', async () => {
    const library = await openLibrary();
    await openExport(library);
    await library.select('#export-format', 'markdown');
    await press(library, say('exportObsidian'), 'button');
    await says(library, say('exportObsidianAsked'));
    expect(await library.evaluate(() => location.pathname)).toBe('/library.html');
    await library.close();
  });

  test('makes a bibliography in a style, in one of the reader’s own, and says why a file is none', async () => {
    const library = await openLibrary();
    await openExport(library);
    await library.select('#bibliography-style', 'vancouver');
    const shows = (words: string) =>
      until(
        () =>
          library.evaluate(
            (words) =>
              document.querySelector<HTMLTextAreaElement>('.bibliography textarea')?.value.includes(words) ?? false,
            words,
          ),
        { what: `"${words}" in the bibliography` },
      );
    await shows('Doe A. An invented trial of lamps');
    await library.select('#bibliography-style', 'apa');
    await shows('Roe, B. (2001). An invented book of terns');
    await stage.driver.grantClipboard(stage.driver.extensionOrigin);
    await press(library, say('bibliographyCopy'), 'button');
    await says(library, say('bibliographyCopied'));
    // As a word processor takes it: pasted into what keeps its looks.
    const letter = await stage.open(
      'https://letter.example/',
      '<!doctype html><p contenteditable id="letter"><br></p>',
    );
    await letter.click('#letter');
    await letter.keyboard.down('Control');
    await letter.keyboard.press('v');
    await letter.keyboard.up('Control');
    await until(
      () =>
        letter.evaluate(() =>
          [...document.querySelectorAll('i, em, [style*="italic"]')].some((words) =>
            words.textContent?.includes('An invented book of terns'),
          ),
        ),
      { what: 'the title in italics' },
    );
    await letter.close();
    await library.bringToFront();
    const saved = await library.$('.bibliography button:last-of-type');
    await saved!.click();
    const { text } = await stage.driver.download(/^ibid-bibliography-.*\.html$/);
    expect(text).toContain('<p>Roe, B. (2001). <i>An invented book of terns</i>.</p>');
    const give = async (name: string, content: string) => {
      const file = join(mkdtempSync(join(tmpdir(), 'style-')), name);
      writeFileSync(file, content);
      const field = await library.$('.bibliography input[type=file]');
      await (field as ElementHandle<HTMLInputElement>).uploadFile(file);
    };
    await give('own.csl', OWN_STYLE);
    await shows('2001: An invented book of terns');
    await give('page.csl', '<html></html>');
    await says(library, 'This is not a style of the Citation Style Language.');
    await library.close();
  });

  test('asks nobody anything', () => {
    expect(stage.strangersAsked('letter.example')).toEqual([]);
  });
});
