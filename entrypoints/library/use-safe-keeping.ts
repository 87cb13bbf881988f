import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupOutcome, SafeKeepingProps } from '../../components/library/safe-keeping';
import { fileName } from '../../components/library/shown';
import { t } from '../../components/library/words';
import { timeText } from '../../components/pages/dates';
import { errorText, failureText } from '../../components/pages/failure-text';
import { FailureError } from '../../utils/model/failure';
import type { StorageState } from '../../utils/model/storage-state';
import { browser } from '../../utils/platform/browser';
import { gzipped, textOf } from '../../utils/platform/gzip';
import { saveBlob, saveFile } from '../../utils/platform/save-file';
import { sendToBackground } from '../../utils/platform/send';
import { readStorageState } from '../../utils/platform/storage-state';
import { termHome } from '../../utils/platform/term-store';
import { createBackupStore, openScratch } from '../../utils/storage/backup';
import type { Library } from '../../utils/storage/library';
import { createRescueStore } from '../../utils/storage/rescue';
import { type BackupReport, type BackupStore, backupText, readBackup, rehearse } from '../../utils/usecases/backup';

const madeText = ({ made }: BackupReport) => {
  const at = made === undefined ? Number.NaN : Date.parse(made);
  return Number.isNaN(at) ? made : timeText(at);
};

/** Backup, rehearsal and restore over the library, and what the browser says about the room. */
export function useSafeKeeping(
  library: Library,
  tell: (message: string) => void,
  isOpen: boolean,
): Omit<SafeKeepingProps, 'automatic'> & { readonly rescue: () => void } {
  const [storage, setStorage] = useState<StorageState>();
  const [outcome, setOutcome] = useState<BackupOutcome>();
  const [busy, setBusy] = useState<string>();
  const file = useRef<File>(undefined);

  const look = () => void readStorageState().then(setStorage, () => setStorage(undefined));
  useEffect(() => {
    if (!isOpen) return;
    // Browsers promise it to an extension with `unlimitedStorage` without a question.
    void navigator.storage.persist().finally(look);
    // The part that the address names was not there when the browser looked for it.
    if (location.hash === '#safe-keeping') document.getElementById('safe-keeping')?.scrollIntoView();
  }, [isOpen]);

  /** Does one thing at a time, and says why it could not be done. */
  const doing = async (words: string, work: () => Promise<void>) => {
    setBusy(words);
    try {
      await work();
    } catch (error) {
      tell(t('failed', errorText(error)));
    }
    setBusy(undefined);
    look();
  };

  const backUp = (store: Pick<BackupStore, 'batch'>) =>
    void doing(t('backingUp'), async () => {
      const now = new Date();
      const name = fileName('backup', 'ndjson.gz', now);
      saveBlob(document, name, await gzipped(backupText(store, now.getTime())));
      tell(t('exported', name));
    });

  return {
    storage,
    outcome,
    busy,
    onBackup: () => backUp(createBackupStore(library, termHome(browser))),
    rescue: () => {
      // The reader's own words are not in what cannot be opened.
      const [lost, whole] = [createRescueStore(), createBackupStore(library, termHome(browser))];
      backUp({
        batch: (table, after, most) => (table === 'terms' ? whole : lost).batch(table, after, most),
      });
    },
    onRehearse: (chosen) =>
      void doing(t('rehearsing'), async () => {
        file.current = chosen;
        setOutcome(undefined);
        const scratch = await openScratch();
        try {
          const rehearsed = await rehearse(
            textOf(chosen),
            scratch.store,
            createBackupStore(library, termHome(browser)),
          );
          if (!rehearsed.ok) throw new FailureError(rehearsed.failure);
          const { report, identical, changed, missing } = rehearsed.value;
          const { leftOut } = report;
          const troubles = report.troubles.map(failureText);
          setOutcome({ type: 'rehearsed', made: madeText(report), identical, changed, missing, troubles, leftOut });
        } finally {
          await scratch.end();
        }
      }),
    onRestore: (replaces) =>
      void doing(t('restoring'), async () => {
        if (!file.current) return;
        let count = 0;
        const report = await readBackup(textOf(file.current), (lines) => {
          count += lines.length;
          setBusy(t('restoringCount', count));
          return sendToBackground('restoreLines', { lines, replaces });
        });
        const { identical, replaced, added, leftOut } = report;
        setOutcome({
          type: 'restored',
          made: madeText(report),
          identical,
          changed: replaced,
          missing: added,
          troubles: report.troubles.map(failureText),
          leftOut,
        });
      }),
    onSaveLeftOut: (leftOut) =>
      saveFile(
        document,
        fileName('left-out', 'txt', new Date()),
        'text/plain',
        leftOut.map(({ line, why }) => `${t('leftOutLine', line, t(...why))}\n`).join(''),
      ),
    onPersist: () =>
      void doing(t('persist'), async () => {
        if (!(await navigator.storage.persist())) tell(t('persistRefused'));
      }),
  };
}
