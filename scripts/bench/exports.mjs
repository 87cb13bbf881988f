import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';

const WORKS = 10_000;
const PASSAGES = 30_000;

/**
 * How long a large invented library takes to be written in every format, in chunks as the library page does it: the first chunk, and all
 * of them. The best of several runs, because other programs only ever make it slower.
 *
 * @param {number} runs
 * @returns {Promise<readonly object[]>} Rows `export.FORMAT.first` and `export.FORMAT.all`.
 */
export async function exportSpeed(runs) {
  const build = fileURLToPath(new URL('../build-bench.mjs', import.meta.url));
  const { code, output } = await run(build, []);
  if (code !== 0) throw new Error(output);
  const { exportSpeeds } = await import(pathToFileURL(`${ROOT}.output/bench/export-speed.mjs`).href);
  const all = [];
  for (let i = 0; i < runs; i++) all.push(await exportSpeeds(WORKS, PASSAGES));
  const best = (at, part) => Math.round(Math.min(...all.map((speeds) => speeds[at][part])));
  return all[0].flatMap(({ format }, at) => [
    { id: `export.${format}.first`, value: best(at, 'firstMs'), unit: 'ms', runs },
    { id: `export.${format}.all`, value: best(at, 'allMs'), unit: 'ms', runs },
  ]);
}
