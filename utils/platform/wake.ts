import type { Browser } from './browser';

/** Names of what the background is woken for. */
export type WakeReason = 'backup' | 'look-up' | 'bulk';

/**
 * Has the background woken for a reason every so many minutes, or no more. What is set already is left as it is: setting it anew
 * would begin to wait anew. Browsers may forget it when they end, so it is set whenever there is occasion.
 */
export async function wakeFor(browser: Browser, reason: WakeReason, minutes: number | undefined): Promise<void> {
  const stands = await browser.alarms.get(reason);
  if (minutes === undefined) {
    if (stands) await browser.alarms.clear(reason);
  } else if (!stands) browser.alarms.create(reason, { periodInMinutes: minutes });
}

/** Calls back when the background is woken for a reason. Call it before the first `await`. */
export function onWake(browser: Browser, callback: (reason: WakeReason) => void): void {
  browser.alarms.onAlarm.addListener(({ name }) => callback(name as WakeReason));
}
