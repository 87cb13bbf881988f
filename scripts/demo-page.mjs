// Serves the demo topic page, in two editions: as first met, and as its author left it after a revision.
import { readFileSync } from 'node:fs';

const folder = new URL('../demo/', import.meta.url);

/** Where the demo stands when every host name leads to a local world. */
export const DEMO_HOST = 'evidence-shelf.example';
export const DEMO_PATH = '/topics/brief-advice';

/** No inline script or style, nothing from elsewhere, no strings as markup: what the strictest sites send. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

const FILES = {
  '/topics/topic.css': ['topic.css', 'text/css; charset=utf-8'],
  '/topics/topic.js': ['topic.js', 'text/javascript; charset=utf-8'],
  '/topics/icon.svg': ['icon.svg', 'image/svg+xml'],
};

/** What the author changed in the second edition: `[words before, words after]`. Each stands once in the page. */
export const REVISION = [
  [
    'Last revised <time datetime="2026-09-02">2 September 2026</time>',
    'Last revised <time datetime="2026-11-20">20 November 2026</time>',
  ],
  [
    '<p class="opening">Most people whose drinking may harm them never see a specialist, but nearly all of them see a family doctor or a practice nurse.',
    '<p>This page was revised in November. The argument is as it was; some sentences have been put more plainly.</p>\n\n  <p class="opening">Few people whose drinking may harm them ever see a specialist. Nearly all of them see a family doctor or a practice nurse.',
  ],
  ['drank on average about', 'drank on average some'],
  ['Longer counselling seemed to add little.', 'Longer counselling appeared to add very little.'],
  [
    ', so the benefit has shrunk as the trials have come nearer to everyday care.',
    ': the benefit has shrunk as trials have come nearer to everyday care.',
  ],
];

/**
 * The page's HTML.
 *
 * @param {1 | 2} edition
 * @throws {Error} When a change no longer fits the page.
 */
export function demoHtml(edition) {
  let page = readFileSync(new URL('index.html', folder), 'utf8');
  if (edition === 1) return page;
  for (const [before, after] of REVISION) {
    if (page.split(before).length !== 2)
      throw new Error(`The demo page does not hold these words exactly once: ${before}`);
    page = page.replace(before, () => after);
  }
  return page;
}

/**
 * Lets a local world answer for the demo's host.
 *
 * @param {import('./lib/world.mjs').World} world
 * @param {string} [host] As which name; `localhost` where a browser keeps the real network.
 * @returns {{ url: string, revise: () => void }} The page's address, and the author's revision of it.
 */
export function serveDemo(world, host = DEMO_HOST) {
  let edition = /** @type {1 | 2} */ (1);
  world.handle(host, ({ url }) => {
    if (url.pathname === DEMO_PATH) {
      return {
        headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': POLICY },
        body: demoHtml(edition),
      };
    }
    const file = FILES[url.pathname];
    if (file) return { headers: { 'content-type': file[1] }, body: readFileSync(new URL(file[0], folder)) };
    if (url.pathname === '/') return { status: 302, headers: { location: DEMO_PATH } };
    return undefined;
  });
  const origin = host === 'localhost' ? `http://localhost:${world.port}` : `https://${host}`;
  return {
    url: origin + DEMO_PATH,
    revise() {
      edition = 2;
    },
  };
}
