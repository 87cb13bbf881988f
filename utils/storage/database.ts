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

const LIBRARY = 'ibid';

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
 * A factory that opens nothing of which no version is named: that is how Dexie opens a library from a newer Ibid, into which it would write
 * old rows. (To ask for the stored version before every opening is slow: browsers look into every database of the extension for it.)
 */
const guarded = (factory: IDBFactory): IDBFactory => ({
  open(name, version) {
    if (version === undefined) throw new DOMException('No version is named', 'VersionError');
    return factory.open(name, version);
  },
  deleteDatabase: (name) => factory.deleteDatabase(name),
  databases: () => factory.databases(),
  cmp: (a, b) => factory.cmp(a, b),
});

const nameOf = (error: unknown) => (error instanceof Error || error instanceof DOMException ? error.name : 'error');

/** Opens the library by a factory. Rejects with what Dexie says. */
async function openBy(indexedDB: IDBFactory, options: OpenOptions): Promise<Result<Database>> {
  const { name = LIBRARY, versions = VERSIONS, patienceMs = 8000 } = options;
  let patience: ReturnType<typeof setTimeout> | undefined;
  const opening = describe(versions, name, {
    indexedDB,
    IDBKeyRange: options.IDBKeyRange ?? globalThis.IDBKeyRange,
  });
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
  try {
    if ((await Promise.race([opening.open(), blocked])) !== 'blocked') return success(opening);
  } catch (error) {
    opening.close({ disableAutoOpen: true });
    throw error;
  } finally {
    clearTimeout(patience);
  }
  opening.close({ disableAutoOpen: true });
  return failedAs('storage', 'storage.blocked', 'blocked');
}

/**
 * Opens the library, bringing it to the newest version.
 *
 * @returns The open database, or a failure of kind `storage`: stage `storage.newer` for a library from a newer Ibid, which
 *   is left as it is, `storage.blocked` while another window holds an older version open, `storage.open` where the browser
 *   gives no storage or it is damaged. Never throws.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<Result<Database>> {
  const { name = LIBRARY, versions = VERSIONS } = options;
  const factory = options.indexedDB ?? globalThis.indexedDB;
  try {
    try {
      return await openBy(guarded(factory), options);
    } catch (error) {
      if (nameOf(error) !== 'VersionError') throw error;
      // Between two versions of ours are those that Dexie makes by itself where it mends a shape: they can be opened.
      const newest = versions[versions.length - 1]!.version;
      const stored = await storedVersion(factory, name);
      if (stored === 0 || stored >= (newest + 1) * NATIVE_FACTOR) return newer();
      return await openBy(factory, options);
    }
  } catch (error) {
    const kind = nameOf(error);
    if (kind === 'VersionError') return newer();
    // Chromium gives no other reason where its disk is full.
    const isPerhapsFull = /UnknownError/.test(String(error));
    const why = `${kind}: ${String(error)}`;
    return failedAs('storage', 'storage.open', isPerhapsFull ? 'unopenedPerhapsFull' : 'unopened', why);
  }
}
