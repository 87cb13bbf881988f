// npm run bench [-- --only NAME] [--json FILE] [--page FILE] [--runs N]
//   [--passages FILE --queries FILE | --count N]: measures the builds and compares them with budgets.json.
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bytes } from './bench/bytes.mjs';
import { cost } from './bench/cost.mjs';
import { exportSpeed } from './bench/exports.mjs';
import { growth } from './bench/growth.mjs';
import { latency } from './bench/latency.mjs';
import { library } from './bench/library.mjs';
import { benchPage } from './bench/page.mjs';
import { passages } from './bench/passages.mjs';
import { recordSpeed } from './bench/records.mjs';
import { silent } from './bench/silent.mjs';
import { summary } from './bench/summary.mjs';
import { taking } from './bench/taking.mjs';
import { overBudget, readBudgets } from './lib/budgets.mjs';
import { run, TOOLS } from './lib/run.mjs';
import { openWorld } from './lib/world.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    json: { type: 'string' },
    page: { type: 'string' },
    runs: { type: 'string' },
    passages: { type: 'string' },
    queries: { type: 'string' },
    count: { type: 'string' },
  },
});
const runs = values.runs ? Number(values.runs) : 0;

/** @type {Record<string, (world: import('./lib/world.mjs').World) => Promise<readonly object[]> | readonly object[]>} */
const BENCHES = {
  bytes,
  page: (world) => cost(world, values.page ? readFileSync(values.page, 'utf8') : benchPage(), runs || 7),
  silent: (world) => silent(world, runs || 15),
  growth: (world) => growth(world, runs || 3),
  note: (world) => latency(world, runs || 12),
  summary: (world) => summary(world, runs || 12),
  passages: (world) => passages(world, benchPage(), runs || 5),
  records: () => recordSpeed(runs || 30),
  exports: () => exportSpeed(runs || 5),
  taking,
  library: (world) =>
    library(world, {
      passages: values.passages,
      queries: values.queries,
      count: values.count ? Number(values.count) : undefined,
      runs: runs || 5,
    }),
};

const chosen = Object.entries(BENCHES).filter(([name]) => !values.only || values.only.split(',').includes(name));
if (chosen.length === 0) {
  console.error(`No bench is called "${values.only}". There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}
for (const args of [['build'], ['build', '-b', 'firefox']]) {
  const { code, output } = await run(TOOLS.wxt, args);
  if (code !== 0) {
    console.error(output);
    process.exit(1);
  }
}

const budgets = readBudgets();
const rows = [];
const world = await openWorld();
for (const [, bench] of chosen) {
  for (const row of await bench(world)) {
    rows.push(row);
    const budget = budgets[row.id] ? ` (budget ${budgets[row.id].most})` : '';
    const peer = row.peer ? `, ${row.peer.name}: ${row.peer.value}` : '';
    console.log(`${row.id.padEnd(28)} ${String(row.value).padStart(9)} ${row.unit}${budget}, ${row.runs} runs${peer}`);
  }
}
await world.close();
if (values.json) writeFileSync(values.json, `${JSON.stringify(rows, undefined, 2)}\n`);
const over = overBudget(rows, budgets);
for (const sentence of over) console.log(`Over budget: ${sentence}`);
process.exit(over.length === 0 ? 0 : 1);
