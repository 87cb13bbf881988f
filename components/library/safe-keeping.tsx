import { useState } from 'preact/hooks';
import type { StorageState } from '../../utils/model/storage-state';
import { AutoBackup, type AutoBackupProps } from './auto-backup';
import { StorageLine } from './storage-line';
import { type LibraryWord, t } from './words';

/** What a rehearsal found, or what a restore has done. */
export interface BackupOutcome {
  readonly type: 'rehearsed' | 'restored';
  /** When the backup was made, for people; undefined where the file does not say. */
  readonly made?: string;
  readonly identical: number;
  /** In the library in another version (rehearsed), or replaced (restored). */
  readonly changed: number;
  /** Not in the library (rehearsed), or added (restored). */
  readonly missing: number;
  readonly troubles: readonly string[];
  readonly leftOut: readonly { readonly line: number; readonly why: readonly [LibraryWord, ...(string | number)[]] }[];
}

export interface SafeKeepingProps {
  readonly storage: StorageState | undefined;
  readonly outcome: BackupOutcome | undefined;
  /** What is being done with a backup now, in words; undefined while nothing is. */
  readonly busy: string | undefined;
  readonly onBackup: () => void;
  readonly onRehearse: (file: File) => void;
  readonly onRestore: (replaces: boolean) => void;
  readonly onPersist: () => void;
  /** Gives the reader the list of lines that were left out, whole. */
  readonly onSaveLeftOut: (leftOut: BackupOutcome['leftOut']) => void;
  readonly automatic: AutoBackupProps;
}

/** Share of the room above which the reader is warned. */
const NEARLY_FULL = 0.8;

/** Whether there is little room left. */
export const isNearlyFull = (storage: StorageState | undefined): boolean =>
  storage !== undefined && storage.usedBytes > storage.roomBytes * NEARLY_FULL;
/** Lines left out that are shown; a damaged file has thousands. */
const FIRST = 20;

function Outcome({
  outcome,
  onRestore,
  onSaveLeftOut,
}: { outcome: BackupOutcome } & Pick<SafeKeepingProps, 'onRestore' | 'onSaveLeftOut'>) {
  const { type, made, identical, changed, missing, troubles, leftOut } = outcome;
  const [replaces, setReplaces] = useState(false);
  const isRehearsal = type === 'rehearsed';
  return (
    <div class="outcome" role="status">
      {troubles.map((trouble) => (
        <p key={trouble} class="trouble">
          {trouble}
        </p>
      ))}
      {made !== undefined && (
        <>
          <p>{t(isRehearsal ? 'rehearsed' : 'restoredFrom', made)}</p>
          <dl class="counts">
            <div>
              <dt>{t('identical')}</dt>
              <dd>{identical}</dd>
            </div>
            <div>
              <dt>{t(isRehearsal ? 'changed' : 'replaced')}</dt>
              <dd>{changed}</dd>
            </div>
            <div>
              <dt>{t(isRehearsal ? 'missing' : 'added')}</dt>
              <dd>{missing}</dd>
            </div>
          </dl>
        </>
      )}
      {leftOut.length > 0 && (
        <details>
          <summary>{t('leftOut', leftOut.length)}</summary>
          <ul>
            {leftOut.slice(0, FIRST).map(({ line, why }) => (
              <li key={line}>{t('leftOutLine', line, t(...why))}</li>
            ))}
          </ul>
          <button type="button" onClick={() => onSaveLeftOut(leftOut)}>
            {t('saveLeftOut')}
          </button>
        </details>
      )}
      {isRehearsal && changed > 0 && (
        <label>
          <input type="checkbox" checked={replaces} onChange={(event) => setReplaces(event.currentTarget.checked)} />{' '}
          {t('replaces')}
        </label>
      )}
      {isRehearsal && (missing > 0 || changed > 0) && (
        <button type="button" disabled={missing === 0 && !replaces} onClick={() => onRestore(replaces)}>
          {t('restoreNow', missing + (replaces ? changed : 0))}
        </button>
      )}
    </div>
  );
}

/** Backup, rehearsal and restore, and what the browser says about the room. */
export function SafeKeeping(props: SafeKeepingProps) {
  const { storage, outcome, busy, onBackup, onRehearse, onRestore, onPersist, onSaveLeftOut, automatic } = props;
  return (
    <section class="safe-keeping" aria-labelledby="safe-keeping">
      <h2 id="safe-keeping">{t('safeKeeping')}</h2>
      <p class="aside">{t('safeKeepingText')}</p>
      <p class="safe-actions">
        <button type="button" disabled={busy !== undefined} onClick={onBackup}>
          {t('backUp')}
        </button>
        <label class="button">
          {t('chooseBackup')}
          <input
            type="file"
            class="hidden"
            accept=".gz,.ndjson,application/gzip"
            disabled={busy !== undefined}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0];
              event.currentTarget.value = '';
              if (file) onRehearse(file);
            }}
          />
        </label>
      </p>
      {busy !== undefined && <p role="status">{busy}</p>}
      {busy === undefined && outcome && (
        <Outcome key={JSON.stringify(outcome)} outcome={outcome} onRestore={onRestore} onSaveLeftOut={onSaveLeftOut} />
      )}
      <AutoBackup {...automatic} />
      {storage && <StorageLine storage={storage} onPersist={onPersist} />}
    </section>
  );
}
