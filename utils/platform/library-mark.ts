import type { SettingsHome } from './settings';

const KEY = 'libraryName';

/** The name of the library that was seen last; undefined where none was, or where nothing can be read. Never throws. */
export async function loadLibraryName(home: SettingsHome): Promise<string | undefined> {
  try {
    const { [KEY]: name } = await home.storage.local.get(KEY);
    return typeof name === 'string' && name !== '' ? name : undefined;
  } catch {
    return undefined;
  }
}

/** Remembers a library's name outside of it, so that it is missed when it is gone. Empty: none is there to be missed. */
export async function keepLibraryName(home: SettingsHome, name: string): Promise<void> {
  await home.storage.local.set({ [KEY]: name });
}
