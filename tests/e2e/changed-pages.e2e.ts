import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { pressInNote, selectText, until, useStage } from './stage';

const QUOTE =
  'Where the quay was left dark for a single winter, the colony doubled and the fishing fleet noticed nothing';
const BEFORE = 'Harbour masters have tried shades, shorter hours and no lamps at all. ';
const AFTER = '; whether that holds elsewhere is anybody’s guess.';
const SIBLING =
  'Where the pier was left dark for a single summer, the colony shrank and the ferry company complained for weeks.';
const URL = 'https://journal.example/quay';
const SAVED = `<p id="third">${BEFORE}<span id="to-save">${QUOTE}</span>${AFTER}</p>`;

const document = (main: string, head = '', tail = '') => `<!doctype html><html lang="en"><head><meta charset="utf-8">
<title>Dark quays</title><meta name="citation_doi" content="10.5555/quay.1">${head}</head>
<body><nav>Home · Birds · Harbours</nav><main id="main">${main}</main><footer>Printed by nobody</footer>${tail}</body></html>`;
const OPENING = '<p id="first">Nobody doubts that gulls sleep less than they did.</p>';
const SECOND = `<p id="second">${SIBLING}</p>`;
const FOURTH = '<p id="fourth">Three councils have published what they paid for their lamps.</p>';
const PAGE = document(OPENING + SECOND + SAVED + FOURTH);

const quoted = (words: string) => PAGE.replace(QUOTE, words);
const scripted = (script: string) => PAGE.replace('</body>', `<script>${script}</script></body>`);
const MAIN = 'const main = document.getElementById("main");';

const FRAMEWORK = readFileSync(createRequire(import.meta.url).resolve('preact'), 'utf8');
/**
 * Draws the article with a framework that keeps its nodes, and draws it anew ten times: words come and go, paragraphs change places,
 * and a part of the passage is another element each time. The framework fails where somebody else has moved its nodes.
 */
const DRAWN = `import { h, render } from '/framework.mjs';
const main = document.getElementById("main");
main.innerHTML = "";
const words = ${JSON.stringify(QUOTE)}.split("the colony");
const draw = (n) => render([
  ...(n % 2 ? [h("p", { key: "new" }, "A notice, number ", n)] : []),
  h("p", { key: "third" }, ${JSON.stringify(BEFORE)}, words[0], h(n % 2 ? "b" : "i", null, "the colony"), words[1], ${JSON.stringify(AFTER)}),
  h("p", { key: "second" }, ${JSON.stringify(SIBLING)}),
].sort((a, b) => (n % 3 ? 1 : -1) * (a.key < b.key ? -1 : 1)), main);
let n = 0;
const timer = setInterval(() => {
  try {
    draw(n);
    if (document.querySelectorAll("#main p").length !== 2 + (n % 2)) throw new Error();
  } catch {
    document.title = "Broken";
    clearInterval(timer);
  }
  if (++n < 10) return;
  clearInterval(timer);
  document.title = "Built";
}, 150);`;

