import { useEffect, useState } from 'preact/hooks';
import type { AutoBackupProps } from '../../components/library/auto-backup';
import { t } from '../../components/library/words';
import { timeText } from '../../components/pages/dates';
import { failureText } from '../../components/pages/failure-text';
import { type BackupPlan, type BackupState, isMakingBackup } from '../../utils/model/backup-plan';
import { watchBackupState } from '../../utils/platform/backup-state';
import { browser } from '../../utils/platform/browser';
import { sendToBackground } from '../../utils/platform/send';
import { createFolderStore } from '../../utils/storage/folder';

type Folder = FileSystemDirectoryHandle & {
  requestPermission(wanted: { mode: 'readwrite' }): Promise<PermissionState>;
};
/** Chromium's own (https://developer.mozilla.org/docs/Web/API/Window/showDirectoryPicker). */
const chooser = globalThis as {
  showDirectoryPicker?: (wanted: { id: string; mode: 'readwrite' }) => Promise<Folder>;
};

/** How often is looked whether the next one is due, while the page is open, milliseconds. */
const LOOK_MS = 60 * 60_000;

/** Backups that are made by themselves, and the question whether they shall be. */
export function useAutoBackup(
  tell: (message: string) => void,
  isOpen: boolean,
): AutoBackupProps & { readonly onLater: () => void; readonly wasAsked: boolean } {
  const [state, setState] = useState<BackupState>();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    if (!isOpen) return;
    const check = () => void sendToBackground('checkBackups', { isForced: false });
    check();
    const timer = setInterval(check, LOOK_MS);
    const stop = watchBackupState(browser, (next) => {
      setState(next);
      setNow(Date.now());
    });
    return () => {
      clearInterval(timer);
      stop();
    };
  }, [isOpen]);

  const change = async (plan: BackupPlan, folder?: string) => {
    const reply = await sendToBackground('changeBackups', { plan, folder });
    if (!reply.ok) tell(t('failed', failureText(reply.failure)));
    return reply.ok;
  };
  /** With another place: on, and at once, so that the reader sees it work. */
  const begin = async (place: BackupPlan['place'], folder?: string) => {
    if (!state) return;
    const { rhythm, keep } = state.plan;
    if (await change({ rhythm: rhythm === 'off' ? 'weekly' : rhythm, keep, place }, folder))
      await sendToBackground('checkBackups', { isForced: true });
  };
  const saying = (work: () => Promise<void>) => () =>
    void work().catch((error: Error) => {
      // The reader closed the window in which the folder is chosen.
      if (error.name !== 'AbortError') tell(t('failed', error.message));
    });

  return {
    state,
    isMaking: state !== undefined && isMakingBackup(state, Math.max(now, state.begun ?? 0)),
    canChooseFolder: chooser.showDirectoryPicker !== undefined,
    now,
    timeText,
    onFolder: saying(async () => {
      const store = createFolderStore();
      const stored = state?.failure?.why === 'lapsed' ? ((await store.load()) as Folder | undefined) : undefined;
      if (stored && (await stored.requestPermission({ mode: 'readwrite' })) === 'granted') {
        return begin('folder', stored.name);
      }
      const folder = await chooser.showDirectoryPicker?.({ id: 'backup', mode: 'readwrite' });
      if (!folder) return;
      await store.keep(folder);
      await begin('folder', folder.name);
    }),
    onDownloads: saying(async () => {
      if (await browser.permissions.request({ permissions: ['downloads'] })) await begin('downloads');
      else tell(t('downloadsRefused'));
    }),
    onPlan: (plan) => void change(plan),
    onNow: () => void sendToBackground('checkBackups', { isForced: true }),
    wasAsked: state?.wasAsked ?? true,
    onLater: () => void sendToBackground('changeBackups', { wasAsked: true }),
  };
}
