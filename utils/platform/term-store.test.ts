import { describe, expect, it } from 'vitest';
import { SETTINGS_KEY } from '../model/settings';
import { type Term, withTerm } from '../model/term';
import { loadSettings, type SettingsHome } from './settings';
import { changeTerms, loadTerms, watchTerms } from './term-store';

const term = (word: string): Term => ({ id: `id-${word}-0000`, word, definition: 'x', modified: 1 });

function createHome(stored: Record<string, unknown> = {}) {
  const listeners = new Set<(changes: Record<string, { newValue?: unknown }>, area: string) => void>();
  const home: SettingsHome = {
    storage: {
      local: {
        get: async (key) => Object.fromEntries([key].flat().map((each) => [each, stored[each]])),
        async set(items) {
          Object.assign(stored, items);
          for (const [key, newValue] of Object.entries(items))
            for (const listener of listeners) listener({ [key]: { newValue } }, 'local');
        },
      },
      onChanged: {
        addListener: (listener) => void listeners.add(listener),
        removeListener: (listener) => void listeners.delete(listener),
      },
    },
  };
  return home;
}
const add = (home: SettingsHome, word: string) => changeTerms(home, (terms) => withTerm(terms, term(word)));

describe('the reader’s own words', () => {
  it('are kept, told to who watches, and never lost to a change at the same time', async () => {
    const home = createHome();
    const heard: number[] = [];
    const unwatch = watchTerms(home, (terms) => heard.push(terms.length));
    await Promise.all([add(home, 'gull'), add(home, 'tern')]);
    unwatch();
    await add(home, 'auk');
    expect((await loadTerms(home)).map(({ word }) => word)).toEqual(['auk', 'gull', 'tern']);
    expect(heard).toEqual([1, 2]);
  });

  it('are marked from the first to the last of them, unless the reader decides', async () => {
    const home = createHome();
    const glossary = async () => (await loadSettings(home)).glossary;
    expect(await glossary()).toBe('unused');
    await add(home, 'gull');
    expect(await glossary()).toBe('on');
    await changeTerms(home, () => []);
    expect(await glossary()).toBe('unused');
    const off = createHome({ [SETTINGS_KEY]: { glossary: 'off' } });
    await add(off, 'gull');
    expect((await loadSettings(off)).glossary).toBe('off');
  });

  it('are none where what is stored cannot be read', async () => {
    expect(await loadTerms(createHome({ terms: 'damaged' }))).toEqual([]);
  });
});
