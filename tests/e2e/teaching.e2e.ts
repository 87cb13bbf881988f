import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { leaveNote, openNote, picture, press, pressInNote, rest, until, useStage, waitForNote } from './stage';

const WORDS = english.note;
const OPTIONS = english.options;

describe('what the reader teaches', () => {
  const stage = useStage({ lookUp: 'on-press' });

  /** Whether words are those of a mark: marks are ranges that do not follow the page, which have no text of their own. */
  const isMarked = (page: Page, words: string): Promise<boolean> =>
    page.evaluate(
      (words) =>
        [...CSS.highlights.values()].some((marks) =>
          [...marks].some(({ startContainer, startOffset, endContainer, endOffset }) => {
            const range = document.createRange();
            range.setStart(startContainer, startOffset);
            range.setEnd(endContainer, endOffset);
            return `${range}` === words;
          }),
        ),
      words,
    );

  test('what is no citation loses its mark at once and on every later visit, until the rule is deleted', async () => {
    const page = await stage.open('https://taught.journal.example/gulls', 'article');
    await openNote(page, '#doi-link');
    await until(() => isMarked(page, 'Orrin and Vale 2014'), { what: 'the mark' });
    await pressInNote(page, WORDS.further);
    await pressInNote(page, WORDS.forget);
    await waitForNote(page, /no longer marked on this site/);
    await picture(page, 'not-a-citation');
    await until(async () => !(await isMarked(page, 'Orrin and Vale 2014')), { what: 'the mark to go' });
    await pressInNote(page, WORDS.undo);
    await until(() => isMarked(page, 'Orrin and Vale 2014'), { what: 'the mark to come back' });
    await pressInNote(page, WORDS.forget);
    await until(async () => !(await isMarked(page, 'Orrin and Vale 2014')), { what: 'the mark to go again' });
    expect(await isMarked(page, '[1]')).toBe(true);

    await page.reload();
    await until(() => isMarked(page, '[1]'), { what: 'the other marks' });
    expect(await isMarked(page, 'Orrin and Vale 2014')).toBe(false);

    const options = await stage.own('options.html');
    await press(options, OPTIONS.ruleDeleteOf.replace('{0}', 'taught.journal.example'));
    await until(() => isMarked(page, 'Orrin and Vale 2014'), { what: 'the mark after the rule is deleted' });
    await options.close();
    await page.close();
  });

  test('a link that the reader calls a citation has a note then and later', async () => {
    const page = await stage.open(
      'https://quiet.journal.example/',
      '<!doctype html><meta charset="utf-8"><title>Quiet</title><p>Gulls sleep less, as <a id="report" href="https://council.example/lamps">the harbour report</a> says.</p>',
    );
    const options = await stage.own('options.html');
    await page.bringToFront();
    await page.click('#report', { button: 'right' });
    // The browser's own menu is out of a driver's reach: this is what its entry says to the page.
    await options.evaluate(async () => {
      const { tabs } = (globalThis as unknown as { browser?: typeof chrome }).browser ?? chrome;
      const [tab] = await tabs.query({ url: 'https://quiet.journal.example/*' });
      await tabs.sendMessage(tab!.id!, { name: 'markCitation', input: {} }, { frameId: 0 });
    });
    await waitForNote(page, /the harbour report/);
    await until(() => isMarked(page, 'the harbour report'), { what: 'the mark' });
    await until(
      () => options.evaluate(() => document.querySelector('.rules')?.textContent?.includes('quiet.journal.example')),
      {
        what: 'the rule in the list',
      },
    );
    await picture(options, 'taught-rules');
    await options.close();

    await page.reload();
    await until(() => isMarked(page, 'the harbour report'), { what: 'the mark after loading again' });
    await rest(page, '#report');
    await waitForNote(page, /the harbour report/);
    await leaveNote(page);
    await page.close();
  });

  test('a remark of the page about a word is shown in the note, and nobody is asked', async () => {
    const page = await stage.open(
      'https://remarks.journal.example/',
      '<!doctype html><meta charset="utf-8"><title>Remarks</title><p>The <abbr id="term" title="Harbour Lamp Office">HLO</abbr> counts gulls.</p>',
    );
    stage.world.clear();
    await openNote(page, '#term');
    const words = await waitForNote(page, /Harbour Lamp Office/);
    expect(words).toContain('HLO');
    expect(await page.$eval('#term', (term) => term.getAttribute('title'))).toBeNull();
    await picture(page, 'remark');
    await leaveNote(page);
    const title = () => page.$eval('#term', (term) => term.getAttribute('title'));
    await until(async () => (await title()) === 'Harbour Lamp Office', { what: 'the page’s own title to be back' });
    expect(stage.strangersAsked('remarks.journal.example')).toEqual([]);
    await page.close();
  });
});
