import { Dexie, type Table } from 'dexie';
import { failedAs, type Result, success } from '../model/failure';
import type { BackupStore, Compared, Restored } from '../usecases/backup';
import type { BackupRow } from '../usecases/backup-line';
import { createTermTable, type TermHome, termsInMemory } from './backup-terms';
import type { Database, OpenOptions } from './database';
import { createLibrary, type Library } from './library';
import { BESIDE, writeRows } from './write';

/** A value as text that is the same for the same value, in whatever order its fields were written. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A row of the library itself. */
type LibraryRow = Exclude<BackupRow, { readonly table: 'terms' }>;
type Row = LibraryRow['row'];
const isOfLibrary = (row: BackupRow): row is LibraryRow => row.table !== 'terms';
const termsAmong = (rows: readonly BackupRow[]) => rows.flatMap((each) => (each.table === 'terms' ? [each.row] : []));
/** The row without what follows from the rest of it. */
function bare(row: Row): Row {
  const { alike: _alike, ...rest } = row as Row & { alike?: string };
  return rest as Row;
}
/** Whether two rows say the same, whenever they came to say it. */
function isSame(a: Row, b: Row): boolean {
  const said = ({ stamp: _stamp, ...row }: Row) => canonical(bare(row as Row));
  return said(a) === said(b);
}
const tableOf = (database: Database, table: LibraryRow['table']) => database.table(table) as Table<Row, string>;

async function put(database: Database, table: LibraryRow['table'], rows: readonly Row[], replaces: boolean) {
  // A file may hold an id twice: the last one counts.
  const unique = [...new Map(rows.map((row) => [row.id, row])).values()];
  const stored = await tableOf(database, table).bulkGet(unique.map(({ id }) => id));
  const done = { added: 0, replaced: 0, identical: 0, kept: 0 };
  const [added, replaced]: [Row[], Row[]] = [[], []];
  for (const [index, row] of unique.entries()) {
    const before = stored[index];
    if (before && isSame(before, row)) {
      done.identical += 1;
    } else if (before && !replaces) {
      done.kept += 1;
    } else {
      done[before ? 'replaced' : 'added'] += 1;
      (before ? replaced : added).push(row);
    }
  }
  // What was not there comes with its time; to put an old version back in place of another is a change of now.
  await writeRows(database, table, added, true);
  await writeRows(database, table, replaced);
  return done;
}

/** Counts of one name, added. */
const sum = <T extends object>(a: T, b: T): T =>
  Object.fromEntries(Object.entries(a).map(([what, count]) => [what, count + b[what as keyof T]])) as T;

/** What comes of a thing that may reject. */
const tried = <T>(stage: string, doing: Promise<T>): Promise<Result<T>> =>
  doing.then(success, (error) => failedAs('storage', stage, 'ownWordsUnreachable', String(error)));

/**
 * The library as backups see it, with the reader's own words.
 *
 * @param home - Where those are; in memory where missing.
 */
export function createBackupStore(library: Library, home: TermHome = termsInMemory()): BackupStore {
  const terms = createTermTable(home);
  return {
    batch: (table, after, most) =>
      table === 'terms'
        ? tried('backup.read', terms.batch(after, most))
        : library.use('backup.read', async (database) => {
            const all = tableOf(database, table);
            const rows = await (after === undefined ? all.orderBy('id') : all.where('id').above(after))
              .limit(most)
              .toArray();
            return rows.map((row) => ({ table, row: bare(row) }) as BackupRow);
          }),
    async restore(rows, replaces) {
      const inLibrary = rows.filter(isOfLibrary);
      const tables = [...new Set(inLibrary.map(({ table }) => table))];
      const done = await library.use('backup.restore', async (database) =>
        database.transaction('rw', [...tables, ...BESIDE], async () => {
          let all: Restored = { added: 0, replaced: 0, identical: 0, kept: 0 };
          for (const table of tables) {
            const own = inLibrary.flatMap((each) => (each.table === table ? [each.row] : []));
            all = sum(all, await put(database, table, own, replaces));
          }
          return all;
        }),
      );
      if (!done.ok) return done;
      const said = await tried('backup.restore', terms.restore(termsAmong(rows), replaces));
      return said.ok ? success(sum(done.value, said.value)) : said;
    },
    async compare(rows) {
      const done = await library.use('backup.compare', async (database) => {
        const counts = { identical: 0, changed: 0, missing: 0 };
        for (const { table, row } of rows.filter(isOfLibrary)) {
          const stored = await tableOf(database, table).get(row.id);
          counts[stored === undefined ? 'missing' : isSame(stored, row) ? 'identical' : 'changed'] += 1;
        }
        return counts;
      });
      if (!done.ok) return done;
      const said = await tried('backup.compare', terms.compare(termsAmong(rows)));
      return said.ok ? success(sum<Compared>(done.value, said.value)) : said;
    },
  };
}

/**
 * A library of its own for a rehearsal, empty; `end` throws it away.
 *
 * @param options - As for the library; the name gets an ending.
 */
export async function openScratch(
  options: OpenOptions = {},
): Promise<{ store: BackupStore; end: () => Promise<void> }> {
  const { indexedDB = globalThis.indexedDB, IDBKeyRange = globalThis.IDBKeyRange } = options;
  const name = `${options.name ?? 'ibid'}-rehearsal`;
  const end = () => new Dexie(name, { indexedDB, IDBKeyRange }).delete();
  // One that a closed window left behind.
  await end();
  return { store: createBackupStore(createLibrary({ ...options, name })), end };
}
