import { readSettings, SETTINGS_KEY, type Settings } from '../model/settings';

type Changes = Record<string, { readonly newValue?: unknown }>;
type ChangeListener = (changes: Changes, area: string) => void;

/** The part of the browser object that settings need: the native object and the polyfill both have it. */
export interface SettingsHome {
  readonly storage: {
    readonly local: {
      get(key: string | string[]): Promise<Record<string, unknown>>;
      set(items: Record<string, unknown>): Promise<void>;
    };
    readonly onChanged: {
      addListener(listener: ChangeListener): void;
      removeListener(listener: ChangeListener): void;
    };
  };
}

/** The reader's settings; the defaults where nothing, or nothing readable, is stored. Never throws. */
export async function loadSettings(home: SettingsHome): Promise<Settings> {
  try {
    return readSettings((await home.storage.local.get(SETTINGS_KEY))[SETTINGS_KEY]);
  } catch {
    // Storage that cannot be read must not keep a page from being read: Ibid then behaves as newly installed.
    return readSettings(undefined);
  }
}

/** The change before this one: two at once would each write back what the other had not yet changed. */
let before: Promise<unknown> = Promise.resolve();

/**
 * Changes some settings and keeps the rest.
 *
 * @returns The settings as stored: out-of-range values are brought into range. Rejects where storage cannot be written.
 */
export function changeSettings(home: SettingsHome, change: Partial<Settings>): Promise<Settings> {
  const changing = before.then(async () => {
    const settings = readSettings({ ...(await loadSettings(home)), ...change });
    await home.storage.local.set({ [SETTINGS_KEY]: settings });
    return settings;
  });
  before = changing.catch(() => {});
  return changing;
}

/** Calls back with the settings after every change, from whatever context. Returns its undo. */
export function watchSettings(home: SettingsHome, listener: (settings: Settings) => void): () => void {
  const onChanged: ChangeListener = (changes, area) => {
    const change = area === 'local' ? changes[SETTINGS_KEY] : undefined;
    if (change) listener(readSettings(change.newValue));
  };
  home.storage.onChanged.addListener(onChanged);
  return () => home.storage.onChanged.removeListener(onChanged);
}
