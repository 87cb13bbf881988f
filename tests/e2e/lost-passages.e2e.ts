import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import english from '../../locales/en.json';
import { findInNote, noteText, paintedText, pressInNote, selectText, until, useStage, waitInNote } from './stage';

const LOST = english.lost;
const URL = 'https://journal.example/lost';
const BEFORE =
  'Where the quay was left dark for a single winter, the colony doubled and the fishing fleet noticed nothing';
const AFTER =
  'On the pier the lamps burnt on: the colony shrank by half and the ferry company said very little about it';
const html = (
  words: string,
) => `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Dark quays</title></head><body>
<p>Nobody doubts that gulls sleep less than they did.</p><p>Harbour masters have tried shades and shorter hours. <span id="to-save">${words}</span>; whether that holds elsewhere is anybody’s guess.</p>
<p>Three councils have published what they paid for their lamps.</p></body></html>`;

const stage = useStage();
const isPainted = async (page: Page, words: string) => (await paintedText(page)).some((text) => text.includes(words));

test('a passage that is not found is listed with its old words, put back with a press, and taken back with another', async () => {
  const page = await stage.open(URL, html(BEFORE));
  await selectText(page, '#to-save');
  await pressInNote(page, english.bar.green);
  await until(() => isPainted(page, BEFORE), { what: 'the passage to be painted' });

  stage.world.page(URL, html(AFTER));
  await page.reload();
  // The sentence comes when the page has had its time to show late content.
  await pressInNote(page, LOST.open);
  await waitInNote(page, 'blockquote', BEFORE);
  await waitInNote(page, 'ins');
  expect(await isPainted(page, AFTER)).toBe(false);
  await pressInNote(page, LOST.attach);
  await until(() => isPainted(page, AFTER), { what: 'the passage in its new place' });

  await pressInNote(page, LOST.undo);
  await until(async () => !(await isPainted(page, AFTER)), { what: 'the paint to go' });
  await pressInNote(page, LOST.attach);
  await until(() => isPainted(page, AFTER), { what: 'the passage in its new place again' });
  await page.keyboard.press('Escape');
  await until(async () => (await noteText(page)) === undefined, { what: 'the list to close' });

  await page.reload();
  await until(() => isPainted(page, AFTER), { what: 'the passage after a reload' });
  expect(await findInNote(page, 'button', LOST.open)).toBeUndefined();
  await page.close();
}, 120_000);