/** What was done to the page, the page, and which words are to be painted; none where they are gone. */
const CHANGES: readonly [name: string, page: string, words?: string, url?: string][] = [
  ['nothing', PAGE, QUOTE],
  ['a word is another', quoted(QUOTE.replace('single', 'whole')), QUOTE.replace('single', 'whole')],
  [
    'three words are others',
    quoted(QUOTE.replace('quay', 'wharf').replace('doubled', 'grew').replace('noticed', 'saw')),
    QUOTE.replace('quay', 'wharf').replace('doubled', 'grew').replace('noticed', 'saw'),
  ],
  [
    'words were added',
    quoted(QUOTE.replace('the colony', 'the whole colony')),
    QUOTE.replace('the colony', 'the whole colony'),
  ],
  ['a word is gone', quoted(QUOTE.replace('fishing ', '')), QUOTE.replace('fishing ', '')],
  ['a letter is missing', quoted(QUOTE.replace('colony', 'colny')), QUOTE.replace('colony', 'colny')],
  ['its first word is another', quoted(QUOTE.replace('Where', 'When')), QUOTE.replace('Where', 'When')],
  [
    'the words around it are others',
    PAGE.replace(BEFORE, 'Some have tried shades. ').replace(AFTER, ', or so they say.'),
    QUOTE,
  ],
  ['its paragraph comes first', document(SAVED + OPENING + SECOND + FOURTH), QUOTE],
  ['its paragraph comes last', document(OPENING + SECOND + FOURTH + SAVED), QUOTE],
  ['all paragraphs are turned round', document(FOURTH + SAVED + SECOND + OPENING), QUOTE],
  [
    'a banner stands on top',
    PAGE.replace('<nav>', `<div>${'Please read this notice first. '.repeat(40)}</div><nav>`),
    QUOTE,
  ],
  [
    'advertisements stand between paragraphs',
    PAGE.replaceAll('<p ', '<div>Lamp oil, cheap, only today.</div><p '),
    QUOTE,
  ],
  ['wrappers are around it', PAGE.replace(SAVED, `<section><div><div>${SAVED}</div></div></section>`), QUOTE],
  ['its paragraph is part of a list', PAGE.replace(SAVED, `<ul><li>${BEFORE}${QUOTE}${AFTER}</li></ul>`), QUOTE],
  [
    'some of its words are links',
    quoted(QUOTE.replace('quay', '<a href="#q">quay</a>').replace('colony', '<b>colony</b>')),
    QUOTE,
  ],
  [
    'reference marks were put in',
    quoted(QUOTE.replace('doubled', 'doubled<sup>[4]</sup>')),
    QUOTE.replace('doubled', 'doubled[4]'),
  ],
  ['its white space is another', quoted(QUOTE.replaceAll(' ', '\n    ')), QUOTE],
  ['its spaces do not break', quoted(QUOTE.replaceAll(' ', '&nbsp;')), QUOTE],
  ['it has soft hyphens', quoted(QUOTE.replaceAll('ll', 'l&shy;l').replaceAll('th', 't&shy;h')), QUOTE],
  ['it is in capitals', quoted(QUOTE.toUpperCase()), QUOTE.toUpperCase()],
  [
    'everything around the article is in another language',
    PAGE.replace('Home · Birds · Harbours', 'Startseite · Vögel · Häfen').replace(
      'Printed by nobody',
      'Von niemandem gedruckt',
    ),
    QUOTE,
  ],
  [
    'a script tears its text apart',
    scripted('for (let i = 5; i < 60; i += 9) document.getElementById("to-save").lastChild.splitText(9);'),
    QUOTE,
  ],
  [
    'it is shown late',
    scripted(
      `${MAIN} const html = main.innerHTML; main.innerHTML = "Loading"; setTimeout(() => { main.innerHTML = html; }, 900);`,
    ),
    QUOTE,
  ],
  [
    'a framework builds it anew',
    scripted(
      `${MAIN} const html = main.innerHTML; document.title = "Building"; addEventListener("load", () => setTimeout(() => { main.innerHTML = html; document.title = "Built"; }, 300));`,
    ),
    QUOTE,
  ],
  [
    'it is built anew again and again',
    scripted(
      `${MAIN} const html = main.innerHTML; document.title = "Building"; let n = 0; const timer = setInterval(() => { main.innerHTML = html; if (++n < 5) return; clearInterval(timer); document.title = "Built"; }, 200);`,
    ),
    QUOTE,
  ],
  [
    'a framework draws it anew, node by node',
    // Not built until the framework says so.
    scripted(DRAWN).replace('<script>', '<script type="module">').replace('<title>Dark quays', '<title>Building'),
    QUOTE,
  ],
  [
    'it moved into a shadow root',
    scripted(
      `${MAIN} const html = main.innerHTML; main.innerHTML = ""; main.attachShadow({ mode: "open" }).innerHTML = html;`,
    ),
    QUOTE,
  ],
  ['it is folded away', PAGE.replace(SAVED, `<details><summary>More</summary>${SAVED}</details>`), QUOTE],
  [
    'somebody repeats it below',
    PAGE.replace('</main>', `<p id="comment">You wrote: ${QUOTE}. Really?</p></main>`),
    QUOTE,
  ],
  ['the page has another address', PAGE, QUOTE, 'https://mirror.example/2026/quay.html'],
  ['its paragraph is gone', PAGE.replace(SAVED, '')],
  [
    'other words stand in its place',
    quoted('Rain fell on the marquee all evening while the brass band played on regardless of it'),
  ],
  ['only a sentence like it is left', document(SECOND + FOURTH)],
  ['the page is another', document('<h1>Not found</h1><p>What you are looking for may have moved.</p>')],
];

const stage = useStage();

/** What is painted of the passage or its like, and in which paragraph. */
const painted = (page: Page): Promise<{ readonly words: string; readonly place: string | undefined }[]> =>
  page.evaluate(() =>
    [...(CSS.highlights?.values() ?? [])].flatMap((highlight) =>
      [...highlight]
        .map((range) => ({
          words: `${range}`.replaceAll('\u00ad', '').replace(/\s+/g, ' ').trim(),
          place: range.startContainer.parentElement?.closest('p')?.id,
        }))
        .filter(({ words }) => /left dark|colony|fleet/i.test(words)),
    ),
  );

test('a saved passage is found on a changed page, or nothing is painted', async () => {
  stage.world.page('https://journal.example/framework.mjs', {
    headers: { 'content-type': 'text/javascript' },
    body: FRAMEWORK,
  });
  const page = await stage.open(URL, PAGE);
  await selectText(page, '#to-save');
  await pressInNote(page, 'Green');
  await until(async () => (await painted(page)).length > 0, { what: 'the passage to be painted' });
  const wrong: string[] = [];
  for (const [name, html, words, url = URL] of CHANGES) {
    stage.world.page(url, html);
    await page.goto(url);
    const isThere = async () =>
      !/^(?:Building|Broken)$/.test(await page.title()) && (await painted(page)).some((one) => one.words === words);
    // What is not there has the time in which the page is looked through again.
    if (words) await until(isThere, { what: name, timeoutMs: 20_000 }).catch(() => {});
    else await new Promise((resolve) => setTimeout(resolve, 1500));
    const found = await painted(page);
    const isRight = words
      ? found.length === 1 && found[0]!.words === words && found[0]!.place !== 'comment'
      : found.length === 0;
    if (!isRight || (await page.title()) === 'Broken') wrong.push(`${name}: ${JSON.stringify(found)}`);
  }
  expect(wrong).toEqual([]);
  await page.close();
}, 240_000);
