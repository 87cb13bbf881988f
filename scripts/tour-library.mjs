import { until } from './lib/until.mjs';
import { readBack } from './tour-exports.mjs';
import { oneLine, wordsOf } from './tour-page.mjs';
import { SAVED } from './tour-passages.mjs';
import { must } from './tour-report.mjs';

const SAVED_WORKS = ['10.1136/bmj.e8501', '10.7326/0003-4819-157-9-201211060-00544'].sort();

/** Presses the first button or link of a page of the extension whose words match. */
async function pressButton(page, words) {
  const handle = await until(
    async () => {
      const found = await page.evaluateHandle(
        (source, flags) =>
          [...document.querySelectorAll('button, a, [role=tab]')].find((each) =>
            new RegExp(source, flags).test(each.textContent),
          ),
        words.source,
        words.flags,
      );
      return found.asElement();
    },
    { what: `a button that says ${words}` },
  );
  await handle.click();
}

/** The popup: over the demo page where the browser's toolbar can be pressed, else as a page of its own. */
async function openPopup(driver, page) {
  if (driver.name === 'firefox') return driver.extensionPage('popup.html');
  await page.bringToFront();
  const [extension] = (await driver.browser.extensions()).values();
  await extension.triggerAction(page);
  const target = await driver.browser.waitForTarget((each) => each.url().endsWith('/popup.html'), { timeout: 5000 });
  return target.asPage();
}

/**
 * The library with what was saved, the files it exports, the popup and the options.
 *
 * @param {import('./tour.mjs').Scene} scene
 */
export async function visitLibrary({ driver, page, report }) {
  const { step, picture, keep } = report;
  let library;

  await step('The library shows the works, and where they were met', async () => {
    library = await driver.extensionPage('library.html');
    const words = await until(
      async () => {
        const shown = await wordsOf(library);
        return /SIPS trial/.test(shown) && /Behavioral Counseling/.test(shown) && shown;
      },
      { what: 'the two saved works' },
    );
    must(/Met (on|in)/.test(words), 'it does not say where they were met');
    await library.evaluate(() => {
      for (const details of document.querySelectorAll('details.encounters')) details.open = true;
    });
    const sentences = await library.evaluate(() =>
      [...document.querySelectorAll('.encounters q')].map((q) => q.textContent),
    );
    await picture(library, '15-reading-list');
    for (const words of [/did no better than a leaflet/, /pool the trials nearly every year/]) {
      must(
        sentences.some((sentence) => words.test(sentence)),
        `no sentence that ${words.source}; it has: ${sentences.join(' ⁄ ') || 'none'}`,
      );
    }
    return '2 works, with the sentences that cite them';
  });

  await step('It shows the passage with its remark', async () => {
    await pressButton(library, /^Passages/);
    await until(
      async () => {
        const words = await wordsOf(library);
        const remarks = await library.evaluate(() =>
          [...document.querySelectorAll('textarea')].map(({ value }) => value).join(' '),
        );
        return SAVED.words.test(words) && `${words} ${remarks}`.includes(SAVED.remark);
      },
      { what: 'the passage and its remark' },
    );
    await picture(library, '16-passages');
    const quote = await library.evaluate(() => document.querySelector('.passage blockquote').textContent);
    must(oneLine(quote) === SAVED.quote, `it quotes words that were not selected: “${oneLine(quote)}”`);
    return `“${SAVED.remark}”`;
  });

  for (const [label, extension] of [
    ['BibTeX', 'bib'],
    ['RIS', 'ris'],
    ['CSL-JSON', 'json'],
  ]) {
    await step(`The reading list is exported as ${label} and read back`, async () => {
      await pressButton(library, new RegExp(`^${label}$`));
      const { name, text } = await driver.download(new RegExp(`\\.${extension}$`));
      keep(name, text);
      const { dois, readers } = readBack(extension, text);
      must(dois.join() === SAVED_WORKS.join(), `it holds ${dois.join(', ') || 'no DOI'}`);
      return `${name}: 2 works, by ${readers}`;
    });
  }

  await step('Works and passages are exported as Markdown', async () => {
    await pressButton(library, /^Markdown$/);
    const { name, text } = await driver.download(/\.md$/);
    keep(name, text);
    const plain = text.replace(/\\(?=[!-/:-@[-`{-~])/g, '').replace(/\s+/g, ' ');
    for (const doi of SAVED_WORKS) must(plain.includes(doi), `${doi} is missing`);
    must(SAVED.words.test(plain) && plain.includes(SAVED.remark), 'the passage or its remark is missing');
    return `${name}: 2 works, 1 passage and its remark`;
  });

  await step('The popup counts what was found here', async () => {
    const popup = await openPopup(driver, page);
    const words = await until(
      async () => {
        const shown = oneLine(await wordsOf(popup));
        return (driver.name === 'firefox' ? /On everywhere/ : /\d+ citations/).test(shown) && shown;
      },
      { what: 'the popup to have its count' },
    );
    await picture(popup, '17-popup');
    await popup.close();
    if (driver.name === 'firefox') return 'opened as a page of its own: no driver can press Firefox’s toolbar';
    const count = /(\d+) citations/.exec(words)?.[1];
    must(Number(count) >= 40, `it says: ${words}`);
    return `${count} citations`;
  });

  await step('The options show services and delays', async () => {
    const options = await driver.extensionPage('options.html');
    await until(async () => /Europe PMC/.test(await wordsOf(options)), { what: 'the services in the options' });
    await picture(options, '18-options');
    await options.close();
    await library.close();
    return undefined;
  });
}
