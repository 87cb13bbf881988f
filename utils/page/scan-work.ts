/** Work in slices, between what the page itself does. */
export interface Work {
  /** Adds a job that stops wherever it yields. */
  add(job: Iterator<void>): void;
  /** Makes a job shortly, once however often asked: changes come in bursts. */
  soon(job: () => Iterator<void>): void;
  /** Calls back after a time; not idle until then. */
  later(delayMs: number, then: () => void): void;
  readonly isIdle: boolean;
}

/** Longest slice, milliseconds: with the frame's own work still under the 16 ms of a frame. */
const SLICE_MS = 4;

/** Longest wait for an idle moment, milliseconds. */
const PATIENCE_MS = 100;

/** Between a change and looking at it, milliseconds: frameworks change pages in bursts. */
const BURST_MS = 60;

/** A page that changes all the time gets no more than a twentieth of its time from us. */
const SHARE = 20;

/**
 * Makes a worker.
 *
 * @param onPause - Called after a slice in which something was done, once no slice follows at once.
 */
export function createWork(window: Window & typeof globalThis, signal: AbortSignal, onPause: () => void): Work {
  const jobs: Iterator<void>[] = [];
  const { performance } = window;
  let isScheduled = false;
  let timers = 0;
  let isAsked = false;
  let lastCostMs = 0;
  let costMs = 0;

  const schedule = () => {
    if (isScheduled || signal.aborted) return;
    isScheduled = true;
    if (window.requestIdleCallback) window.requestIdleCallback(slice, { timeout: PATIENCE_MS });
    else window.setTimeout(slice, 1);
  };

  function slice(): void {
    isScheduled = false;
    if (signal.aborted) return;
    const start = performance.now();
    const end = start + SLICE_MS;
    while (jobs.length > 0 && performance.now() < end) {
      try {
        if (jobs[0]!.next().done) jobs.shift();
      } catch (error) {
        // One broken piece must not keep the rest of the page from being read; the console says that it broke.
        jobs.shift();
        console.error(error);
      }
    }
    costMs += performance.now() - start;
    if (jobs.length > 0) {
      schedule();
      return;
    }
    lastCostMs = costMs;
    costMs = 0;
    onPause();
  }

  const wait = (delayMs: number, then: () => void) => {
    timers++;
    window.setTimeout(() => {
      timers--;
      if (!signal.aborted) then();
    }, delayMs);
  };

  return {
    add(job) {
      jobs.push(job);
      schedule();
    },
    soon(job) {
      if (isAsked || signal.aborted) return;
      isAsked = true;
      wait(Math.max(BURST_MS, Math.min(5000, lastCostMs * SHARE)), () => {
        isAsked = false;
        jobs.push(job());
        schedule();
      });
    },
    later(delayMs, then) {
      wait(delayMs, () => {
        then();
        onPause();
      });
    },
    get isIdle() {
      return jobs.length === 0 && timers === 0;
    },
  };
}
