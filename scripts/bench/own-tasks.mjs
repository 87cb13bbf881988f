// Which tasks of a page's main thread were the extension's own, and how long they took, by a trace of real Chromium.
import { until } from '../lib/until.mjs';

const TRACED = ['toplevel', 'devtools.timeline', 'disabled-by-default-v8.cpu_profiler', 'v8'];

/**
 * Milliseconds of the extension's own code in each task of the page's main thread. Sampled, because callbacks of observers and
 * promises have no trace events of their own.
 */
function tasksIn(events, origin) {
  const nodes = new Map();
  const samples = [];
  const clocks = new Map();
  for (const event of events
    .filter((e) => e.name === 'Profile' || e.name === 'ProfileChunk')
    .sort((a, b) => a.ts - b.ts)) {
    const key = `${event.pid}:${event.id}`;
    if (event.name === 'Profile') clocks.set(key, { at: event.args.data.startTime, tid: event.tid, pid: event.pid });
    const { cpuProfile, timeDeltas = [] } = event.args.data;
    for (const node of cpuProfile?.nodes ?? []) {
      const parent = nodes.get(`${key}:${node.parent}`);
      nodes.set(`${key}:${node.id}`, { own: parent?.own || Boolean(node.callFrame.url?.startsWith(origin)) });
    }
    const clock = clocks.get(key);
    if (!clock) continue;
    for (const [index, id] of (cpuProfile?.samples ?? []).entries()) {
      const delta = timeDeltas[index] ?? 0;
      clock.at += delta;
      samples.push({ at: clock.at, ms: delta / 1000, own: nodes.get(`${key}:${id}`)?.own ?? false, pid: clock.pid });
    }
  }
  const own = samples.filter((sample) => sample.own);
  const pid = own[0]?.pid;
  const main = events.find((e) => e.name === 'thread_name' && e.args.name === 'CrRendererMain' && e.pid === pid)?.tid;
  const tasks = events
    .filter((e) => e.pid === pid && e.tid === main && e.name.endsWith('RunTask') && e.ph === 'X')
    .map((e) => ({ start: e.ts, end: e.ts + e.dur, ms: 0, onProcessor: (e.tdur ?? e.dur) / Math.max(1, e.dur) }))
    .sort((a, b) => a.start - b.start);
  let index = 0;
  for (const sample of own) {
    while (index < tasks.length && tasks[index].end < sample.at) index++;
    if (tasks[index] && tasks[index].start <= sample.at) tasks[index].ms += sample.ms;
  }
  // Samples tell wall time; what other programs took of it is not ours.
  const costs = tasks.map((task) => task.ms * task.onProcessor);
  return { total: costs.reduce((sum, ms) => sum + ms, 0), longest: Math.max(0, ...costs) };
}

/**
 * Does something with a page, and tells what of it was the extension's own.
 *
 * @param {import('../lib/driver.mjs').Driver} driver
 * @param {import('puppeteer-core').Page} page
 * @param {() => Promise<unknown>} deed
 * @returns {Promise<{ total: number, longest: number }>} Milliseconds of processor time.
 */
export async function ownTasks(driver, page, deed) {
  const session = await page.createCDPSession();
  const events = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...value));
  await session.send('Tracing.start', { categories: TRACED.join(','), transferMode: 'ReportEvents' });
  await deed();
  let complete = false;
  session.once('Tracing.tracingComplete', () => {
    complete = true;
  });
  await session.send('Tracing.end');
  await until(() => complete, { timeoutMs: 60_000, what: 'the trace' });
  return tasksIn(events, driver.extensionOrigin);
}
