import { until } from './lib/until.mjs';
import { moveAway, paintedText, place, press, selectWords, waitOurs, wordsOf } from './tour-page.mjs';
import { must } from './tour-report.mjs';

const BAR = '.bar';
const FROM = 'A year on, people who';
const TO = 'a week less than people who had not.';
const REMARK = 'Small, but it is an average over everybody who was advised.';
const FIRST_WORDING = /A year on, people who had been given a brief intervention drank on average about 20 grams/;
const SECOND_WORDING = /A year on, people who had been given a brief intervention drank on average some 20 grams/;

/** Waits until words are painted. */
const waitPainted = (page, words) =>
  until(async () => words.test(await paintedText(page)), { what: `“${words.source}” to be painted` });

/** What is kept of it, for the library to show. */
export const SAVED = {
  quote:
    'A year on, people who had been given a brief intervention drank on average about 20 grams of alcohol a week less than people who had not.',
  remark: REMARK,
  words: /A year on, people who had been given a brief intervention/,
};

/**
 * A passage selected, saved, and found again: after a reload, and after its author has changed the page.
 *
 * @param {import('./tour.mjs').Scene} scene
 */
export async function savePassages({ page, demo, driver, report }) {
  const { step, picture } = report;

  await step('Words are selected, and saved in green with a remark', async () => {
    const selected = await selectWords(page, '#cochrane', FROM, TO);
    must(selected === SAVED.quote, `the browser has selected “${selected}”`);
    await waitOurs(page, BAR);
    await picture(page, '10-bar');
    const green = await waitOurs(page, `${BAR} [data-colour=green]`);
    await page.mouse.click(green.box.x + green.box.width / 2, green.box.y + green.box.height / 2);
    await waitPainted(page, FIRST_WORDING);
    await waitOurs(page, `${BAR} textarea:focus`);
    await page.keyboard.type(REMARK);
    await picture(page, '11-remark');
    await press(page, /^Done$/, `${BAR} button`);
    await page.evaluate(() => getSelection().removeAllRanges());
    await moveAway(page);
    await picture(page, '12-passage');
    return `“${selected.slice(0, 60)}…”`;
  });

  await step('After a reload it is painted again', async () => {
    await page.reload();
    await waitPainted(page, FIRST_WORDING);
    await place(page, '#cochrane');
    await picture(page, '13-reloaded');
    return undefined;
  });

  await step('The background is ended by the browser, and nothing is lost', async () => {
    await driver.killBackground();
    must(!(await driver.backgroundRuns()), 'the background still runs');
    await page.reload();
    await waitPainted(page, FIRST_WORDING);
    return 'it is painted again by a background that knew nothing';
  });

  await step('Its author changes the page, and it is still found', async () => {
    demo.revise();
    await page.reload();
    const text = await wordsOf(page);
    must(/revised in November/.test(text) && /on average some/.test(text), 'the page has not changed');
    await waitPainted(page, SECOND_WORDING);
    await place(page, '#cochrane');
    await picture(page, '14-revised');
    return 'a paragraph was put before it, and a word of it is another';
  });
}
