// npm start: Ibid in a browser, on the demo topic page.
//   npm start                        with a display: opens the browser and stays until it is closed; without one: the tour
//   npm start -- --firefox           Firefox instead of a Chromium-family browser
//   npm start -- --offline           the services' answers from demo/, even where there is a network
//   npm start -- --tour              the whole tour without a window, in Chromium and in Firefox
//   npm start -- --tour --browser firefox
import { parseArgs } from 'node:util';
import { answerForServices, workCount } from './demo-answers.mjs';
import { serveDemo } from './demo-page.mjs';
import { findBrowser, needBrowser } from './lib/browsers.mjs';
import { launch } from './lib/driver.mjs';
import { ROOT } from './lib/root.mjs';
import { run, TOOLS } from './lib/run.mjs';
import { openWorld } from './lib/world.mjs';
import { tour } from './tour.mjs';

const SHORT = { chromium: 'chrome', firefox: 'firefox' };

const { values: options } = parseArgs({
  options: {
    tour: { type: 'boolean', default: false },
    firefox: { type: 'boolean', default: false },
    browser: { type: 'string' },
    offline: { type: 'boolean', default: false },
  },
});

/** Builds for one browser and gives the build's folder. */
async function build(browser, mode) {
  const { code, output } = await run(TOOLS.wxt, ['build', '-b', SHORT[browser], ...(mode ? ['--mode', mode] : [])]);
  if (code !== 0) throw new Error(`The build for ${browser} failed.\n${output.trimEnd()}`);
  return `${ROOT}.output/${SHORT[browser]}-mv3${mode ? `-${mode}` : ''}`;
}

const hasDisplay = () =>
  process.platform === 'darwin' ||
  process.platform === 'win32' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** Whether one of the services can be reached from here: any answer counts. */
async function isOnline() {
  try {
    await fetch('https://api.crossref.org/works?rows=0', { method: 'HEAD', signal: AbortSignal.timeout(4000) });
    return true;
  } catch {
    return false;
  }
}

function chosenBrowsers() {
  const asked = options.firefox ? 'firefox' : options.browser;
  if (asked && asked !== 'both' && !(asked in SHORT)) throw new Error('--browser takes chromium, firefox or both.');
  return asked;
}

/** Opens a window on the demo page and waits until the reader closes it. */
async function show() {
  const asked = chosenBrowsers();
  const browser =
    asked && asked !== 'both' ? asked : findBrowser('chromium') || !findBrowser('firefox') ? 'chromium' : 'firefox';
  needBrowser(browser);
  console.log(`Building Ibid for ${browser}.`);
  const extensionDir = await build(browser);
  const online = !options.offline && (await isOnline());
  const world = await openWorld();
  try {
    const demo = serveDemo(world, online ? 'localhost' : undefined);
    if (!online) answerForServices(world);
    const driver = await launch({
      browser,
      extensionDir,
      headless: false,
      viewport: null,
      ...(online ? {} : { world }),
    });
    console.log(`${driver.version} with Ibid in it, on ${demo.url}`);
    console.log(
      online
        ? 'Studies are looked up at Crossref, OpenAlex and Europe PMC.'
        : `The services' answers about the page's ${workCount} works come from demo/works.json: nothing leaves this machine.`,
    );
    console.log('Rest the pointer on a citation, such as the "1" in "(1 2)". Quit the browser to end.');
    const closed = new Promise((resolve) => driver.browser.once('disconnected', resolve));
    process.once('SIGINT', () => driver.close());
    const [first] = await driver.browser.pages();
    await (first ?? (await driver.newPage())).goto(demo.url);
    await closed;
  } finally {
    await world.close();
  }
}

/** The tour in every browser asked for. @returns {Promise<boolean>} Whether every step happened. */
async function makeTour() {
  const asked = chosenBrowsers() ?? 'both';
  const browsers = asked === 'both' ? ['chromium', ...(findBrowser('firefox') ? ['firefox'] : [])] : [asked];
  if (asked === 'both' && browsers.length === 1) console.log('No Firefox here: the tour is made in Chromium alone.');
  console.log(
    'The tour uses the test build: it differs from the shipped one only in open shadow roots, which a driver can see into.',
  );
  let isWhole = true;
  for (const browser of browsers) {
    needBrowser(browser);
    isWhole = (await tour({ browser, extensionDir: await build(browser, 'test') })) && isWhole;
  }
  return isWhole;
}

let code = 0;
try {
  if (options.tour || !hasDisplay()) code = (await makeTour()) ? 0 : 1;
  else await show();
} catch (error) {
  console.error(error.message);
  code = 1;
}
// A browser that could not be driven may have left a pipe open, which would keep this process.
process.exit(code);
