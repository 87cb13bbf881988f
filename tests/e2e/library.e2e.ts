import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BibLatexParser } from 'biblatex-csl-converter';
import { describe, expect, test } from 'vitest';
import { say } from '../../components/library/exchange-words';
import { t } from '../../components/library/words';
import english from '../../locales/en.json';
import { REVIEW, TRIAL } from './services';
import { openNote, pageWords, press, pressInNote, until, useStage, waitForNote } from './stage';

const WORDS = english.note;

/** What a program makes of a file; undefined where it is not installed, or does not know the format. */
function output(program: string, args: readonly string[], input: string, cwd?: string): string | undefined {
  const result = spawnSync(program, args, { input, cwd, encoding: 'utf8' });
  if (result.error || result.stderr.startsWith('Unknown input format')) return undefined;
  expect([program, result.status, result.stderr.replace(/^INFO - .*\n/gm, '')]).toEqual([
    program,
    0,
    expect.any(String),
  ]);
  return result.stdout;
}
const pandoc = (args: string[], input: string) => output('pandoc', args, input);

/** The list as pandoc's citation processor prints it. */
const printed = (from: string, text: string) =>
  pandoc([`--from=${from}`, '--citeproc', '--to=plain', '--wrap=none'], text);

describe('the reading list', () => {
  const stage = useStage({ lookUp: 'on-open' });
  /** What was saved, by the name of its format. */
  const files = new Map<string, string>();

  async function save(selector: string, says: RegExp): Promise<void> {
    const page = await stage.open('https://journal.example/list', 'article');
    await openNote(page, selector);
    await waitForNote(page, says);
    await pressInNote(page, WORDS.save);
    await waitForNote(page, (words) => words.includes(WORDS.saved));
    await page.close();
  }

  test('shows a work while it is saved from a note, with the sentence where it was met', async () => {
    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(t('noItems')), { what: 'the empty list' });
    await save('#marker-1', /Amber lamps are kinder/);
    await until(async () => (await pageWords(library)).includes(TRIAL.title), { what: 'the work in the library' });
    await save('#doi-link', /Eleven studies of terns/);
    await until(async () => (await pageWords(library)).includes(REVIEW.title), { what: 'the second work' });
    await library.close();
  });

  test('a work saved twice stands there once', async () => {
    const page = await stage.open('https://other.example/list', 'article');
    await openNote(page, '#marker-1');
    const text = await waitForNote(page, (words) => words.includes(WORDS.saved) || words.includes(WORDS.inLibrary));
    expect(text).toContain(TRIAL.title);
    await page.close();
    const library = await stage.own('library.html');
    const words = await until(async () => {
      const shown = await pageWords(library);
      return shown.includes(TRIAL.title) ? shown : undefined;
    });
    expect(words.split(TRIAL.title)).toHaveLength(2);
    await library.close();
  });

  test('goes as a BibTeX file that reference managers read', async () => {
    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(REVIEW.title), { what: 'the works in the library' });
    await press(library, t('exportList', 'BibTeX'));
    const { name, text } = await stage.driver.download(/\.bib$/);
    expect(name).toMatch(/^ibid-reading-list-\d{4}-\d\d-\d\d\.bib$/);
    const parsed = new BibLatexParser(text, { processUnexpected: true, processUnknown: true }).parse();
    expect(parsed.errors).toEqual([]);
    const entries = Object.values(parsed.entries);
    expect(entries).toHaveLength(2);
    expect(entries.map((entry) => String(entry.fields.doi)).sort()).toEqual([TRIAL.doi, REVIEW.doi]);
    files.set('BibTeX', text);
    const mods = output('bib2xml', ['-i', 'utf8'], text);
    if (mods !== undefined) expect(mods.match(/<mods[ >]/g)).toHaveLength(2);
    const csl = pandoc(['--from=bibtex', '--to=csljson'], text);
    if (csl !== undefined) {
      const titles = (JSON.parse(csl) as { title: string; DOI: string; author: unknown[] }[]).map((item) => [
        item.DOI,
        item.author.length,
      ]);
      expect(titles.sort()).toEqual([
        [TRIAL.doi, 4],
        [REVIEW.doi, 2],
      ]);
    }
    await library.close();
  });

  for (const [format, ending] of [
    ['RIS', 'ris'],
    ['BibLaTeX', 'bib'],
    ['CSL-JSON', 'json'],
    ['Markdown', 'md'],
  ] as const) {
    test(`goes as ${format}`, async () => {
      const library = await stage.own('library.html');
      await until(async () => (await pageWords(library)).includes(REVIEW.title), { what: 'the works in the library' });
      await press(library, format, 'button, a');
      const { text } = await stage.driver.download(new RegExp(`\\.${ending}$`));
      for (const work of [TRIAL, REVIEW]) {
        expect(text).toContain(work.title.slice(0, 20));
        expect(text).toContain(work.doi);
      }
      if (format === 'CSL-JSON') expect(JSON.parse(text)).toHaveLength(2);
      if (format === 'RIS') {
        const mods = output('ris2xml', ['-i', 'utf8'], text);
        if (mods !== undefined) expect(mods.match(/<mods[ >]/g)).toHaveLength(2);
      }
      files.set(format, text);
      await library.close();
    });
  }

  test('goes as far as it was met on one page', async () => {
    const library = await stage.own('library.html');
    await press(library, say('exportChoose'), 'summary');
    await until(() => library.$('option[value="page:https://journal.example/list"]'), { what: 'the page in the list' });
    await library.select('#export-scope', 'page:https://journal.example/list');
    await library.select('#export-format', 'csl-json');
    await until(
      () => library.$eval('.export-preview', (field) => (field as HTMLTextAreaElement).value.includes('"DOI"')),
      {
        what: 'the preview',
      },
    );
    await press(library, say('exportSave'), 'button');
    const { text } = await stage.driver.download(/^ibid-Harbour lamps and sleeping gulls-.*\.json$/);
    expect(JSON.parse(text)).toHaveLength(2);
    await library.close();
  });

  test('is printed alike by other programs, whichever file they are given', () => {
    const [json, biblatex] = [files.get('CSL-JSON')!, files.get('BibLaTeX')!];
    const list = printed('csljson', json);
    if (list !== undefined) {
      expect(list.toLowerCase()).toContain(TRIAL.title.toLowerCase());
      expect(printed('biblatex', biblatex)).toBe(list);
      expect(printed('bibtex', files.get('BibTeX')!)).toBe(list);
    }
    const folder = mkdtempSync(join(tmpdir(), 'ibid-bib-'));
    writeFileSync(join(folder, 'list.bib'), biblatex);
    const said = output('biber', ['--tool', '--validate-datamodel', 'list.bib'], '', folder);
    if (said !== undefined) expect(said.match(/^ERROR.*/gm) ?? []).toEqual([]);
  });

  test('a work deleted goes at once, and undo brings it back', async () => {
    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(TRIAL.title), { what: 'the work' });
    await press(library, t('removeItem', TRIAL.title));
    await until(async () => !(await pageWords(library)).includes(TRIAL.title), { what: 'the work to go' });
    await press(library, t('undo'));
    await until(async () => (await pageWords(library)).includes(TRIAL.title), { what: 'the work to come back' });
    await library.close();
  });

  test('survives the death of the background', async () => {
    await stage.driver.killBackground();
    const library = await stage.own('library.html');
    await until(async () => (await pageWords(library)).includes(TRIAL.title), { what: 'the work' });
    await library.close();
  });
});
