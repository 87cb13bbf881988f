import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ElementHandle } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { REVIEW, TRIAL } from './services';
import { openNote, pageWords, pressInNote, until, useStage, waitForNote, waitInNote } from './stage';

const ARTICLE = 'https://journal.example/lamps';
const TABLE = `OriginalPaperDOI,OriginalPaperPubMedID,RetractionDate,RetractionNature\n${TRIAL.doi},0,3/4/2015 0:00,Retraction\n`;

describe('a list of retracted works', () => {
  const stage = useStage({ lookUp: 'on-open' });

  test('is made of the reader’s table, and marks what is in the reading list', async () => {
    const before = await stage.open(ARTICLE, 'article');
    await openNote(before, '#marker-1');
    await waitForNote(before, (words) => words.includes(TRIAL.title));
    await pressInNote(before, english.note.save);
    await waitInNote(before, 'button', english.note.undo);
    await before.close();

    const file = join(tmpdir(), `retractions-${process.pid}.csv`);
    writeFileSync(file, TABLE);
    const options = await stage.own('options.html');
    const input = (await options.waitForSelector('#retraction-file')) as ElementHandle<HTMLInputElement>;
    await input.uploadFile(file);
    await until(
      async () => (await pageWords(options)).includes(english.options.retractionsLoaded.one.replace('{0}', '1')),
      {
        what: 'the list to be loaded',
      },
    );
    await options.close();

    const library = await stage.own('library.html');
    await until(async () => /retracted/i.test(await pageWords(library)), { what: 'the item to be marked' });
    await library.close();
  });

  test('marks citations and notes without asking anybody', async () => {
    stage.world.clear();
    const page = await stage.open(ARTICLE, 'article');
    const marked = () =>
      page.evaluate(() =>
        [...(CSS.highlights.get('cite-care') ?? [])].map(({ startContainer, startOffset, endContainer, endOffset }) => {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          return `${range}`;
        }),
      );
    // The label, and the entry's own link.
    await until(async () => (await marked()).includes('[1]'), { what: 'the citation to be marked' });
    expect((await marked()).join(' ')).not.toContain(REVIEW.doi);
    expect(stage.strangersAsked('journal.example')).toEqual([]);

    await openNote(page, '#marker-1');
    const text = await waitForNote(page, new RegExp(english.note.retractionWarning));
    expect(text.toLowerCase()).toContain('retracted 2015');
    await page.close();
  });
});
