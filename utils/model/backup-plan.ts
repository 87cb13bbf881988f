/** How often a backup is made by itself. */
export const RHYTHMS = ['off', 'daily', 'weekly'] as const;

/** One of {@link RHYTHMS}. */
export type Rhythm = (typeof RHYTHMS)[number];

/** What the reader decided about backups that are made by themselves. */
export interface BackupPlan {
  readonly rhythm: Rhythm;
  /** How many files are kept, 1–99; older ones are removed. */
  readonly keep: number;
  /** A folder that the reader chose, or the browser's own for downloads. */
  readonly place: 'folder' | 'downloads';
}

/**
 * Why a backup was not made: the browser wants to ask anew before a folder is written, the folder is gone, the disk is full, the
 * permission for downloads was taken back, something else.
 */
export const BACKUP_FAULTS = ['lapsed', 'gone', 'full', 'refused', 'other'] as const;

/** One of {@link BACKUP_FAULTS}. */
export type BackupFault = (typeof BACKUP_FAULTS)[number];

/** A file that was made. */
export interface MadeBackup {
  readonly name: string;
  readonly place: BackupPlan['place'];
  /** The browser's number of the download. */
  readonly download?: number;
}

/** Plan and story of the backups that are made by themselves. Times are milliseconds since the epoch. */
export interface BackupState {
  readonly plan: BackupPlan;
  /** Name of the chosen folder, as the browser tells it. */
  readonly folder?: string;
  readonly last?: { readonly at: number; readonly name: string; readonly bytes: number };
  /** Why the last one was not made; undefined where it was. */
  readonly failure?: { readonly at: number; readonly why: BackupFault; readonly detail: string };
  /** The files that are still there, oldest first. */
  readonly made: readonly MadeBackup[];
  /** When one was begun that has not ended yet. */
  readonly begun?: number;
  /** Whether the reader has been asked once whether backups should be made, and has answered. */
  readonly wasAsked: boolean;
}

/** Where the state is kept in `storage.local`. */
export const BACKUP_KEY = 'backups';

const HOUR_MS = 3_600_000;
/** Time from one backup to the next, milliseconds. */
export const RHYTHM_MS: { readonly [Name in Exclude<Rhythm, 'off'>]: number } = {
  daily: 24 * HOUR_MS,
  weekly: 7 * 24 * HOUR_MS,
};
/** After this time one that was begun counts as given up: the browser was closed over it. */
const GIVEN_UP_MS = HOUR_MS / 2;

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const timeIn = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) ? value : undefined;

function readPlan(raw: unknown): BackupPlan {
  const { rhythm, keep, place } = isObject(raw) ? raw : {};
  return {
    rhythm: RHYTHMS.includes(rhythm as Rhythm) ? (rhythm as Rhythm) : 'off',
    keep: Math.min(99, Math.max(1, Math.round(timeIn(keep) ?? 5))),
    place: place === 'folder' ? 'folder' : 'downloads',
  };
}

/** The state from whatever is stored: missing or damaged fields take what holds at first, one by one. */
export function readBackupState(stored: unknown): BackupState {
  const { plan, folder, last, failure, made, begun, wasAsked } = isObject(stored) ? stored : ({} as never);
  return {
    plan: readPlan(plan),
    ...(typeof folder === 'string' && { folder }),
    ...(isObject(last) && timeIn(last.at) !== undefined && { last: last as unknown as BackupState['last'] }),
    ...(isObject(failure) &&
      BACKUP_FAULTS.includes(failure.why as BackupFault) && {
        failure: failure as unknown as BackupState['failure'],
      }),
    made: Array.isArray(made) ? made.filter((each) => isObject(each) && typeof each.name === 'string') : [],
    ...(timeIn(begun) !== undefined && { begun: begun as number }),
    wasAsked: wasAsked === true,
  };
}

/** When the next backup is due; undefined where none is to be made. It may be in the past. */
export function nextBackup({ plan, last }: BackupState, now: number): number | undefined {
  if (plan.rhythm === 'off') return undefined;
  // A last one in the future is of a clock that was wrong.
  if (!last || last.at > now) return now;
  return last.at + RHYTHM_MS[plan.rhythm];
}

/** Whether a backup is being made. */
export const isMakingBackup = ({ begun }: BackupState, now: number): boolean =>
  begun !== undefined && begun <= now && now - begun < GIVEN_UP_MS;

/** The oldest of the files made in this place that are more than are to be kept, once one more is there. */
export const surplusBackups = ({ made, plan }: BackupState, name: string): readonly MadeBackup[] => {
  const others = made.filter((each) => each.place === plan.place && each.name !== name);
  return others.slice(0, Math.max(0, others.length + 1 - plan.keep));
};
