// Where the browsers are. Order: what the environment says, the usual places, the package manager of a Debian root.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** @typedef {'chromium' | 'firefox'} BrowserName */

const PLACES = {
  chromium: {
    variable: 'CHROME_PATH',
    // Chromium first: branded Chrome has dropped `--load-extension`, though the driver copes with both.
    commands: [
      'chromium',
      'chromium-browser',
      'google-chrome-stable',
      'google-chrome',
      'brave-browser',
      'microsoft-edge',
    ],
    mac: [
      'Chromium.app/Contents/MacOS/Chromium',
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    ],
    windows: [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ],
    debian: 'chromium',
    advice: 'Install Chromium or Chrome, or name its program in the environment variable CHROME_PATH.',
  },
  firefox: {
    variable: 'FIREFOX_PATH',
    commands: ['firefox', 'firefox-esr', 'firefox-developer-edition', 'firefox-nightly'],
    mac: [
      'Firefox.app/Contents/MacOS/firefox',
      'Firefox Developer Edition.app/Contents/MacOS/firefox',
      'Firefox Nightly.app/Contents/MacOS/firefox',
    ],
    windows: ['Mozilla Firefox\\firefox.exe', 'Firefox Developer Edition\\firefox.exe'],
    debian: 'firefox-esr',
    advice: 'Install Firefox 142 or newer, or name its program in the environment variable FIREFOX_PATH.',
  },
};

function isProgram(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function candidates(places) {
  if (process.platform === 'darwin') {
    const roots = ['/Applications', join(process.env.HOME ?? '', 'Applications')];
    return roots.flatMap((root) => places.mac.map((path) => join(root, path)));
  }
  if (process.platform === 'win32') {
    const roots = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA].filter(
      Boolean,
    );
    return roots.flatMap((root) => places.windows.map((path) => join(root, path)));
  }
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  return places.commands.flatMap((command) => folders.map((folder) => join(folder, command)));
}

/**
 * The program of a browser, where it is installed already.
 *
 * @param {BrowserName} name
 * @returns {string | undefined}
 * @throws {Error} When the environment names a program that is not there: falling back would test another browser than asked.
 */
export function findBrowser(name) {
  const places = PLACES[name];
  const named = process.env[places.variable];
  if (named) {
    if (isProgram(named)) return named;
    throw new Error(`${places.variable} names ${named}, which is not a program that can be run.`);
  }
  return candidates(places).find(isProgram);
}

/**
 * The program of a browser, installed from Debian's packages first where that is possible without asking anybody.
 *
 * @param {BrowserName} name
 * @param {{ log?: (line: string) => void }} [options]
 * @returns {string}
 * @throws {Error} One sentence that says what to install.
 */
export function needBrowser(name, { log = console.log } = {}) {
  const found = findBrowser(name);
  if (found) return found;
  const { debian, advice } = PLACES[name];
  if (process.getuid?.() === 0 && existsSync('/etc/debian_version')) {
    log(`No ${name} here: installing the package ${debian}.`);
    const run = (args) =>
      spawnSync('apt-get', args, {
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    run(['update', '-q']);
    run(['install', '-y', '-q', '--no-install-recommends', debian]);
    const installed = findBrowser(name);
    if (installed) return installed;
  }
  throw new Error(`No ${name} was found. ${advice}`);
}
