import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A message file as the browser is given it: one name for each message, levels joined by `_`. */
export function flatten(messages: unknown, name = ''): ReadonlyMap<string, string> {
  if (typeof messages === 'string') return new Map([[name, messages]]);
  return new Map(
    Object.entries(messages as object).flatMap(([key, value]) => [...flatten(value, name ? `${name}_${key}` : key)]),
  );
}

/** The message file of a locale. */
export const messagesOf = (locale: string): ReadonlyMap<string, string> =>
  flatten(JSON.parse(readFileSync(join(import.meta.dirname, '../locales', `${locale}.json`), 'utf8')));

const english = messagesOf('en');

// What the browser's i18n gives to a script, in English: it is there before any test loads the code that asks it.
Object.assign(globalThis, {
  chrome: { i18n: { getMessage: (name: string) => english.get(name) ?? '', getUILanguage: () => 'en' } },
});
