/** Between two looks: what takes long is looked at less often, since looking takes from what is waited for. */
const stepMs = (waitedMs) => Math.min(120, 20 + waitedMs / 10);

/**
 * Waits until a question has a true answer.
 *
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {{ timeoutMs?: number, what?: string }} [options]
 * @returns {Promise<NonNullable<T>>} The answer.
 */
export async function until(ask, { timeoutMs = 40_000, what = 'a condition' } = {}) {
  const start = performance.now();
  const end = start + timeoutMs;
  let error;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      error = undefined;
    } catch (caught) {
      error = caught;
    }
    await new Promise((next) => setTimeout(next, stepMs(performance.now() - start)));
  } while (performance.now() < end);
  throw new Error(
    `Waited ${timeoutMs} ms in vain for ${what}.${error ? ` Last error: ${error.message ?? error}` : ''}`,
  );
}
