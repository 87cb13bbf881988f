import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/lib/root.mjs';
import type { Probe } from './scanner-probe';
import { until, useStage } from './stage';

const PAGES = `${ROOT}tests/fixtures/pages/`;
const REFERENCES = '<ol class="references"><li id="r1">Miller J. A study. Journal of Examples 2001;1:2–3.</li></ol>';

declare const probe: Probe;

describe('the scanner', () => {
  const stage = useStage({ on: false });
  let code = '';
  let page: Page;
  beforeAll(async () => {
    const [built] = (await build({
      configFile: false,
      logLevel: 'silent',
      root: ROOT,
      build: {
        write: false,
        minify: false,
        lib: { entry: `${ROOT}tests/e2e/scanner-probe.ts`, formats: ['iife'], name: 'unused' },
      },
    })) as { output: { code: string }[] }[];
    code = built!.output[0]!.code;
  });
  afterAll(() => page?.close());

  const settle = async () => {
    await new Promise((next) => setTimeout(next, 30));
    // Two slow cores and other tests beside: settling is what is asked here, not how soon.
    await until(() => page.evaluate(() => probe.settled()), { what: 'the scanner to settle', timeoutMs: 40_000 });
  };
  const ADDRESS = 'https://scanned.journal.example/';
  const PROBE = `${ADDRESS}probe.js`;
  /** One tab for all of them, and the probe as a script of the page's own: to bring it in from outside takes a driver longer. */
  const scan = async (html: string) => {
    stage.world.page(ADDRESS, `<!doctype html><meta charset="utf-8"><script src="${PROBE}" defer></script>${html}`);
    stage.world.page(PROBE, { headers: { 'content-type': 'text/javascript; charset=utf-8' }, body: code });
    if (page) await page.goto(ADDRESS);
    else page = await stage.open(ADDRESS);
    await settle();
  };
  const said = () => page.evaluate(() => probe.said());

  test.each(readdirSync(PAGES))('finds what a careful reader sees: %s', async (slug) => {
    await scan(readFileSync(`${PAGES}${slug}/page.html`, 'utf8'));
    expect(await said()).toEqual(JSON.parse(readFileSync(`${PAGES}${slug}/expected.json`, 'utf8')));
  });

  test('takes each chapter’s numbers for its own notes, where every one counts anew', async () => {
    await scan(readFileSync(`${PAGES}chapters-that-count-anew/page.html`, 'utf8'));
    const begins = (await page.evaluate(() => probe.texts())).map((text) => text?.split(/[ ,]/, 1)[0]);
    expect(begins).toEqual(['Tarn', 'Weld', 'Reed', 'Fenn', 'Moor']);
  });

  test('reads a long page as far as the reader comes, what changes beyond, and all of it for who asks', async () => {
    const paragraph = (n: number) =>
      `<p id="p${n}">Terns were counted on the cliffs every spring of a long century, as number ${n} shows <a href="#r${1 + (n % 20)}">[${1 + (n % 20)}]</a>.</p>`;
    const numbers = Array.from({ length: 400 }, (_, n) => n);
    const entry = (n: number) => `<li id="r${n + 1}">Miller J. Study ${n}. Journal of Examples 2001;${n}:2–3.</li>`;
    // Tall paragraphs: however large the window is, what is read at once reaches far below what is near it.
    await scan(
      `<style>p { height: 120px }</style><main>${numbers.map(paragraph).join('')}<h2>References</h2><ol>${numbers.slice(0, 20).map(entry).join('')}</ol></main>`,
    );
    const known = () => page.evaluate(() => probe.known());
    expect(await known()).toBeGreaterThan(60);
    expect(await known()).toBeLessThan(200);
    // What is pointed at is known at once, once.
    const before = await known();
    expect(await page.evaluate(() => probe.at(document.querySelector('#p390 a')))).toBe('[11]');
    expect(await page.evaluate(() => probe.at(document.querySelector('#p390 a')))).toBe('[11]');
    expect(await known()).toBe(before + 1);
    await page.evaluate(() => {
      document.querySelector('#p380 a')!.textContent = '[7]';
      document.querySelector('#p381')!.remove();
      document
        .querySelector('#p370')!
        .insertAdjacentHTML(
          'beforebegin',
          '<p>A colony that nobody had seen before was found in autumn <a href="#r3">[3]</a>.</p>',
        );
    });
    await until(async () => (await known()) === before + 3, { what: 'what has changed' });
    // Far below, and nothing between: what is in the window is read with all above it.
    await page.evaluate(() => document.querySelector('#p300')!.scrollIntoView({ behavior: 'instant' }));
    await until(async () => (await known()) > 300, { what: 'what has come near the window' });
    await settle();
    const all = numbers.map((n) => (n === 380 ? '[7]' : `[${1 + (n % 20)}]`));
    all.splice(381, 1);
    all.splice(370, 0, '[3]');
    const labels = (await said()).map((words) => /\[\d+\]/.exec(words)?.[0]);
    expect(labels).toEqual(all);
    expect(await known()).toBe(all.length);
  });

  test('keeps a range and its members in one cluster', async () => {
    await scan(readFileSync(`${PAGES}numbered/page.html`, 'utf8'));
    expect(await page.evaluate(() => probe.cluster('4'))).toEqual(['1', '2', '3', '4']);
  });

  test('knows the members of a range at the dash between its ends, and nothing beside it', async () => {
    const entry = (n: number) => `<li id="r${n}">Miller J. Study ${n}. Journal of Examples 2001;${n}:2–3.</li>`;
    await scan(
      `<p id="p">Gulls came at dusk [<a href="#r1">1</a>&ndash;<a href="#r3">3</a>] to the harbour.</p>
       <h2>References</h2><ol>${[1, 2, 3].map(entry).join('')}</ol>`,
    );
    const labels = await page.evaluate(() => {
      const texts = [...document.querySelector('#p')!.childNodes].filter((node) => node.nodeType === 3);
      const under = (node: Node | undefined, offset: number) => {
        const range = document.createRange();
        range.setStart(node!, offset);
        range.setEnd(node!, offset + 1);
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return probe.under((left + right) / 2, (top + bottom) / 2) ?? '';
      };
      return [under(texts[0], 2), under(texts[1], 0), under(texts[2], 5)];
    });
    expect(labels).toEqual(['', '2', '']);
  });

  test('finds what is added, once, in document order; forgets what is removed', async () => {
    await scan(`<p>One [<a href="#r1">1</a>].</p>${REFERENCES}`);
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('afterbegin', '<p>New: <a href="https://doi.org/10.5555/new">new</a>.</p>'),
    );
    await settle();
    expect(await said()).toEqual(['identifier-link new doi:10.5555/new', 'marker 1 → r1']);
    await page.evaluate(() => document.querySelector('p')!.append(' More words.'));
    await settle();
    expect(await said()).toHaveLength(2);
    await page.evaluate(() => document.querySelector('p')!.remove());
    await settle();
    expect(await said()).toEqual(['marker 1 → r1']);
  });

  test('finds the reference of a citation when the list comes later', async () => {
    await scan('<p>One [<a href="#ref1">1</a>].</p>');
    expect(await page.evaluate(() => probe.texts())).toEqual(['']);
    await page.evaluate(
      (list) => document.body.insertAdjacentHTML('beforeend', list),
      REFERENCES.replace('r1', 'ref1'),
    );
    await settle();
    expect(await page.evaluate(() => probe.texts())).toEqual(['Miller J. A study. Journal of Examples 2001;1:2–3.']);
  });

  test('looks into open shadow roots, by their own ids', async () => {
    const inner = `<p>One [<a href="#r1">1</a>].</p>${REFERENCES}`;
    await scan(`<section><template shadowrootmode="open">${inner}</template></section>`);
    expect(await said()).toEqual(['marker 1 → r1']);
    expect(await page.evaluate(() => probe.at(document.querySelector('section')!.shadowRoot!.querySelector('a')))).toBe(
      '1',
    );
  });

  test('has a gate that opens where a reader sees a number, and for nothing that nobody sees', async () => {
    const cited = '<p>Gulls rest [3] in winter.</p>';
    const long = `<p>${'The gulls came back to the harbour. '.repeat(30)}</p>`.repeat(80);
    const open = [
      cited,
      '<p>Gulls rest [<b>3</b>] in winter.</p>',
      `<div><script>1</script>${cited}</div>`,
      `<main>${long}${cited}</main>`,
      `<main>${cited}${long}</main>`,
      `<ul>${'<li>Gull</li>'.repeat(200)}<li>Terns [3]</li></ul>`,
      `${long}<x-gull data-shadow="${cited}"></x-gull>`,
      `${long}<div data-shadow="${cited}"></div>`,
    ];
    const shut = [
      `<main>${long}</main>`,
      '<div><script>rest[3]; // doi:10.5555/x</script><p>Gulls rest.</p></div>',
      '<div><style>a[b="[3]"]{}</style><p>Gulls rest.</p></div>',
      '<p>Gulls rest.</p><textarea>Gulls rest [3].</textarea>',
      '<p>Gulls rest.<!-- [3] --></p>',
    ];
    await scan('');
    for (const html of [...open, ...shut])
      expect(await page.evaluate((page) => probe.opens(page), html), html.slice(-200)).toBe(open.includes(html));
  });

  test('survives a hundred thousand links and a word of a megabyte', async () => {
    await scan('<p id="p"></p>');
    await page.evaluate(() => {
      document.body.insertAdjacentHTML(
        'beforeend',
        `<p>${'<a href="#x">x</a> '.repeat(100_000)}</p><p>${'10.5555/'.repeat(130_000)}</p>`,
      );
      document.body.insertAdjacentHTML('beforeend', '<p>See doi:10.5555/after.</p>');
    });
    await settle();
    expect(await said()).toContain('bare-identifier doi:10.5555/after doi:10.5555/after');
  });

  test('is silent and deaf once aborted', async () => {
    await scan(`<p>One [<a href="#r1">1</a>].</p>${REFERENCES}`);
    await page.evaluate(() => {
      probe.abort();
      document.body.append('doi:10.5555/late');
    });
    await new Promise((next) => setTimeout(next, 400));
    expect(await said()).toEqual([]);
  });
});
