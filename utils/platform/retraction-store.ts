import type { SettingsHome } from './settings';

/** Where the reader's own list of retracted works is kept in `storage.local`, as base64: not every browser keeps bytes there. */
const KEY = 'retractions';

/** How many bytes are turned into characters at a time: a function takes only so many arguments. */
const AT_ONCE = 8192;

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let from = 0; from < bytes.length; from += AT_ONCE)
    text += String.fromCharCode(...bytes.subarray(from, from + AT_ONCE));
  return btoa(text);
}

/** The bytes in a base64 text; none where it is no base64. */
export function fromBase64(text: string): Uint8Array {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

/** The reader's own list as it was saved; undefined where there is none. Never throws. */
export async function loadOwnList(home: Pick<SettingsHome, 'storage'>): Promise<Uint8Array | undefined> {
  try {
    const { [KEY]: stored } = await home.storage.local.get(KEY);
    return typeof stored === 'string' ? fromBase64(stored) : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps a list in place of the one before. Rejects where storage cannot be written. */
export const saveOwnList = (home: Pick<SettingsHome, 'storage'>, base64: string): Promise<void> =>
  home.storage.local.set({ [KEY]: base64 });
