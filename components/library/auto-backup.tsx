import { type BackupPlan, type BackupState, nextBackup, RHYTHMS, type Rhythm } from '../../utils/model/backup-plan';
import { sizeText } from './size-text';
import { type LibraryWord, t } from './words';

export interface AutoBackupProps {
  /** Undefined while it is read. */
  readonly state: BackupState | undefined;
  /** Whether one is being made now. */
  readonly isMaking: boolean;
  /** Whether the browser lets the reader choose a folder. */
  readonly canChooseFolder: boolean;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly timeText: (at: number) => string;
  /** Asks for a folder, and switches backups on. */
  readonly onFolder: () => void;
  /** Asks for the permission, and switches backups on. */
  readonly onDownloads: () => void;
  readonly onPlan: (plan: BackupPlan) => void;
  readonly onNow: () => void;
}

const RHYTHM_WORDS: { readonly [Name in Rhythm]: LibraryWord } = {
  off: 'rhythmOff',
  daily: 'rhythmDaily',
  weekly: 'rhythmWeekly',
};

/** Where a backup goes, in words. */
const placeWords = ({ plan, folder }: BackupState): string =>
  plan.place === 'folder' ? t('intoFolder', folder ?? '') : t('intoDownloads');

/** Why the last backup was not made, and what puts that right. */
function Failure({ state, onFolder, onDownloads, onNow, timeText }: AutoBackupProps & { readonly state: BackupState }) {
  const { failure, folder = '' } = state;
  if (!failure) return null;
  const { why, detail } = failure;
  const [words, label, run] = {
    lapsed: [t('backupLapsed', folder), t('allowAgain'), onFolder],
    gone: [t('backupGone', folder), t('chooseFolder'), onFolder],
    refused: [t('backupRefused'), t('allowAgain'), onDownloads],
    full: [t('backupFull'), t('backUpNow'), onNow],
    other: [t('backupFailed', detail), t('backUpNow'), onNow],
  }[why] as [string, string, () => void];
  return (
    <p class="notice" role="alert">
      {t('notBackedUp', timeText(failure.at))} {words}{' '}
      <button type="button" onClick={run}>
        {label}
      </button>
    </p>
  );
}

/** Backups that are made by themselves: how often, where, how many are kept, and how the last one went. */
export function AutoBackup(props: AutoBackupProps) {
  const { state, isMaking, canChooseFolder, now, timeText, onFolder, onDownloads, onPlan, onNow } = props;
  if (!state) return null;
  const { plan, last } = state;
  const isOn = plan.rhythm !== 'off';
  const next = nextBackup(state, now);
  return (
    <section class="auto-backup" aria-labelledby="auto-backup">
      <h3 id="auto-backup">{t('autoBackup')}</h3>
      {!isOn && (
        <>
          <p class="aside">{t(canChooseFolder ? 'autoBackupText' : 'autoBackupTextDownloads')}</p>
          <p class="safe-actions">
            {canChooseFolder && (
              <button type="button" onClick={onFolder}>
                {t('chooseFolder')}
              </button>
            )}
            <button type="button" onClick={onDownloads}>
              {t('useDownloads')}
            </button>
          </p>
        </>
      )}
      {isOn && (
        <>
          <p class="safe-actions">
            <label>
              {t('rhythm')}{' '}
              <select
                value={plan.rhythm}
                onChange={(event) => onPlan({ ...plan, rhythm: event.currentTarget.value as Rhythm })}
              >
                {RHYTHMS.map((name) => (
                  <option key={name} value={name}>
                    {t(RHYTHM_WORDS[name])}
                  </option>
                ))}
              </select>
            </label>
            <label>
              {t('keepFiles')}{' '}
              <input
                type="number"
                min={1}
                max={99}
                value={plan.keep}
                onChange={(event) => {
                  const keep = Math.round(event.currentTarget.valueAsNumber);
                  if (keep >= 1 && keep <= 99) onPlan({ ...plan, keep });
                }}
              />
            </label>
            <button type="button" disabled={isMaking} onClick={onNow}>
              {t('backUpNow')}
            </button>
          </p>
          <p>
            {placeWords(state)}{' '}
            {canChooseFolder && (
              <button type="button" class="quiet" onClick={onFolder}>
                {t('chooseFolder')}
              </button>
            )}
            {plan.place === 'folder' && (
              <button type="button" class="quiet" onClick={onDownloads}>
                {t('useDownloads')}
              </button>
            )}
          </p>
          <p role="status">
            {isMaking
              ? t('backingUp')
              : last
                ? t('lastBackup', timeText(last.at), last.name, sizeText(last.bytes))
                : t('noBackupYet')}{' '}
            {!isMaking && next !== undefined && (next > now ? t('nextBackup', timeText(next)) : t('nextBackupSoon'))}
          </p>
          <Failure {...props} state={state} />
        </>
      )}
    </section>
  );
}

/** Asks once, when there is something to lose, whether backups shall be made. */
export function BackupQuestion({ onYes, onNo }: { readonly onYes: () => void; readonly onNo: () => void }) {
  return (
    <section class="notice backup-question" aria-label={t('backupQuestionName')}>
      <p>{t('backupQuestion')}</p>
      <p class="answers">
        <button type="button" onClick={onYes}>
          {t('backupQuestionYes')}
        </button>
        <button type="button" class="quiet" onClick={onNo}>
          {t('backupQuestionNo')}
        </button>
      </p>
    </section>
  );
}
