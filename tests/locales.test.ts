import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { messagesOf } from './english';

const english = messagesOf('en');
const LOCALES = readdirSync(join(import.meta.dirname, '../locales')).map((file) => file.replace(/\.json$/, ''));
const TRANSLATIONS = LOCALES.filter((locale) => locale !== 'en');

/** Names without the category of number, which is each language's own: `library_found` for `library_found_one`. */
const withoutForms = (names: Iterable<string>): string[] =>
  [...new Set([...names].map((name) => name.replace(/_(zero|one|two|few|many|other)$/, '')))].sort();

/** `{0}` and `{1}`, sorted, each once. */
const valuesIn = (message: string): string[] => [...new Set(message.match(/\{\d\}/g))].sort();

/** The English message that one of another language stands for; every category has what `other` has, or leaves the number out. */
const original = (name: string): string =>
  english.get(name.replace(/_(zero|one|two|few|many)$/, '_other')) ?? english.get(name) ?? '';

describe('the languages', () => {
  it('are English, German, Spanish and French', () => {
    expect(LOCALES.sort()).toEqual(['de', 'en', 'es', 'fr']);
  });

  it.each(TRANSLATIONS)('%s has every message and no other', (locale) => {
    expect(withoutForms(messagesOf(locale).keys())).toEqual(withoutForms(english.keys()));
  });

  it.each(TRANSLATIONS)('%s has a form for every kind of number', (locale) => {
    const messages = messagesOf(locale);
    const kinds = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
    // A million is written as the rest is, until somebody counts so many citations.
    const needed = kinds.filter((kind) => kind !== 'many');
    const counted = [...english.keys()]
      .filter((name) => name.endsWith('_other'))
      .map((name) => name.slice(0, -'_other'.length));
    const gaps = counted
      .flatMap((name) => needed.map((kind) => `${name}_${kind}`))
      .filter((name) => !messages.has(name));
    expect(gaps).toEqual([]);
  });

  it.each(TRANSLATIONS)('%s says the same values, and nothing empty', (locale) => {
    const wrong = [...messagesOf(locale)].filter(
      ([name, message]) => !message.trim() || `${valuesIn(message)}` !== `${valuesIn(original(name))}`,
    );
    expect(wrong).toEqual([]);
  });

  it.each(LOCALES)(
    '%s describes the extension in as many characters as the stores show, and names itself',
    (locale) => {
      const messages = messagesOf(locale);
      expect(messages.get('extension_description')!.length).toBeLessThanOrEqual(132);
      expect(messages.get('extension_language')).toBe(locale);
    },
  );

  it.each(LOCALES)('%s has only names and characters that browsers take', (locale) => {
    for (const [name, message] of messagesOf(locale)) {
      expect(name).toMatch(/^[A-Za-z]\w*$/);
      expect(message, name).not.toMatch(/\$/);
    }
  });
});
