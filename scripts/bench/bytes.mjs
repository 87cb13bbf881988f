import { existsSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../lib/root.mjs';

const BUILDS = ['chrome-mv3', 'firefox-mv3'];

/** What is counted, by the name of its rows: a script, or a page with the scripts it starts with. */
const COUNTED = {
  scan: 'scan.js',
  finder: 'finder.js',
  hand: 'hand.js',
  reader: 'reader.js',
  bar: 'bar.js',
  linker: 'linker.js',
  mender: 'mender.js',
  further: 'further.js',
  nester: 'nester.js',
  glossary: 'glossary.js',
  walker: 'walker.js',
  guide: 'guide.js',
  standing: 'standing.js',
  teacher: 'teacher.js',
  liner: 'liner.js',
  outliner: 'outliner.js',
  background: 'background.js',
  library: 'library.html',
  sidepanel: 'sidepanel.html',
};

/** Modules named in static imports (`from"./a.js"`, `import"./a.js"`) or in a page's tags, relative to the file. */
const MODULES = /(?:\bfrom|\bimport|\bsrc=|\bhref=)\s*["'](\.{0,2}\/[^"']+\.js)["']/g;

/** A file and every script it loads before it runs, each once. */
function filesOf(build, file, seen = new Set()) {
  const path = `${ROOT}.output/${build}/${file}`;
  if (!existsSync(path)) throw new Error(`.output/${build}/${file} is missing: run "npm run build" first.`);
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, name] of readFileSync(path, 'utf8').matchAll(MODULES)) {
    filesOf(build, name.startsWith('/') ? name.slice(1) : posix.join(posix.dirname(file), name), seen);
  }
  return seen;
}

/**
 * Bytes of each script as shipped, with the modules it needs, raw and gzipped: the larger of the two builds.
 *
 * @returns Rows `bytes.NAME.raw` and `bytes.NAME.gzip`.
 * @throws {Error} Where a build is missing.
 */
export function bytes() {
  return Object.entries(COUNTED).flatMap(([name, file]) => {
    const builds = BUILDS.map((build) =>
      [...filesOf(build, file)].map((path) => readFileSync(`${ROOT}.output/${build}/${path}`)),
    );
    const sum = (size) =>
      Math.max(...builds.map((files) => files.reduce((total, content) => total + size(content), 0)));
    const row = (what, value) => ({ id: `bytes.${name}.${what}`, value, unit: 'B', runs: 1 });
    return [
      row(
        'raw',
        sum((content) => content.length),
      ),
      row(
        'gzip',
        sum((content) => gzipSync(content, { level: 9 }).length),
      ),
    ];
  });
}
