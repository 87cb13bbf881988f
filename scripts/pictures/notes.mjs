// Notes as services may answer and pages may be: how each is reached, and pictures of it at both widths, light and dark.
import { openPage } from '../bench/latency.mjs';
import { until } from '../lib/until.mjs';
import { html, json } from '../lib/world.mjs';

const CROSSREF = 'api.crossref.org';
const DATACITE = 'api.datacite.org';
const DOI = '10.5555/picture.note';
const WIDTHS = [360, 1200];
const TITLE = 'White lamps and the sleep of gulls: a trial in forty harbours';
const ABSTRACT = [
  'Lamps on quays have become brighter. Whether gulls mind is not known.',
  'Forty harbours were given white or amber lamps by the toss of a coin, and 812 sleepers were counted by night.',
  'Under white lamps gulls lost two hours of sleep a night. Under amber lamps they lost a quarter of an hour.',
  'Amber lamps are kinder to gulls than white ones.',
]
  .map(
    (text, at) =>
      `<jats:sec><jats:title>${['Background', 'Methods', 'Results', 'Conclusions'][at]}</jats:title><jats:p>${text}</jats:p></jats:sec>`,
  )
  .join('');

/** Crossref's record of a work that nobody wrote. */
const record = (more = {}) =>
  json({
    status: 'ok',
    'message-type': 'work',
    message: {
      DOI,
      type: 'journal-article',
      title: [TITLE],
      'container-title': ['Annals of Harbour Birds'],
      author: ['Tarn', 'Weld', 'Quill', 'Moss'].map((family) => ({ family, given: 'Ada' })),
      issued: { 'date-parts': [[2012, 3]] },
      volume: '12',
      issue: '3',
      page: '131-137',
      abstract: ABSTRACT,
      ...more,
    },
  });
const math =
  '<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mfrac><mml:msub><mml:mi>x</mml:mi><mml:mn>2</mml:mn></mml:msub><mml:msqrt><mml:mi>y</mml:mi></mml:msqrt></mml:mfrac></mml:math>';
const update = (type, year = 2015) => ({
  DOI: `10.5555/${type}.${year}`,
  type,
  updated: { 'date-parts': [[year, 1, 2]] },
});
const updated = (...updates) => record({ 'updated-by': updates });

/** What the service may answer, by name. */
const ANSWERS = {
  trial: record(),
  retracted: updated(update('retraction')),
  'partly-retracted': updated(update('partial_retraction')),
  reinstated: updated(update('retraction'), update('reinstatement', 2016)),
  'in-doubt': updated(update('expression_of_concern')),
  'corrected-and-newer': updated(update('correction'), update('new_version', 2016)),
  'withdrawn-preprint': record({
    type: 'posted-content',
    'container-title': [],
    title: [`WITHDRAWN: ${TITLE}`],
    abstract: '<jats:p>The authors have withdrawn this manuscript: half of the gulls were counted twice.</jats:p>',
  }),
  'preprint-that-appeared': record({
    type: 'posted-content',
    'container-title': [],
    relation: { 'is-preprint-of': [{ 'id-type': 'doi', id: '10.5555/article' }] },
  }),
  'title-of-2000': record({ title: [`${'Amber lamps and gulls '.repeat(90)}end`] }),
  'title-without-spaces': record({ title: ['Amberlamps'.repeat(100)] }),
  'authors-400': record({ author: Array.from({ length: 400 }, (_, n) => ({ family: `Author${n}`, given: 'Ada' })) }),
  'abstract-of-30000': record({ abstract: `<jats:p>${'Gulls slept under lamps. '.repeat(1200)}</jats:p>` }),
  'title-right-to-left': record({ title: ['أثر المصابيح البيضاء في نوم النوارس: تجربة في أربعين مرفأ'] }),
  emoji: record({ title: ['🔦 x² + ∑ᵢ yᵢ ≤ ∞ ⇒ 🐦‍⬛ sleeps'] }),
  mathml: record({ title: [`Sleep as <i>f</i>(${math}) in <i>Larus</i> under H<sub>2</sub>O lamps`] }),
  'nothing-but-title': record({ abstract: undefined, author: undefined, issued: undefined, 'container-title': [] }),
  unknown: { status: 404, body: 'Resource not found.' },
  refused: { status: 429, headers: { 'retry-after': '60' }, body: 'Too many requests' },
  unreachable: { drop: true },
  waiting: { hang: true },
};

const page = (style, { root = '', link = `<a class="target" href="#ref-1">[1]</a>` } = {}) =>
  `<!doctype html><html lang="en" ${root}><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Quays</title>
  <style>:root { color-scheme: light dark } body { margin: 40px 24px; font: 17px/1.6 serif } ${style}</style><main><h1>Quays</h1>
  <p>In a trial of forty harbours gulls lost two hours of sleep a night under white lamps<sup>${link}</sup>, as others had said.</p>
  <p>${'Whether that holds on larger quays nobody has looked at. '.repeat(12)}</p>
  <ol class="references"><li id="ref-1">Tarn, A. (2012). “${TITLE}”. <i>Annals of Harbour Birds</i> 12 (3). doi:${DOI}</li></ol></main></html>`;
