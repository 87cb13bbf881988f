import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

/** The words anew, as a browser of this language with these messages gives them. */
async function speakIn(locale: string, messages: Record<string, string>) {
  vi.resetModules();
  vi.stubGlobal('chrome', {
    i18n: { getMessage: (name: string) => messages[name] ?? '', getUILanguage: () => locale },
  });
  return import('./words');
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllGlobals());

describe('a word', () => {
  it('has its values put in, in the order that the language wants', async () => {
    const { wordsOf } = await speakIn('en', { extension_language: 'en', note_checkBoth: '“{1}” after “{0}”' });
    expect(wordsOf('note')('checkBoth', 'a {1}', '$1')).toBe('“$1” after “a {1}”');
  });

  it.each([
    ['en', 'en', 1, 'one'],
    ['en', 'en', 0, 'other 0'],
    ['fr', 'fr', 0, 'one'],
    ['fr', 'fr', 2, 'other 2'],
    ['de-AT', 'de', 1, 'one'],
  ])('is chosen by its number in %s', async (browsers, ours, count, expected) => {
    const { wordsOf } = await speakIn(browsers, {
      extension_language: ours,
      library_found_one: 'one',
      library_found_other: 'other {0}',
    });
    expect(wordsOf('library')('found', count)).toBe(expected);
  });

  it.each([
    ['en', '1,234'],
    ['de', '1.234'],
  ])('writes numbers as %s does', async (locale, expected) => {
    const { wordsOf } = await speakIn(locale, { extension_language: locale, library_showMore: '{0}' });
    expect(wordsOf('library')('showMore', 1234)).toBe(expected);
  });

  it('is still known when the browser has stopped answering', async () => {
    const { wordsOf } = await speakIn('en', { note_gone: 'Reload this page.' });
    const say = wordsOf('note');
    say('gone');
    chrome.i18n.getMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    expect(say('gone')).toBe('Reload this page.');
  });
});

describe('the language', () => {
  it.each([
    ['en-GB', 'en', 'en-GB'],
    ['de-CH', 'de', 'de-CH'],
    ['ja', 'en', 'en'],
  ])('of a browser in %s with words in %s is %s', async (browsers, ours, expected) => {
    const { language } = await speakIn(browsers, { extension_language: ours });
    expect(language()).toBe(expected);
  });
});
