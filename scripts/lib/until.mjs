const STEP_MS = 25;

/**
 * Waits until a question has a true answer.
 *
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {{ timeoutMs?: number, what?: string }} [options]
 * @returns {Promise<NonNullable<T>>} The answer.
 */
export async function until(ask, { timeoutMs = 40_000, what = 'a condition' } = {}) {
  const end = performance.now() + timeoutMs;
  let error;
  do {
    try {
      const answer = await ask();
      if (answer) return answer;
      error = undefined;
    } catch (caught) {
      error = caught;
    }
    await new Promise((next) => setTimeout(next, STEP_MS));
  } while (performance.now() < end);
  throw new Error(
    `Waited ${timeoutMs} ms in vain for ${what}.${error ? ` Last error: ${error.message ?? error}` : ''}`,
  );
}
