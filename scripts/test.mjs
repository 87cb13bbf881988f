// npm test: everything that must hold before a change lands, in one go. A failing stage does not stop the ones after it. The
// last line is "N passed, N failed, N skipped"; a stage that is not a test run counts as one test.
//   npm test -- --only unit         only the stages whose names contain the word (several: separated by commas)
//   npm run test:long               the same, with many more seeds, kills and generated libraries (tests/runs.ts)
//   npm test -- --only e2e hover    and of those only the test files whose path contains the further words
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { bytes } from './bench/bytes.mjs';
import { needBrowser } from './lib/browsers.mjs';
import { overBudget, readBudgets } from './lib/budgets.mjs';
import { run, TOOLS } from './lib/run.mjs';

const { values, positionals: files } = parseArgs({
  options: { only: { type: 'string' }, long: { type: 'boolean' } },
  allowPositionals: true,
});
if (values.long) process.env.IBID_LONG = '1';

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };

/** With more files of end-to-end tests failing than this, it is not the machine. */
const MOST_AGAIN = 4;

/** A stage that runs tools one after the other and shows their output only when one fails. */
const tools =
  (...commands) =>
  async () => {
    for (const [tool, ...args] of commands) {
      const { code, output } = await run(tool, args);
      if (code !== 0) {
        console.log(output.trimEnd());
        return ONE_FAILED;
      }
    }
    return ONE_PASSED;
  };

/** The numbers in files of vitest's JSON report. A file that could not be loaded has no tests in it, yet it is a failure. */
function countOf(testResults) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { status, assertionResults } of testResults) {
    if (status === 'failed' && !assertionResults.some((result) => result.status === 'failed')) counts.failed++;
    for (const result of assertionResults) {
      counts[result.status === 'passed' || result.status === 'failed' ? result.status : 'skipped']++;
    }
  }
  return counts;
}

const sum = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** Runs some projects of vitest, and of those only the files given, if any: the report's results, file by file. */
async function vitest(projects, files, ...flags) {
  const folder = mkdtempSync(join(tmpdir(), 'ibid-report-'));
  const report = join(folder, 'report.json');
  try {
    const { code } = await run(
      TOOLS.vitest,
      [
        'run',
        ...projects.map((project) => `--project=${project}`),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${report}`,
        ...flags,
        ...files,
      ],
      { stream: true },
    );
    const { testResults } = JSON.parse(readFileSync(report, 'utf8'));
    // What fails outside any test is in no file's results.
    if (code !== 0 && countOf(testResults).failed === 0) {
      testResults.push({ name: 'the run itself', status: 'failed', assertionResults: [] });
    }
    return testResults;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Names each test that failed, with its browser where it has one: what vitest says of it may be far above. */
function tellFailures(testResults, when) {
  for (const { name, assertionResults } of testResults) {
    for (const { status, fullName, failureMessages, meta } of assertionResults) {
      if (status !== 'failed') continue;
      const browser = meta?.browser ? ` (${meta.browser})` : '';
      console.log(`${when}: ${basename(name)}${browser} > ${fullName}: ${failureMessages[0]?.split('\n')[0]}`);
    }
  }
}

/** A stage that is a vitest run of some projects. */
const tests =
  (...projects) =>
  async () =>
    countOf(await vitest(projects, files));

const E2E = ['e2e-chromium', 'e2e-firefox'];

/**
 * A file of end-to-end tests that fails, on a machine busy with other files, is run once more by itself, from a new browser on:
 * its tests build on each other. The run names each test that only passed then; somebody should look at it.
 */
async function endToEnd() {
  for (const browser of ['chromium', 'firefox']) needBrowser(browser);
  const first = await vitest(E2E, files);
  const again = new Set(first.filter(({ status }) => status === 'failed').map(({ name }) => name));
  const inFiles = [...again].filter((name) => existsSync(name));
  if (inFiles.length === 0 || inFiles.length > MOST_AGAIN) return countOf(first);
  const second = await vitest(E2E, inFiles, '--maxWorkers=1');
  tellFailures(first, 'Failed at the first try');
  tellFailures(second, 'Failed at the second try');
  return sum(countOf(first.filter(({ name }) => !inFiles.includes(name))), countOf(second));
}

async function sizes() {
  const rows = bytes();
  for (const row of rows) console.log(`${row.id} ${row.value} ${row.unit}`);
  const over = overBudget(rows, readBudgets());
  for (const sentence of over) console.log(sentence);
  return over.length === 0 ? ONE_PASSED : ONE_FAILED;
}

const CHECKS = {
  'format and lint': tools([TOOLS.biome, 'check', '.']),
  types: tools([TOOLS.wxt, 'prepare'], [TOOLS.tsc, '--noEmit']),
};
const UNITS = { 'unit and dom': tests('unit', 'dom', 'apart') };
const BUILDS = {
  'build chromium': tools([TOOLS.wxt, 'build'], [TOOLS.wxt, 'build', '--mode', 'test']),
  'build firefox': tools(
    [TOOLS.wxt, 'build', '-b', 'firefox'],
    [TOOLS.wxt, 'build', '-b', 'firefox', '--mode', 'test'],
  ),
  'store lint': tools(['scripts/lint-store.mjs']),
  'size budgets': sizes,
};

/** What fails fastest comes first. What stands together goes on at the same time: a build keeps one core busy. */
const ORDER = [[CHECKS], [UNITS, BUILDS], [{ e2e: endToEnd }]];

const words = values.only?.split(',');
const isChosen = (name) => !words || words.some((word) => name.includes(word));
const names = ORDER.flat().flatMap((stages) => Object.keys(stages));
if (!names.some(isChosen)) {
  console.error(`No stage is called "${values.only}". There are: ${names.join(', ')}.`);
  process.exit(1);
}

/** @type {{ name: string, counts: Counts, seconds: number }[]} */
const results = [];

/** Runs stages one after the other. */
async function runAll(stages) {
  for (const [name, stage] of Object.entries(stages)) {
    if (!isChosen(name)) continue;
    console.log(`\n── ${name} ──`);
    const start = performance.now();
    let counts;
    try {
      counts = await stage();
    } catch (error) {
      console.log(error.message);
      counts = ONE_FAILED;
    }
    const seconds = (performance.now() - start) / 1000;
    results.push({ name, counts, seconds });
    console.log(`${name}: ${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
  }
}

for (const together of ORDER) await Promise.all(together.map(runAll));

const total = (what) => results.reduce((sum, { counts }) => sum + counts[what], 0);
console.log('');
for (const { name, counts, seconds } of results) {
  console.log(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s`);
}
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);
