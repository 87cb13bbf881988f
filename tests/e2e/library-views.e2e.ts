import type { Page } from 'puppeteer-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { t } from '../../components/library/words';
import { violations } from './axe';
import { say } from './background';
import { TRIAL } from './services';
import { pageWords, picture, press, until, useStage } from './stage';

/** A reading list as another program writes it. */
const works = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    id: `w${n}`,
    type: n % 3 === 0 ? 'book' : 'article-journal',
    title: `${['Amber terns', 'Night lamps', 'Quiet cliffs'][n % 3]} and what became of them, part ${n}`,
    author: [{ family: n < 3 ? 'Tern' : `Gull${n}`, given: 'A.' }],
    issued: { 'date-parts': [[2001 + (n % 5)]] },
    DOI: `10.5555/view.${n}`,
  }));

describe('views and deeds of the library', () => {
  const stage = useStage();
  let library: Page;

  const titles = () =>
    library.evaluate(() => [...document.querySelectorAll('.item h3')].map((title) => title.textContent ?? ''));
  const untilCount = (count: number) =>
    until(async () => (await titles()).length === count, { what: `${count} works` }).catch(async (error) => {
      throw new Error(`${error.message} There are: ${await titles()}`);
    });
  const tick = (index: number) =>
    library.evaluate((index) => document.querySelectorAll<HTMLInputElement>('.tick')[index]!.click(), index);
  const choose = (label: string, value: string) =>
    library.evaluate(
      (label, value) => {
        const field = document.querySelector<HTMLSelectElement>(`.bulk-bar select[aria-label="${label}"]`)!;
        field.value = value || [...field.options].at(-1)!.value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      },
      label,
      value,
    );
  const type = async (label: string, words: string) => {
    await library.evaluate((label) => {
      const field = document.querySelector<HTMLInputElement>(`[aria-label="${label}"]`)!;
      field.focus();
      field.select();
    }, label);
    await library.keyboard.type(words);
  };
  const view = (name: string) =>
    library.evaluate((name) => {
      const field = [...document.querySelectorAll<HTMLSelectElement>('.toolbar select')].find((select) =>
        [...select.options].some(({ value }) => value === name),
      )!;
      field.value = name;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }, name);

  beforeAll(async () => {
    library = await stage.own('library.html');
    const items = works(6).map((csl) => ({ csl, title: [], remark: '', tags: [] }));
    const brought = await say(library, 'runImport', {
      name: 'six-works',
      from: '',
      slice: 0,
      file: JSON.stringify({ items, passages: [], broken: [] }),
      label: 'CSL',
    });
    expect(brought.ok).toBe(true);
    await untilCount(6);
  });

  test('puts works into a collection, orders them by hand, and remembers the order', async () => {
    await type(t('collectionName'), 'Terns');
    await press(library, t('makeCollection'));
    await until(() => library.$('.collection-name'), { what: 'the new collection' });
    await untilCount(0);
    await press(library, t('clearFilter'));
    await untilCount(6);
    const [first, second] = await titles();
    await tick(0);
    await tick(1);
    await choose(t('putInto'), '');
    await until(async () => (await pageWords(library)).includes(t('bulkChanged', 2)));
    await press(library, 'Terns', '.open-collection');
    await untilCount(2);
    const before = await titles();
    expect(new Set(before)).toEqual(new Set([first, second]));
    await press(library, t('moveDown', before[0]!));
    await until(async () => JSON.stringify(await titles()) === JSON.stringify([...before].reverse()), {
      what: 'the other order',
    });
    await library.close();
    library = await stage.own('library.html');
    await untilCount(6);
    await press(library, 'Terns', '.open-collection');
    await until(async () => JSON.stringify(await titles()) === JSON.stringify([...before].reverse()), {
      what: 'the order kept',
    });
  });

  test('a topic has grades, which its grid shows, and a search of its own behind its name', async () => {
    await library.evaluate(() => {
      const list = document.querySelector<HTMLSelectElement>('.item .grade select')!;
      list.value = 'seminal';
      list.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await view('grid');
    await until(async () => (await pageWords(library)).includes(t('gradeCount', 1, t('gradeSeminal'))), {
      what: 'the grade in the grid',
    });
    await picture(library, 'topic-grid');
    await view('list');
    await type(t('filter'), 'amber');
    await press(library, t('keepTopicSearch'), 'button');
    await until(() => library.$('.topic-title'), { what: 'a name with a search behind it' });
    await picture(library, 'topic');
    expect(await violations(library, 'html')).toEqual([]);
    await press(library, 'Terns', '.topic-title button');
    await untilCount(2);
    expect((await titles()).every((title) => title.includes('Amber'))).toBe(true);
    await press(library, 'Terns', '.open-collection');
    await until(() => library.$('.topic-title'), { what: 'the topic again' });
  });

  test('what was added or changed is told day by day', async () => {
    await press(library, t('digest'), 'summary');
    await until(async () => (await pageWords(library)).includes(t('digestCount', 6)), { what: 'the digest' });
    expect(await library.evaluate(() => document.querySelectorAll('.deed-added').length)).toBe(6);
    await picture(library, 'digest');
    await press(library, t('digest'), 'summary');
  });

  test('shows the works as cards, as a grid whose cells open, and on a timeline', async () => {
    await press(library, t('clearFacets'));
    await untilCount(6);
    expect(await violations(library, 'html')).toEqual([]);
    await view('cards');
    await until(() => library.$('.cards .item'), { what: 'cards' });
    expect(await violations(library, 'html')).toEqual([]);
    await view('grid');
    await until(() => library.$('.cross td button'), { what: 'a cell' });
    expect(await violations(library, 'html')).toEqual([]);
    await view('timeline');
    await until(() => library.$('.timeline rect'), { what: 'bars' });
    expect(await violations(library, 'html')).toEqual([]);
    const cells = await library.$$('.cross td button');
    expect(cells.length).toBeGreaterThanOrEqual(5);
    const says = Number(await cells[0]!.evaluate((cell) => cell.textContent));
    await cells[0]!.evaluate((cell) => (cell as HTMLElement).click());
    await untilCount(says);
    await press(library, t('clearFacets'));
    await untilCount(6);
  });

  test('keeps a search under a name', async () => {
    await type(t('filter'), 'lamps');
    await untilCount(2);
    await type(t('collectionName'), 'Lamp search');
    await press(library, t('keepSearch'));
    await until(() => library.$('.kept-search'), { what: 'the kept search' });
    await type(t('filter'), ' ');
    await library.keyboard.press('Escape');
    await untilCount(6);
    await press(library, 'Lamp search', '.open-collection');
    await untilCount(2);
    await library.keyboard.press('Escape');
    await type(t('filter'), ' ');
    await library.keyboard.press('Escape');
    await untilCount(6);
  });

  test('tags many works at once, and takes it back', async () => {
    await press(library, t('chooseOne', (await titles())[0]!));
    await press(library, t('chooseAll', 6));
    expect(await violations(library, 'html')).toEqual([]);
    await type(t('tagChosen'), 'shelf');
    await library.keyboard.press('Enter');
    // Chips of collections look the same.
    const tagged = () =>
      library.evaluate(
        () => [...document.querySelectorAll('.item .tag')].filter((tag) => tag.textContent?.includes('shelf')).length,
      );
    await until(async () => (await tagged()) === 6, { what: 'six tags' });
    await until(async () => (await pageWords(library)).includes(t('bulkChanged', 6)), { what: 'the way back' });
    await press(library, t('undo'));
    await until(async () => (await tagged()) === 0, { what: 'no tag' });
    await press(library, t('chooseNone'));
  });

  test('merges works into one, and takes them apart again', async () => {
    await tick(0);
    await tick(1);
    await press(library, t('merge'));
    await untilCount(5);
    await press(library, t('undo'));
    await untilCount(6);
  });

  test('shows all about one work, with a headline of the reader’s own, and what it has to do with', async () => {
    await press(library, t('addHeadline'), 'button');
    await type(t('headline'), 'My own words');
    await library.keyboard.press('Tab');
    await until(async () =>
      library.evaluate(() => document.querySelector<HTMLInputElement>('.headline')?.value === 'My own words'),
    );
    const terns = (await titles()).find((title) => title.includes('part 0'))!;
    await library.evaluate((title) => {
      const entry = [...document.querySelectorAll('.item')].find(
        (item) => item.querySelector('h3')?.textContent === title,
      );
      entry!.querySelector<HTMLElement>('.all-of-work')!.click();
    }, terns);
    await until(() => library.$('.work-page .item'), { what: 'the work' });
    await until(async () => (await pageWords(library)).includes(t('relatedAuthor', 'Tern')), { what: 'related works' });
    expect(await violations(library, 'html')).toEqual([]);
    await press(library, t('backToList'));
    await untilCount(6);
  });

  test('looks up what is missing, once the reader has seen how many works and which services', async () => {
    const csl = { id: 'thin', type: 'article-journal', title: 'White lamps, as somebody noted it', DOI: TRIAL.doi };
    const items = [{ csl, title: [], remark: '', tags: [] }];
    const file = JSON.stringify({ items, passages: [], broken: [] });
    await say(library, 'runImport', { name: 'thin-work', from: '', slice: 0, file, label: 'CSL' });
    await untilCount(7);
    stage.world.clear();
    await library.evaluate((noted) => {
      const entry = [...document.querySelectorAll('.item')].find((item) => item.textContent?.includes(noted))!;
      entry.querySelector<HTMLInputElement>('.tick')!.click();
    }, csl.title);
    await choose(t('lookUpMany'), 'facts');
    await until(async () => (await pageWords(library)).includes('Crossref'), { what: 'the services by name' });
    expect(stage.strangersAsked()).toEqual([]);
    await picture(library, 'look-up-question');
    await press(library, t('lookUpBegin'), 'button');
    await until(async () => (await pageWords(library)).includes(TRIAL.journal), { what: 'what a service told' });
    await until(async () => (await pageWords(library)).includes(t('lookUpLearnt', 1)), { what: 'the end' });
    await picture(library, 'look-up-done');
    await press(library, t('undo'), '.look-up-bar button');
    await until(async () => !(await library.$('.look-up-bar')), { what: 'the bar to go' });
    await until(async () => !(await pageWords(library)).includes(TRIAL.journal), { what: 'what was told to be gone' });
  });
});
