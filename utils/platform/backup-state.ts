import { BACKUP_KEY, type BackupState, readBackupState } from '../model/backup-plan';
import type { SettingsHome } from './settings';

/** Plan and story of the backups that are made by themselves; those of a new reader where nothing can be read. Never throws. */
export async function loadBackupState(home: SettingsHome): Promise<BackupState> {
  try {
    return readBackupState((await home.storage.local.get(BACKUP_KEY))[BACKUP_KEY]);
  } catch {
    return readBackupState(undefined);
  }
}

let before: Promise<unknown> = Promise.resolve();

/** Changes them, one change after the other; only the background does. Rejects where storage cannot be written. */
export function storeBackupState(
  home: SettingsHome,
  change: (stored: BackupState) => BackupState,
): Promise<BackupState> {
  const storing = before.then(async () => {
    const next = change(await loadBackupState(home));
    await home.storage.local.set({ [BACKUP_KEY]: next });
    return next;
  });
  before = storing.catch(() => {});
  return storing;
}

/** Tells them now and after every change, from whatever context. Returns its undo. */
export function watchBackupState(home: SettingsHome, tell: (state: BackupState) => void): () => void {
  const onChanged = (changes: Record<string, { readonly newValue?: unknown }>, area: string) => {
    const change = area === 'local' ? changes[BACKUP_KEY] : undefined;
    if (change) tell(readBackupState(change.newValue));
  };
  home.storage.onChanged.addListener(onChanged);
  void loadBackupState(home).then(tell);
  return () => home.storage.onChanged.removeListener(onChanged);
}
