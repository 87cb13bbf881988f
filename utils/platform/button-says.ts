import type { Browser } from './browser';

/** So long it is said, milliseconds. */
const MOMENT_MS = 5000;

/**
 * Says something on Ibid's own button for a moment, where there is no page to say it in: a sign, and the sentence for who rests the
 * pointer there or reads the screen by ear. Never rejects.
 */
export async function sayOnButton(
  { action }: Browser,
  sign: string,
  sentence: string,
  tabId: number | undefined,
): Promise<void> {
  const show = async (text: string, title: string) => {
    await Promise.all([action.setBadgeText({ text, tabId }), action.setTitle({ title, tabId })]);
  };
  try {
    await show(sign, sentence);
    await new Promise((resolve) => setTimeout(resolve, MOMENT_MS));
    await show('', '');
  } catch {
    // The tab has gone, and what was said there with it.
  }
}
