// npm test: everything that must hold before a change lands, in one go. A failing stage does not stop the ones after it. The
// last line is "N passed, N failed, N skipped"; a stage that is not a test run counts as one test.
//   npm test -- --only unit         only the stages whose names contain the word (several: separated by commas)
//   npm run test:long               the same, with many more seeds, kills and generated libraries (tests/runs.ts)
//   npm test -- --only e2e hover    and of those only the test files whose path contains the further words
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

/** Names the tests that passed at their second try, with what the first one said: somebody should look at each. */
function printSecondTries(report) {
  for (const { name, assertionResults } of report.testResults) {
    for (const { status, fullName, failureMessages } of assertionResults) {
      if (status !== 'passed' || failureMessages.length === 0) continue;
      console.log(
        `Passed at the second try: ${name.split('/').pop()} > ${fullName}: ${failureMessages[0].split('\n')[0]}`,
      );
    }
  }
}

/** The numbers in vitest's JSON report. A file that could not be loaded has no tests in it, yet it is a failure. */
function readCounts(report, code) {
  const broken = report.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0);
  const failed = report.numFailedTests + broken.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: report.numPendingTests + (report.numTodoTests ?? 0),
  };
}

/** A stage that is a vitest run of some projects. */
const tests =
  (...projects) =>
  async () => {
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
          ...files,
        ],
        { stream: true },
      );
      const counts = JSON.parse(readFileSync(report, 'utf8'));
      printSecondTries(counts);
      return readCounts(counts, code);
    } catch (error) {
      console.log(`The test run left no report: ${error.message}`);
      return ONE_FAILED;
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };

async function endToEnd() {
  for (const browser of ['chromium', 'firefox']) needBrowser(browser);
  return tests('e2e-chromium', 'e2e-firefox')();
}

async function sizes() {
  const rows = bytes();
  for (const row of rows) console.log(`${row.id} ${row.value} ${row.unit}`);
  const over = overBudget(rows, readBudgets());
  for (const sentence of over) console.log(sentence);
  return over.length === 0 ? ONE_PASSED : ONE_FAILED;
}

/** In this order: what fails fastest comes first. */
const STAGES = {
  'format and lint': tools([TOOLS.biome, 'check', '.']),
  types: tools([TOOLS.wxt, 'prepare'], [TOOLS.tsc, '--noEmit']),
  'unit and dom': tests('unit', 'dom'),
  'build chromium': tools([TOOLS.wxt, 'build'], [TOOLS.wxt, 'build', '--mode', 'test']),
  'build firefox': tools(
    [TOOLS.wxt, 'build', '-b', 'firefox'],
    [TOOLS.wxt, 'build', '-b', 'firefox', '--mode', 'test'],
  ),
  'store lint': tools(['scripts/lint-store.mjs']),
  'size budgets': sizes,
  e2e: endToEnd,
};

const words = values.only?.split(',');
const chosen = Object.entries(STAGES).filter(([name]) => !words || words.some((word) => name.includes(word)));
if (chosen.length === 0) {
  console.error(`No stage is called "${values.only}". There are: ${Object.keys(STAGES).join(', ')}.`);
  process.exit(1);
}

/** @type {{ name: string, counts: Counts, seconds: number }[]} */
const results = [];
for (const [name, stage] of chosen) {
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
  console.log(`${counts.failed === 0 ? 'ok' : 'FAILED'} in ${seconds.toFixed(1)} s`);
}

const total = (what) => results.reduce((sum, { counts }) => sum + counts[what], 0);
console.log('');
for (const { name, counts, seconds } of results) {
  console.log(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(6)} s`);
}
console.log(`${total('passed')} passed, ${total('failed')} failed, ${total('skipped')} skipped`);
process.exit(total('failed') === 0 && total('passed') > 0 ? 0 : 1);
