import type { Page } from 'puppeteer-core';
import { describe, expect, test } from 'vitest';
import english from '../../locales/en.json';
import { violations } from './axe';
import {
  findInNote,
  leaveNote,
  noteText,
  openNote,
  picture,
  pressInNote,
  rest,
  selectText,
  until,
  useStage,
  waitForNote,
  waitInNote,
} from './stage';

const WORDS = english.note;
const ARTICLE = 'https://journal.example/manners';

describe('words of the reader’s own', () => {
  const stage = useStage({ lookUp: 'on-open' });
  const OWN = english.glossary;
  const PLAIN = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Quays</title><style>body { margin: 60px }</style>
    <h1>Quays</h1><p id="one">On quays the <span id="tern">common tern</span> sleeps; a Common Tern dreams.</p>
    <h2>More</h2><p id="two">Every common tern wakes.</p>`;
  const shown = (page: Page) =>
    page.evaluate(() =>
      [...(CSS.highlights.get('cite-word') ?? [])].map(({ startContainer, startOffset, endOffset }) =>
        (startContainer as Text).data.slice(startOffset, endOffset),
      ),
    );
  const save = async (page: Page) => (await waitInNote(page, 'form button', OWN.save)).click();

  test('are explained from a note, marked on other pages, shown at rest, changed, and taken away', async () => {
    const page = await stage.open(ARTICLE, 'article');
    await openNote(page, '#marker-1');
    await waitForNote(page, /Amber lamps are kinder/);
    await pressInNote(page, WORDS.further);
    await pressInNote(page, WORDS.define);
    await waitInNote(page, 'input[name="word"]');
    await page.close();

    const first = await stage.open('https://journal.example/quays-1', PLAIN);
    await until(() => first.evaluate(() => document.readyState === 'complete'), { what: 'the page' });
    await until(
      async () => {
        await selectText(first, '#tern');
        return findInNote(first, 'button', english.bar.define);
      },
      { what: 'the bar' },
    );
    await pressInNote(first, english.bar.define);
    const field = await waitInNote(first, 'input[name="word"]');
    expect(await field.evaluate((input) => (input as HTMLInputElement).value)).toBe('common tern');
    await picture(first, 'word-new');
    await (await waitInNote(first, 'textarea')).click();
    await first.keyboard.type('A small gull with a forked tail');
    await save(first);
    await until(async () => (await findInNote(first, 'textarea')) === undefined, { what: 'the word to be kept' });
    await first.close();

    const other = await stage.open('https://journal.example/quays', PLAIN);
    await until(async () => (await shown(other)).length === 2, { what: 'the word to be marked once in each section' });
    await rest(other, '#tern');
    const text = await waitForNote(other, /forked tail/);
    expect(text.toLowerCase()).toContain(OWN.own.toLowerCase());
    expect(await violations(other, '[popover="manual"]')).toEqual([]);
    await picture(other, 'word');
    await leaveNote(other);
    await rest(other, '#tern');
    await waitForNote(other, /forked tail/);
    await pressInNote(other, OWN.edit);
    const meaning = await waitInNote(other, 'textarea');
    await meaning.click({ count: 3 });
    await other.keyboard.type('A bird of the shore');
    await picture(other, 'word-writing');
    await save(other);
    await until(async () => (await noteText(other)) === undefined, { what: 'the change to be kept' });
    // A finger opens it, too.
    const { x, y } = (await (await other.$('#tern'))!.boundingBox())!;
    await other.touchscreen.tap(x + 8, y + 8);
    await waitForNote(other, /bird of the shore/);
    await pressInNote(other, OWN.remove);
    await until(async () => (await shown(other)).length === 0, { what: 'the marks to go' });
    await other.close();
  });
});
