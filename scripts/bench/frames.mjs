// Whether frames are missed while a note opens: by the browser's own account, in a trace.
import { hover } from './latency.mjs';
import { tenth } from './numbers.mjs';

const CATEGORIES = ['disabled-by-default-devtools.timeline.frame'];
/** From the first frame of a note until its opening has ended and its answer is in, milliseconds. */
const OPENING_MS = 300;
/** Until what was before has come to rest. */
const REST_MS = 700;
const pause = (ms) => new Promise((go) => setTimeout(go, ms));

/**
 * Rows `note.frames.drawn` and `note.frames.missed`: frames for one opening, by average, from the pointer's coming until the note is there; and
 * `note.frames.missed.most`, in the worst of them. Frames of other tabs and of the browser itself do not count.
 *
 * @param {{ page: import('puppeteer-core').Page }} tab With the reader script in it already; see `openPage`.
 */
export async function frames(tab, runs) {
  const { page } = tab;
  const counts = { drawn: [], missed: [] };
  for (let run = 1; run <= runs; run++) {
    await page.mouse.move(5, 5);
    await pause(REST_MS);
    await page.tracing.start({ categories: CATEGORIES });
    await hover(tab, run);
    await pause(OPENING_MS);
    const { traceEvents } = JSON.parse(Buffer.from((await page.tracing.stop()) ?? []).toString());
    const main = traceEvents.find(({ name }) => name === 'BeginMainThreadFrame');
    const count = (name) => traceEvents.filter((event) => event.name === name && event.pid === main?.pid).length;
    counts.drawn.push(count('DrawFrame'));
    counts.missed.push(count('DroppedFrame'));
  }
  const mean = (values) => tenth(values.reduce((sum, value) => sum + value, 0) / values.length);
  const row = (id, value) => ({ id: `note.frames.${id}`, value, unit: 'frames', runs });
  return [
    row('drawn', mean(counts.drawn)),
    row('missed', mean(counts.missed)),
    row('missed.most', Math.max(...counts.missed)),
  ];
}
