// From a service's answer to its summary on the screen, and the work of our own before the first words of a work already known, in
// real Chromium.
import { launch } from '../lib/driver.mjs';
import { ROOT } from '../lib/root.mjs';
import { until } from '../lib/until.mjs';
import { json } from '../lib/world.mjs';
import { hover, openPage } from './latency.mjs';
import { median, percentile, tenth } from './numbers.mjs';

const ADDRESS = 'https://encyclopedia.example/summaries';
/** How long each service takes to answer, milliseconds. The first has the summary. */
const SERVICES = { 'api.crossref.org': 80, 'api.openalex.org': 200, 'www.ebi.ac.uk': 2000 };
const doiOf = (n) => `10.5555/summary.${n}`;
/** A summary that no other work has: a note that is about to close is not to be taken for the next. */
const wordsOf = (doi) =>
  `Lamps on quays were dimmed by night, and gulls slept longer in each of forty harbours, as told in ${doi}.`;

/** A page that cites works which no cache knows. */
function citing(count) {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const marker = (n) => `<p>Gulls were counted in harbour ${n}.<sup><a href="#r${n}">[${n + 1}]</a></sup></p>`;
  const entry = (n) =>
    `<li id="r${n}">Tarn A. Lamps of harbour ${n}. Annals of Harbour Birds 2012;${n}:1–9. <a href="https://doi.org/${doiOf(n)}">doi:${doiOf(n)}</a></li>`;
  return `<!doctype html><meta charset="utf-8"><title>Lamps</title>${numbers.map(marker).join('')}<h2>References</h2><ol>${numbers.map(entry).join('')}</ol>`;
}

const record = (doi) => ({
  status: 'ok',
  'message-type': 'work',
  message: {
    DOI: doi,
    type: 'journal-article',
    title: [`Lamps, as told in ${doi}`],
    'container-title': ['Annals of Harbour Birds'],
    author: [{ family: 'Tarn', given: 'Ada', sequence: 'first' }],
    issued: { 'date-parts': [[2012, 3]] },
    abstract: `<jats:p>${wordsOf(doi)}</jats:p>`,
  },
});

/** Watches, from the extension's own world, which alone sees into its notes, for a frame with some words; the time since 1970. */
const watch = (words) => `(() => {
  globalThis.benchSeen = undefined;
  const roots = new Set();
  const watcher = new MutationObserver(look);
  function look() {
    for (const host of document.querySelectorAll('[popover]')) {
      const root = chrome.dom.openOrClosedShadowRoot(host);
      if (!root) continue;
      if (!roots.has(root)) watcher.observe(root, { childList: true, characterData: true, subtree: true });
      roots.add(root);
      if (!root.textContent.includes(${JSON.stringify(words)})) continue;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => { globalThis.benchSeen = performance.timeOrigin + performance.now(); }));
      return;
    }
  }
  watcher.observe(document, { childList: true, subtree: true });
  look();
})()`;

/** What any page needs to ask the fastest service itself and write its words down; the time since 1970 of the frame with them. */
async function askBarely(address) {
  const { message } = await (await fetch(address)).json();
  document.body.append(message.abstract);
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.timeOrigin + performance.now();
}

/** Milliseconds of the page's thread in scripts, styles and layout. */
async function work(session) {
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name) => metrics.find((metric) => metric.name === name).value * 1000;
  return of('ScriptDuration') + of('LayoutDuration') + of('RecalcStyleDuration');
}

/**
 * Rows `summary.after-fastest`: from the moment the fastest service has answered, while others take longer, to the frame with its
 * summary; `summary.after-fastest.bare`: the same where the page itself asks and writes plain words; `summary.own-work`: scripts, styles and layout in the page for the note of a work that is already known.
 *
 * @param {import('../lib/world.mjs').World} world
 * @param {number} runs
 */
export async function summary(world, runs) {
  let answered = 0;
  world.page(ADDRESS, citing(runs + 1));
  for (const [host, delay] of Object.entries(SERVICES)) {
    world.handle(host, async ({ path }) => {
      const doi = /10\.5555\/summary\.\d+/.exec(decodeURIComponent(path))?.[0];
      await new Promise((done) => setTimeout(done, delay));
      if (delay > 80 || !doi) return { ...json({}), status: 404 };
      answered = performance.timeOrigin + performance.now();
      return json(record(doi), { headers: { 'access-control-allow-origin': '*' } });
    });
  }
  const driver = await launch({ browser: 'chromium', world, extensionDir: `${ROOT}.output/chrome-mv3` });
  try {
    const options = await driver.extensionPage('options.html');
    await options.evaluate(() => chrome.storage.local.set({ settings: { version: 1, lookUp: 'on-open' } }));
    await options.close();
    const opened = await openPage(driver, ADDRESS);
    const session = await opened.page.createCDPSession();
    await session.send('Performance.enable');
    const seen = () => until(() => opened.ask('globalThis.benchSeen'), { what: 'the summary' });
    const delays = [];
    const bare = [];
    const works = [];
    for (let run = 0; run <= runs; run++) {
      await opened.ask(watch(wordsOf(doiOf(run))));
      await hover(opened, run);
      const at = await seen();
      // The first brings the scripts along.
      if (run > 0) delays.push(at - answered);
    }
    for (let run = 0; run <= runs; run++) {
      const address = `https://api.crossref.org/works/${encodeURIComponent(doiOf(run))}`;
      const at = await opened.page.evaluate(askBarely, address);
      if (run > 0) bare.push(at - answered);
    }
    for (let run = 1; run <= runs; run++) {
      const before = await work(session);
      await hover(opened, run);
      works.push((await work(session)) - before);
    }
    return [
      { id: 'summary.after-fastest', value: tenth(median(delays)), unit: 'ms', runs },
      { id: 'summary.after-fastest.bare', value: tenth(median(bare)), unit: 'ms', runs },
      { id: 'summary.after-fastest.p95', value: tenth(percentile(delays, 95)), unit: 'ms', runs },
      { id: 'summary.own-work', value: tenth(median(works)), unit: 'ms', runs },
    ];
  } finally {
    await driver.close();
  }
}
