import { language } from '../../utils/words/words';

let days: Intl.DateTimeFormat | undefined;
let times: Intl.DateTimeFormat | undefined;

// Made when they are first wanted: each costs several milliseconds, which a page had better spend on what is seen first.

/** A day in the reader's language. */
export function dayText(at: number): string {
  days ??= new Intl.DateTimeFormat(language(), { dateStyle: 'medium' });
  return days.format(at);
}

/** A day and time in the reader's language. */
export function timeText(at: number): string {
  times ??= new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return times.format(at);
}
