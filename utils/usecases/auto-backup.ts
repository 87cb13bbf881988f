import { type BackupFault, type BackupState, isMakingBackup, nextBackup, surplusBackups } from '../model/backup-plan';
import type { BackupDone, BackupsChange, BackupTask } from '../platform/messages';

/** What the making of backups by themselves leans on. */
export interface AutoBackupNeeds {
  load(): Promise<BackupState>;
  /** Changes what is stored, one change after the other. */
  store(change: (stored: BackupState) => BackupState): Promise<BackupState>;
  /** Opens the hidden page that writes the file; rejects where the browser has none. */
  openPage(): Promise<void>;
  closePage(): Promise<void>;
  /** Wakes the background now and then, or no more. */
  wake(isWanted: boolean): Promise<void>;
  /** Puts the contents of an address into the folder for downloads and waits until they are there; rejects where they cannot be. */
  download(url: string, name: string): Promise<number>;
  /** Deletes a file that was so put; one that is gone already is none. Must not reject. */
  removeDownload(id: number): Promise<void>;
  /** Whether this is the library that the older backups are of: while another one is missed, they are all that is left of it. */
  isSameLibrary(): Promise<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
}

/** Backups that are made by themselves. The file is written by a page of its own, which asks for its task and says how it went. */
export interface AutoBackup {
  /** Begins a backup where one is due, or at any rate; does nothing while one is being made, or where none are to be made. */
  check(isForced: boolean): Promise<BackupState>;
  change(change: BackupsChange): Promise<BackupState>;
  task(): Promise<BackupTask>;
  download(url: string, name: string): Promise<void>;
  done(outcome: BackupDone): Promise<void>;
}

const two = (value: number) => String(value).padStart(2, '0');

/** `ibid-backup-2026-11-30-auto.ndjson.gz`: the reader's own date; told from what the reader saved by hand. */
export const backupFileName = (at: Date): string =>
  `ibid-backup-${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}-auto.ndjson.gz`;

/** Backups that are made by themselves, over what is stored about them. */
export function createAutoBackup(needs: AutoBackupNeeds): AutoBackup {
  const { load, store, now } = needs;

  const failed = (why: BackupFault, detail: string) =>
    store(({ begun: _begun, ...stored }) => ({ ...stored, failure: { at: now(), why, detail } }));

  async function check(isForced: boolean): Promise<BackupState> {
    const state = await load();
    const due = nextBackup(state, now());
    await needs.wake(due !== undefined);
    if (due === undefined || (due > now() && !isForced) || isMakingBackup(state, now())) return state;
    const begun = await store((stored) => ({ ...stored, begun: now() }));
    try {
      await needs.openPage();
      return begun;
    } catch (error) {
      return failed('other', String(error));
    }
  }

  /** The names of the backups that make room for another. */
  const surplus = async (state: BackupState, name: string) =>
    (await needs.isSameLibrary()) ? surplusBackups(state, name).map((each) => each.name) : [];

  return {
    check,
    async change({ plan, folder, wasAsked }) {
      await store((stored) => ({
        ...stored,
        plan: plan ?? stored.plan,
        ...(folder !== undefined && { folder }),
        wasAsked: stored.wasAsked || wasAsked === true || plan !== undefined,
      }));
      return check(false);
    },
    async task() {
      const state = await load();
      const name = backupFileName(new Date(now()));
      return {
        place: state.plan.place,
        name,
        taken: state.made.some((each) => each.name === name && each.place === state.plan.place),
        surplus: state.plan.place === 'folder' ? await surplus(state, name) : [],
      };
    },
    async download(url, name) {
      const id = await needs.download(url, name);
      await store((stored) => ({ ...stored, made: [...stored.made, { name, place: 'downloads', download: id }] }));
    },
    async done(outcome) {
      await needs.closePage();
      if (!outcome.isMade) {
        await failed(outcome.why, outcome.detail);
        return;
      }
      const { name, bytes, removed } = outcome;
      const before = await load();
      const { place } = before.plan;
      const gone = place === 'folder' ? removed : await surplus(before, name);
      for (const each of before.made) {
        if (each.download !== undefined && each.place === place && gone.includes(each.name))
          await needs.removeDownload(each.download);
      }
      await store(({ begun: _begun, failure: _failure, ...stored }) => ({
        ...stored,
        last: { at: now(), name, bytes },
        made: [
          ...stored.made.filter((each) => each.place !== place || !(gone.includes(each.name) || each.name === name)),
          stored.made.findLast((each) => each.place === place && each.name === name) ?? { name, place },
        ],
      }));
    },
  };
}
