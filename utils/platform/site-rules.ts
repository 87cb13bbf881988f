import { readSettings, SETTINGS_KEY, type Settings } from '../model/settings';
import { changedRules, RULES_KEY, readRules, type SiteRule } from '../model/site-rule';
import type { SettingsHome } from './settings';

/** What the reader taught, of all sites; nothing where nothing, or nothing readable, is stored. Never throws. */
export async function loadRules(home: SettingsHome): Promise<readonly SiteRule[]> {
  try {
    return readRules((await home.storage.local.get(RULES_KEY))[RULES_KEY]);
  } catch {
    return [];
  }
}

/** The settings, and the rules of one site, in one question: every frame of every page asks it. Never throws. */
export async function loadForSite(
  home: SettingsHome,
  site: string,
): Promise<{ readonly settings: Settings; readonly rules: readonly SiteRule[] }> {
  let stored: Record<string, unknown> = {};
  try {
    stored = await home.storage.local.get([SETTINGS_KEY, RULES_KEY]);
  } catch {
    // As newly installed, then.
  }
  return { settings: readSettings(stored[SETTINGS_KEY]), rules: rulesOf(stored[RULES_KEY], site) };
}

const rulesOf = (stored: unknown, site: string): readonly SiteRule[] =>
  stored ? readRules(stored).filter((rule) => rule.site === site) : [];

let before: Promise<unknown> = Promise.resolve();

/** Adds and removes rules, one change after the other. Rejects where storage cannot be written. */
export function changeRules(home: SettingsHome, change: Parameters<typeof changedRules>[1]): Promise<void> {
  const changing = before.then(async () => {
    await home.storage.local.set({ [RULES_KEY]: changedRules(await loadRules(home), change) });
  });
  before = changing.catch(() => {});
  return changing;
}

/** Calls back with the rules after every change, of one site or of all. Returns its undo. */
export function watchRules(home: SettingsHome, listener: (rules: readonly SiteRule[]) => void, site?: string) {
  const onChanged: Parameters<typeof home.storage.onChanged.addListener>[0] = (changes, area) => {
    const change = area === 'local' ? changes[RULES_KEY] : undefined;
    if (change) listener(site === undefined ? readRules(change.newValue) : rulesOf(change.newValue, site));
  };
  home.storage.onChanged.addListener(onChanged);
  return () => home.storage.onChanged.removeListener(onChanged);
}
