// The views of which pictures are taken, and how a reader comes to each.
import { readFileSync } from 'node:fs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';

const click = async (page, selector) => {
  await until(() => page.$(selector), { what: selector });
  await page.evaluate((selector) => document.querySelector(selector).click(), selector);
};
/** Chooses in the list that has such an entry. */
const choose = (page, value) =>
  page.evaluate((value) => {
    const list = [...document.querySelectorAll('.toolbar select')].find((each) =>
      [...each.options].some((option) => option.value === value),
    );
    list.value = value;
    list.dispatchEvent(new Event('change', { bubbles: true }));
  }, value);
const passages = (order) => async (page) => {
  await click(page, '#tab-passages');
  await until(() => page.$('.passage'), { what: 'the passages' });
  await choose(page, order);
};
const works = (view) => async (page) => {
  await click(page, '#tab-items');
  await until(
    () => page.evaluate(() => [...document.querySelectorAll('.toolbar option')].some(({ value }) => value === 'cards')),
    {
      what: 'the reading list',
    },
  );
  await choose(page, view);
};

/** Views of the library, by name, in the order in which each is reached from the one before. */
export const LIBRARY_VIEWS = [
  ['passages-by-page', passages('page')],
  ['passages-by-work', passages('work')],
  ['passages-by-time', passages('newest')],
  ['works-list', works('list')],
  ['works-cards', works('cards')],
  ['works-grid', works('grid')],
  ['works-timeline', works('timeline')],
  [
    'topic',
    async (page) => {
      await works('list')(page);
      await click(page, '.open-collection');
      await until(() => page.$('.topic-title, .topic, .collection-name'), { what: 'the topic' });
    },
  ],
  [
    'bulk',
    async (page) => {
      await click(page, '.item .tick');
      await until(() => page.$('.bulk-bar'), { what: 'the bar for many' });
    },
  ],
  [
    'search',
    async (page) => {
      await click(page, '.item .tick');
      await page.focus('input[type="search"]');
      await page.keyboard.type('lapms');
      await until(() => page.$('.corrections'), { what: 'what was meant' });
    },
  ],
  [
    'import',
    async (page) => {
      await page.evaluate(() => document.querySelector('input[type="search"]').select());
      await page.keyboard.press('Backspace');
      await page.evaluate(() => {
        const field = document.querySelector('#import-text');
        field.value =
          '@article{a, title={On lamps}, author={Tarn, Ada}, year={2012}, doi={10.5555/new.1}}\n@article{broken, title={';
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
      await page.evaluate(() =>
        document.querySelector('#import-text').closest('section').querySelector('button').click(),
      );
      await until(() => page.evaluate(() => document.querySelectorAll('.import-told button').length > 0), {
        what: 'what it would bring',
      });
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details.exchange')) each.open = true;
        document.querySelector('.broken')?.setAttribute('open', '');
      });
    },
  ],
  [
    'trash-and-backups',
    async (page) => {
      await page.evaluate(() => {
        for (const each of document.querySelectorAll('details.exchange')) each.open = false;
      });
      await click(page, '#tab-trash');
      await until(() => page.$('#shelf[aria-labelledby="tab-trash"]'), { what: 'the trash' });
    },
  ],
  [
    'work',
    async (page) => {
      await works('list')(page);
      await click(page, '.all-of-work');
      await until(() => page.$('.work-page .item'), { what: 'the work' });
    },
  ],
];

const ownPage = (name) => async (driver) => {
  const page = await driver.extensionPage(name);
  await until(() => page.evaluate(() => document.body.textContent.trim().length > 40), { what: name });
  return page;
};
/** A page of the extension that is about the page in front. */
const besideArticle = (name) => async (driver, world) => {
  world.page(
    'https://journal.example/lamps',
    readFileSync(`${ROOT}tests/pages/article.html`, 'utf8').replaceAll('10.5555/lamp.2012.1', '10.5555/picture.0'),
  );
  await driver.newPage('https://journal.example/lamps');
  const page = await ownPage(name)(driver);
  await until(() => page.evaluate(() => /[1-9]\d*\s+citations/.test(document.body.textContent)), {
    what: 'the citations',
  });
  return page;
};

/** The other pages of the extension, by name. */
export const PAGES = [
  ['panel', besideArticle('sidepanel.html')],
  ['popup', besideArticle('popup.html')],
  ['options', ownPage('options.html')],
  ['welcome', ownPage('welcome.html')],
];
