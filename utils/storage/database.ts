import { Dexie, type DexieOptions } from 'dexie';
import { failedAs, type Result, success } from '../model/failure';
import type { Tables } from './rows';
import { type LibraryVersion, VERSIONS } from './versions';

/** The library, open. */
export type Database = Dexie & Tables;

/** What opening may be told; tests bring their own IndexedDB, name and versions. */
export interface OpenOptions {
  readonly name?: string;
  readonly indexedDB?: IDBFactory;
  readonly IDBKeyRange?: DexieOptions['IDBKeyRange'];
  readonly versions?: readonly LibraryVersion[];
  /** How long another window may hold an older version open before opening fails. */
  readonly patienceMs?: number;
  /** Called when a newer Ibid wants to change the library's shape: the connection is closed by then. */
  readonly onSuperseded?: () => void;
}

/** Dexie multiplies its version numbers by ten in IndexedDB (https://dexie.org/docs/Dexie/Dexie.version()). */
const NATIVE_FACTOR = 10;

/** Stage of the failure that means: this library was written by a newer Ibid. */
export const NEWER_STAGE = 'storage.newer';

const newer = (): Result<never> => failedAs('storage', NEWER_STAGE, 'newer');

function describe(versions: readonly LibraryVersion[], name: string, options: DexieOptions): Database {
  const database = new Dexie(name, options) as Database;
  for (const { version, stores, rows } of versions) {
    const step = database.version(version).stores(stores);
    if (!rows) continue;
    step.upgrade(async (transaction) => {
      for (const [table, migrate] of Object.entries(rows)) {
        await transaction
          .table(table)
          .toCollection()
          .modify((row, reference) => {
            reference.value = migrate(row);
          });
      }
    });
  }
  return database;
}

/** Native version of the stored library; 0 where there is none, or where the browser does not tell. */
async function storedVersion(factory: IDBFactory, name: string): Promise<number> {
  const all = await factory.databases?.();
  return all?.find((entry) => entry.name === name)?.version ?? 0;
}

/**
 * Opens the library, bringing it to the newest version.
 *
 * @returns The open database, or a failure of kind `storage`: stage `storage.newer` for a library from a newer Ibid, which
 *   is left as it is (Dexie by itself would open it and write old rows into it), `storage.blocked` while another window
 *   holds an older version open, `storage.open` where the browser gives no storage or it is damaged. Never throws.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Result<Database>> {
  const { name = 'ibid', versions = VERSIONS, patienceMs = 8000 } = options;
  const factory = options.indexedDB ?? globalThis.indexedDB;
  const newest = versions[versions.length - 1]!.version;
  let database: Database | undefined;
  let patience: ReturnType<typeof setTimeout> | undefined;
  try {
    if ((await storedVersion(factory, name)) >= (newest + 1) * NATIVE_FACTOR) return newer();
    const opening = describe(versions, name, {
      indexedDB: factory,
      IDBKeyRange: options.IDBKeyRange ?? globalThis.IDBKeyRange,
    });
    database = opening;
    opening.on('versionchange', () => {
      // Let the newer one have it, and do not open it again behind its back: `false` keeps Dexie's own answer, which would,
      // from running after this one.
      opening.close({ disableAutoOpen: true });
      options.onSuperseded?.();
      return false;
    });
    const blocked = new Promise<'blocked'>((resolve) => {
      opening.on('blocked', () => {
        patience = setTimeout(() => resolve('blocked'), patienceMs);
      });
    });
    if ((await Promise.race([opening.open(), blocked])) === 'blocked') {
      opening.close({ disableAutoOpen: true });
      return failedAs('storage', 'storage.blocked', 'blocked');
    }
    return success(opening);
  } catch (error) {
    database?.close({ disableAutoOpen: true });
    const kind = error instanceof Error ? error.name : 'error';
    if (kind === 'VersionError') return newer();
    // Chromium gives no other reason where its disk is full.
    const isPerhapsFull = /UnknownError/.test(String(error));
    const why = `${kind}: ${String(error)}`;
    return failedAs('storage', 'storage.open', isPerhapsFull ? 'unopenedPerhapsFull' : 'unopened', why);
  } finally {
    clearTimeout(patience);
  }
}
