// How long it takes to read an answer, to merge what several services say of a work, and to find the closest sentence: the
// shipped code on the recorded and invented answers of the tests, outside a browser.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ROOT } from '../lib/root.mjs';
import { run } from '../lib/run.mjs';

/** Answers of four services about the same sort of work: what is merged for one note. */
const MERGED = ['crossref', 'openalex', 'europe-pmc', 'pubmed'];
/** As long as abstracts are. */
const SENTENCES = 12;
const CLAIM = 'Amber lamps reduce loss of sleep in gulls compared with white lamps';

const fixtures = `${ROOT}tests/fixtures/sources/`;

function* answers() {
  for (const source of readdirSync(fixtures))
    for (const file of readdirSync(`${fixtures}${source}`)) {
      const { answer, expected } = JSON.parse(readFileSync(`${fixtures}${source}/${file}`, 'utf8'));
      if (!expected) continue;
      const body = typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body);
      yield { source, answer: { ...answer, body, url: 'https://service.example/' } };
    }
}

/** Best of several: other programs only ever make it slower. */
function best(runs, deed) {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    deed();
    return performance.now() - start;
  });
  return Math.min(...times);
}

const hundredth = (value) => Math.round(value * 100) / 100;

/** An abstract of invented sentences, no two alike, so that nothing is found in a store of words met before. */
const abstractOf = (run) =>
  Array.from(
    { length: SENTENCES },
    (_none, i) =>
      `Gulls of harbour ${run * SENTENCES + i} slept ${i + 1}.${run} hours longer under amber lamps than under white ones, with little loss of weight (95% CI ${i} to ${i + 2}; p < 0.0${i + 1}).`,
  );

/**
 * Rows `record.read` (the slowest answer of all sources), `record.merge` (four records of a work) and `closest.abstract` (one claim
 * against twelve sentences).
 *
 * @param {number} runs
 * @returns {Promise<readonly object[]>}
 */
export async function recordSpeed(runs) {
  const build = fileURLToPath(new URL('../build-bench.mjs', import.meta.url));
  const { code, output } = await run(build, []);
  if (code !== 0) throw new Error(output);
  const load = (name) => import(pathToFileURL(`${ROOT}.output/bench/${name}`).href);
  const { parseAnswer, mergeWorks } = await load('summaries.mjs');
  const { rankSentences } = await load('closest-sentence.mjs');
  const slowest = { source: '', ms: 0 };
  const merged = [];
  for (const { source, answer } of answers()) {
    let result;
    const ms = best(runs, () => {
      result = parseAnswer(source, answer);
    });
    if (!result.ok || !result.value) throw new Error(`${source} could not be read.`);
    if (ms > slowest.ms) Object.assign(slowest, { source, ms });
    if (MERGED.includes(source)) merged.push([result.value].flat()[0]);
  }
  const merging = best(runs, () => mergeWorks(merged));
  const abstracts = Array.from({ length: 200 }, (_none, i) => abstractOf(i));
  const ranking = best(Math.max(3, runs / 10), () => {
    for (const abstract of abstracts) rankSentences(CLAIM, abstract);
  });
  return [
    { id: 'record.read', value: hundredth(slowest.ms), unit: 'ms', runs },
    { id: 'record.merge', value: hundredth(merging), unit: 'ms', runs },
    { id: 'record.read-and-merge', value: hundredth(slowest.ms + merging), unit: 'ms', runs },
    { id: 'closest.abstract', value: hundredth(ranking / abstracts.length), unit: 'ms', runs: abstracts.length },
  ];
}
