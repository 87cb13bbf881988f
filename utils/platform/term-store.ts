import { readTerms, TERMS_KEY, type Term } from '../model/term';
import { changeSettings, loadSettings, type SettingsHome } from './settings';

/** The reader's own words; none where nothing, or nothing readable, is stored. Never throws. */
export async function loadTerms(home: SettingsHome): Promise<readonly Term[]> {
  try {
    return readTerms((await home.storage.local.get(TERMS_KEY))[TERMS_KEY]);
  } catch {
    // As with settings: a page must not suffer from storage that cannot be read.
    return [];
  }
}

/** The change before this one: two at once would each write back what the other had not yet changed. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Changes the reader's own words. The first one switches their marks on, the last one that goes switches them off again, unless
 * the reader has decided; see `Settings.glossary`.
 *
 * @returns The words as stored. Rejects where storage cannot be written.
 */
export function changeTerms(
  home: SettingsHome,
  change: (terms: readonly Term[]) => readonly Term[],
): Promise<readonly Term[]> {
  const changing = before.then(async () => {
    const terms = readTerms(change(await loadTerms(home)));
    await home.storage.local.set({ [TERMS_KEY]: terms });
    const { glossary } = await loadSettings(home);
    const wanted =
      terms.length === 0 ? (glossary === 'on' ? 'unused' : glossary) : glossary === 'unused' ? 'on' : glossary;
    if (wanted !== glossary) await changeSettings(home, { glossary: wanted });
    return terms;
  });
  before = changing.catch(() => {});
  return changing;
}

/** Calls back with the reader's own words after every change, from whatever context. Returns its undo. */
export function watchTerms(home: SettingsHome, listener: (terms: readonly Term[]) => void): () => void {
  const onChanged: Parameters<SettingsHome['storage']['onChanged']['addListener']>[0] = (changes, area) => {
    const change = area === 'local' ? changes[TERMS_KEY] : undefined;
    if (change) listener(readTerms(change.newValue));
  };
  home.storage.onChanged.addListener(onChanged);
  return () => home.storage.onChanged.removeListener(onChanged);
}

/** The reader's own words as backups read and write them. */
export const termHome = (home: SettingsHome) => ({
  load: () => loadTerms(home),
  change: (change: (terms: readonly Term[]) => readonly Term[]) => changeTerms(home, change),
});