const strict =
  "default-src 'none'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** How long it takes until a service is given up, milliseconds. */
const FAILING_MS = 4000;
const isFailing = ({ status, drop }) => Boolean(status || drop);

/** What the page may be, by name. */
const PAGES = {
  plain: page(''),
  'all-unset': page('* { all: unset !important }'),
  'root-10px': page('html { font-size: 10px } body { font: 1.6rem/1.5 serif }'),
  'giant-z': page('main * { position: relative; z-index: 2147483647 !important }'),
  'zoom-2': page('html { zoom: 2 }'),
  'right-to-left': page('', { root: 'dir="rtl"' }),
  'strict-policy': {
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': strict },
    body: page(''),
  },
  cluster: page('', {
    link: `(${[1, 2, 3].map((n) => `<a class="target" href="https://doi.org/${DOI}.${n}">${n}</a>`).join(' ')})`,
  }),
  'title-of-a-word': page('', {
    link: '<abbr class="target" title="Gull Sleep Inventory, a scale from 0 to 40">GSI</abbr>',
  }),
};

/** The states of a note of which pictures are taken: `PAGE.ANSWER`, and whether look-ups are allowed. */
const STATES = [
  ['plain', 'trial', 'unasked'],
  ['plain', 'trial', 'on-press'],
  ...Object.keys(PAGES)
    .slice(1)
    .map((name) => [name, 'trial', 'on-open']),
  // What no service answers comes last: it is left alone for a while afterwards.
  ...Object.keys(ANSWERS).map((answer) => ['plain', answer, 'on-open']),
];

async function allow(driver, lookUp) {
  const options = await driver.extensionPage('options.html');
  await options.evaluate(async (lookUp) => {
    const { settings } = await chrome.storage.local.get('settings');
    const change = { lookUp, sourcesOff: ['openalex', 'europe-pmc'] };
    await chrome.storage.local.set({ settings: { version: 1, ...settings, ...change } });
  }, lookUp);
  await options.close();
}

/** Opens the note by the pointer, or in a small window by a finger. */
async function open(shown, ask, byFinger) {
  const target = await shown.waitForSelector('.target');
  const { x, y, width, height } = await target.evaluate((element) => element.getClientRects()[0].toJSON());
  if (byFinger) await shown.touchscreen.tap(x + Math.min(width / 2, 8), y + height / 2);
  else {
    await shown.mouse.move(x - 3, y + height / 2);
    await shown.mouse.move(x + Math.min(width / 2, 8), y + height / 2, { steps: 3 });
  }
  await until(() => ask('globalThis.__door.timing.shown'), { what: 'the note' });
}

/** Takes pictures of every state of a note, as `note-STATE-WIDTH-SCHEME.png` in a folder. */
export async function takeNotes(driver, world, folder, isWanted) {
  let serial = 0;
  let allowed;
  for (const [where, answer, lookUp] of STATES) {
    const name = `note-${where === 'plain' ? answer : where}${lookUp === 'on-open' ? '' : `-${lookUp}`}`;
    if (!isWanted(name)) continue;
    if (lookUp !== allowed) await allow(driver, lookUp);
    allowed = lookUp;
    for (const width of WIDTHS) {
      const isNarrow = width < 500;
      for (const scheme of ['light', 'dark']) {
        serial += 1;
        // Each time another work: what was answered once is not asked again.
        const doi = `${DOI}.${serial}`;
        const own = (given, its = doi) => ({ ...given, body: given.body?.replaceAll(DOI, its) });
        const address = `https://pictures.example/${serial}`;
        const content = PAGES[where];
        world.handle(DATACITE, () => ANSWERS.unknown);
        world.handle(CROSSREF, ({ path }) =>
          own(ANSWERS[answer], /10\.5555\/[\w.]+/.exec(decodeURIComponent(path))?.[0]),
        );
        world.page(address, own(typeof content === 'string' ? html(content) : content));
        const { page: shown, ask } = await openPage(driver, address, async (page) => {
          await page.setViewport({ width, height: 760, hasTouch: isNarrow, isMobile: isNarrow });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
        });
        await open(shown, ask, isNarrow && where !== 'title-of-a-word');
        await new Promise((go) => setTimeout(go, isFailing(ANSWERS[answer]) ? FAILING_MS : 700));
        await shown.screenshot({ path: `${folder}/${name}-${width}-${scheme}.png` });
        await shown.close();
      }
    }
  }
}
