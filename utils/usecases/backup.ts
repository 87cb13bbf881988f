import { type Failure, FailureError, type Result, type Said } from '../model/failure';
import { BACKUP_VERSION, type BackupRow, type LineWhy, readBackupLine } from './backup-line';

/** The tables of a backup, in the order in which they are written. */
export const BACKUP_TABLES = ['passages', 'items', 'collections', 'terms'] as const;

/** What became of rows that were restored. */
export interface Restored {
  /** Were not there. */
  readonly added: number;
  /** Were there in another version, and are as in the backup now. */
  readonly replaced: number;
  /** Were there as they are in the backup. */
  readonly identical: number;
  /** Are there in another version, and were left as they are. */
  readonly kept: number;
}

/** How rows stand to those of a library with the same ids. */
export interface Compared {
  readonly identical: number;
  readonly changed: number;
  readonly missing: number;
}

/** Where rows are read from and put. Nothing throws. */
export interface BackupStore {
  /** At most `most` rows of a table in the order of their ids, those after an id; all from the first where undefined. */
  batch(table: BackupRow['table'], after: string | undefined, most: number): Promise<Result<readonly BackupRow[]>>;
  /** Puts rows in one transaction: missing ones always, those in another version only where `replaces`. */
  restore(rows: readonly BackupRow[], replaces: boolean): Promise<Result<Restored>>;
  compare(rows: readonly BackupRow[]): Promise<Result<Compared>>;
}

/** A line of a file that was left out, from 1, and why. */
export interface LeftOut {
  readonly line: number;
  readonly why: LineWhy;
}

/** Rows read at once from the library, and restored at once into it. */
const BATCH = 200;
/** Characters of lines restored at once. */
const BATCH_CHARACTERS = 2_000_000;

/**
 * The text of a backup, piece by piece (docs/backup-format.md): the whole library with its trash.
 *
 * @param now - Milliseconds since the epoch.
 * @throws Where the library cannot be read: half a backup must not pass for one.
 */
export async function* backupText(store: Pick<BackupStore, 'batch'>, now: number): AsyncGenerator<string> {
  yield `${JSON.stringify({ format: 'ibid-backup', version: BACKUP_VERSION, made: new Date(now).toISOString() })}\n`;
  let rows = 0;
  for (const table of BACKUP_TABLES) {
    let after: string | undefined;
    for (;;) {
      const batch = await store.batch(table, after, BATCH);
      if (!batch.ok) throw new FailureError(batch.failure);
      if (batch.value.length === 0) break;
      yield batch.value.map((row) => `${JSON.stringify(row)}\n`).join('');
      rows += batch.value.length;
      after = batch.value.at(-1)!.row.id;
    }
  }
  yield `${JSON.stringify({ end: true, rows })}\n`;
}

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of pieces) {
    const lines = piece.split('\n');
    lines[0] = rest + lines[0];
    rest = lines.pop()!;
    yield* lines;
  }
  if (rest) yield rest;
}

/** A sentence about a file. */
export type Trouble = Pick<Failure, 'message' | 'says'>;

/** What a file turned out to be, and what was done with its rows. */
export interface BackupReport extends Restored {
  /** When the backup was made, ISO 8601; undefined where the file does not say. */
  readonly made?: string;
  readonly leftOut: readonly LeftOut[];
  /** What is to be said of the file as a whole: foreign, from a newer Ibid, cut off. */
  readonly troubles: readonly Trouble[];
}

const NOTHING: Restored = { added: 0, replaced: 0, identical: 0, kept: 0 };
const sum = (a: Restored, b: Restored): Restored => ({
  added: a.added + b.added,
  replaced: a.replaced + b.replaced,
  identical: a.identical + b.identical,
  kept: a.kept + b.kept,
});

const trouble = (...says: Said): Trouble => ({ message: says.join(': '), says });

/**
 * Reads a backup and restores its rows, batch by batch; a line that cannot be used is left out and listed.
 *
 * @param pieces - The file's text; an error on the way (a damaged gzip stream) ends it like a cut.
 * @param restore - Puts some lines of rows; every one has been read by {@link readBackupLine} before.
 * @returns Never rejects; a batch that could not be put is a trouble, and ends the reading.
 */
export async function readBackup(
  pieces: AsyncIterable<string>,
  restore: (lines: readonly string[]) => Promise<Result<Restored>>,
): Promise<BackupReport> {
  let done = NOTHING;
  let made: string | undefined;
  let batch: string[] = [];
  let characters = 0;
  let rows = 0;
  let line = 0;
  let promised: number | undefined;
  const leftOut: LeftOut[] = [];
  const report = (...troubles: Trouble[]): BackupReport => ({ ...done, made, leftOut, troubles });

  const flush = async (): Promise<Trouble | undefined> => {
    const result = batch.length > 0 ? await restore(batch) : undefined;
    batch = [];
    characters = 0;
    if (result?.ok) done = sum(done, result.value);
    return result && !result.ok ? result.failure : undefined;
  };
  try {
    for await (const text of linesOf(pieces)) {
      line += 1;
      if (text.trim() === '') continue;
      const read = readBackupLine(text);
      if (made === undefined) {
        if (read.type !== 'head') return report(trouble('backupForeign'));
        if (read.head.version > BACKUP_VERSION) return report(trouble('backupNewer'));
        made = read.head.made;
      } else if (read.type === 'wrong') {
        leftOut.push({ line, why: read.why });
      } else if (read.type === 'row') {
        rows += 1;
        batch.push(text);
        characters += text.length;
      } else if (read.type === 'end') {
        promised = read.end.rows;
      }
      if (batch.length < BATCH && characters < BATCH_CHARACTERS) continue;
      const stop = await flush();
      if (stop) return report(stop);
    }
  } catch {
    // The stream broke: what came before it is good.
  }
  if (made === undefined) return report(trouble('backupForeign'));
  const stop = await flush();
  if (stop) return report(stop);
  if (promised === undefined) return report(trouble('backupCutOff'));
  const missing = promised - rows - leftOut.length;
  return missing > 0 ? report(trouble('backupLacks', missing)) : report();
}

/** The rows in lines of a backup; lines that hold none are passed over. */
export const rowsIn = (lines: readonly string[]): readonly BackupRow[] =>
  lines.flatMap((line) => {
    const read = readBackupLine(line);
    return read.type === 'row' ? [read.row] : [];
  });

/** What restoring a file would do. */
export interface Rehearsal extends Compared {
  /** Of the reading of the file. */
  readonly report: BackupReport;
}

/**
 * Restores a backup into a scratch library, reads it back from there, and compares what it reads with the library, in which
 * nothing is changed.
 *
 * @param scratch - An empty library, thrown away afterwards by whoever made it.
 */
export async function rehearse(
  pieces: AsyncIterable<string>,
  scratch: BackupStore,
  library: BackupStore,
): Promise<Result<Rehearsal>> {
  const report = await readBackup(pieces, (lines) => scratch.restore(rowsIn(lines), true));
  let all: Compared = { identical: 0, changed: 0, missing: 0 };
  for (const table of BACKUP_TABLES) {
    let after: string | undefined;
    for (;;) {
      const batch = await scratch.batch(table, after, BATCH);
      if (!batch.ok) return batch;
      if (batch.value.length === 0) break;
      const compared = await library.compare(batch.value);
      if (!compared.ok) return compared;
      const { identical, changed, missing } = compared.value;
      all = {
        identical: all.identical + identical,
        changed: all.changed + changed,
        missing: all.missing + missing,
      };
      after = batch.value.at(-1)!.row.id;
    }
  }
  return { ok: true, value: { ...all, report } };
}
