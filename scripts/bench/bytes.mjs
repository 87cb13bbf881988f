import { existsSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { ROOT } from '../lib/root.mjs';

/** Scripts of the build that are counted, by the name of their rows. */
const SCRIPTS = { scan: 'scan.js', reader: 'reader.js', background: 'background.js' };

/**
 * Bytes of each script as shipped, raw and gzipped: the larger of the two builds.
 *
 * @returns Rows `bytes.NAME.raw` and `bytes.NAME.gzip`.
 * @throws {Error} Where a build is missing.
 */
export function bytes() {
  return Object.entries(SCRIPTS).flatMap(([name, file]) => {
    const contents = ['chrome-mv3', 'firefox-mv3'].map((build) => {
      const path = `${ROOT}.output/${build}/${file}`;
      if (!existsSync(path)) throw new Error(`.output/${build}/${file} is missing: run "npm run build" first.`);
      return readFileSync(path);
    });
    const row = (what, size) => ({
      id: `bytes.${name}.${what}`,
      value: Math.max(...contents.map(size)),
      unit: 'B',
      runs: 1,
    });
    return [row('raw', (content) => content.length), row('gzip', (content) => gzipSync(content, { level: 9 }).length)];
  });
}
