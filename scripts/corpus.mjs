// What the built extension finds on every page of a corpus folder, in real Chromium, written as JSON for a scorer.
//   npm run corpus -- --corpus DIR [--list FILE] --out FILE [--extension DIR]
// DIR holds INDEX.json: rows of { file, url, encoding }. Each page is served at its row's address, or at an invented one, and
// everything else is offline. Rows of the output: { page, ms, error?, markers, references }.
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './lib/driver.mjs';
import { ROOT } from './lib/root.mjs';
import { until } from './lib/until.mjs';

/** Longest wait for a page to settle, milliseconds. */
const PATIENCE_MS = 30_000;

/** How the scorer calls what we call otherwise. */
const KINDS = { 'bare-identifier': 'identifier-text' };

/** Runs in the extension's own world of the page; its result crosses to here as JSON. */
function readDoor() {
  const links = [...document.body.querySelectorAll('a')].filter((a) => !a.closest('noscript,template'));
  const indexes = new Map(links.map((link, index) => [link, index]));
  const textBefore = ({ startContainer, startOffset }) => {
    const walker = document.createTreeWalker(startContainer.getRootNode(), NodeFilter.SHOW_TEXT);
    walker.currentNode = startContainer;
    let text = startContainer.data?.slice(0, startOffset) ?? '';
    while (text.replace(/\s+/g, ' ').length < 80 && walker.previousNode()) {
      if (!walker.currentNode.parentElement?.closest('script,style,noscript,template')) {
        text = walker.currentNode.data + text;
      }
    }
    return text.replace(/\s+/g, ' ').slice(-60);
  };
  const short = ({ id, text, identifiers }) => ({ ...(id && { id }), text: text.slice(0, 400), identifiers });
  const references = new Map();
  // A label without a link that stands for several entries is one row.
  let last;
  const rows = globalThis.__door.scanner.citations().filter(({ range, link }) => {
    const isSame = last?.startContainer === range.startContainer && last.startOffset === range.startOffset;
    last = range;
    return link || !isSame;
  });
  const markers = rows.map(({ citation, range, link }) => {
    const { kind, label, identifiers, reference } = citation;
    if (reference?.text) references.set(reference.id ?? reference.text, short(reference));
    return {
      aIndex: (link && indexes.get(link)) ?? null,
      text: label,
      before: textBefore(range),
      kind,
      ...(reference?.id && { referenceId: reference.id }),
      ...(reference?.text && { referenceText: reference.text.slice(0, 400) }),
      identifiers,
    };
  });
  return JSON.stringify({ markers, references: [...references.values()] });
}

/** Loads one page and reads what was found on it. */
async function readPage(driver, { file, url, encoding }, body, number) {
  const address = url && /^https?:/.test(url) ? url : `https://page-${number}.example/`;
  const page = await driver.newPage();
  const session = await page.createCDPSession();
  const errors = [];
  let world;
  const isOurs = (context) => context?.origin === driver.extensionOrigin;
  session.on('Runtime.executionContextCreated', ({ context }) => {
    if (isOurs(context) && context.auxData?.frameId === page.mainFrame()._id) world = context.id;
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: details }) => {
    const text = details.exception?.description ?? details.text;
    if (details.url?.startsWith(driver.extensionOrigin) || text.includes(driver.extensionOrigin)) errors.push(text);
  });
  session.on('Runtime.consoleAPICalled', ({ type, executionContextId, args }) => {
    if (type === 'error' && executionContextId === world) errors.push(args[0]?.description ?? 'console.error');
  });
  try {
    await session.send('Runtime.enable');
    await page.setRequestInterception(true);
    let isServed = false;
    page.on('request', (request) => {
      const isPage = !isServed && request.isNavigationRequest() && request.frame() === page.mainFrame();
      if (!isPage) return void request.abort('internetdisconnected');
      isServed = true;
      return void request.respond({ status: 200, contentType: `text/html; charset=${encoding ?? 'utf-8'}`, body });
    });
    const start = performance.now();
    await page.goto(address, { waitUntil: 'domcontentloaded', timeout: PATIENCE_MS });
    const evaluate = async (expression) => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        contextId: world,
        awaitPromise: true,
      });
      if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
      return result.value;
    };
    await until(() => world !== undefined && evaluate('globalThis.__door?.scanner.settled === true'), {
      timeoutMs: PATIENCE_MS,
      what: 'the scanner to settle',
    });
    const ms = Math.round(performance.now() - start);
    // A part of the page that has just come near may be being read.
    await evaluate('globalThis.__door.scanner.readAll()');
    const found = JSON.parse(await evaluate(`(${readDoor})()`));
    for (const marker of found.markers) marker.kind = KINDS[marker.kind] ?? marker.kind;
    return { page: file, ms, ...(errors.length > 0 && { error: errors.join('\n') }), ...found };
  } catch (error) {
    return { page: file, ms: 0, error: [error.message, ...errors].join('\n'), markers: [], references: [] };
  } finally {
    await page.close().catch(() => {});
  }
}

const { values: options } = parseArgs({
  options: {
    corpus: { type: 'string' },
    list: { type: 'string' },
    out: { type: 'string' },
    extension: { type: 'string', default: join(ROOT, '.output/chrome-mv3') },
  },
});
if (!options.corpus || !options.out) {
  console.error('Usage: npm run corpus -- --corpus DIR [--list FILE] --out FILE [--extension DIR]');
  process.exit(2);
}
const lines = options.list && readFileSync(options.list, 'utf8').split('\n');
const listed = lines && new Set(lines.map((line) => line.trim()).filter((line) => line && !line.startsWith('#')));
const index = JSON.parse(readFileSync(join(options.corpus, 'INDEX.json'), 'utf8'));
const rows = index.filter(({ file }) => !listed || listed.has(file));
const driver = await launch({ browser: 'chromium', extensionDir: resolve(options.extension) });
const results = [];
try {
  for (const row of rows) {
    const body = readFileSync(join(options.corpus, row.file));
    const result = await readPage(driver, row, body, results.length + 1);
    results.push(result);
    if (result.error) console.error(`${row.file}: ${result.error}`);
  }
} finally {
  await driver.close();
}
writeFileSync(options.out, JSON.stringify(results));
const found = results.reduce((sum, { markers }) => sum + markers.length, 0);
console.log(`${results.length} pages, ${found} citations, ${results.filter(({ error }) => error).length} errors.`);
