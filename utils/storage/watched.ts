import type { BulkJob } from '../model/bulk';
import type { Collection } from '../model/collection';
import { IMPORT_KEPT_MS, type ImportJob, MOST_IMPORTS } from '../model/imported';
import type { LookUpJob } from '../model/look-up-job';
import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import { bulkJobIn } from './bulk-jobs';
import { collectionOf } from './collections';
import type { OpenOptions } from './database';
import { importJobsIn } from './imports';
import { itemOf } from './items';
import { jobIn } from './jobs';
import { passageOf } from './passages';
import { type Watched, watch } from './watch';

// What only pages ask for, live, apart from the stores: the background, which writes, is woken often and need not read it.

/** Something in the trash; `deleted` is set in both. */
export type Trashed =
  | { readonly table: 'passages'; readonly entry: Passage }
  | { readonly table: 'items'; readonly entry: ReadingItem };

/** Tells what is in the trash, what was deleted last first, now and after every change. Returns its undo. */
export const watchTrash = (
  tell: (watched: Watched<readonly Trashed[]>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async (database) => {
      const [passages, items] = await Promise.all([
        database.passages.where('deleted').above(0).toArray(),
        database.items.where('deleted').above(0).toArray(),
      ]);
      const all: Trashed[] = [
        ...passages.map((row) => ({ table: 'passages' as const, entry: passageOf(row) })),
        ...items.map((row) => ({ table: 'items' as const, entry: itemOf(row) })),
      ];
      return all.sort((a, b) => b.entry.deleted! - a.entry.deleted!);
    },
    tell,
    options,
  );

/** Tells the collections that are not in the trash, by name, now and after every change. Returns its undo. */
export const watchCollections = (
  tell: (watched: Watched<readonly Collection[]>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async (database) => {
      const all = await database.collections.toArray();
      return all
        .filter(({ deleted }) => deleted === undefined)
        .map(collectionOf)
        .sort((a, b) => a.name.localeCompare(b.name));
    },
    tell,
    options,
  );

/** Tells the long look-up as far as it has come, now and after every step; undefined while there is none. Returns its undo. */
export const watchLookUpJob = (
  tell: (watched: Watched<LookUpJob | undefined>) => void,
  options: OpenOptions = {},
): (() => void) => watch(jobIn, tell, options);

/** As {@link watchLookUpJob}, of the change of many entries. */
export const watchBulkJob = (
  tell: (watched: Watched<BulkJob | undefined>) => void,
  options: OpenOptions = {},
): (() => void) => watch(bulkJobIn, tell, options);

/** Tells which files were brought in of late and can be taken back, the last first, now and after every batch. Returns its undo. */
export const watchImports = (
  tell: (watched: Watched<readonly ImportJob[]>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async (database) => {
      const all = await importJobsIn(database);
      // What has no label is a page that was listed by itself, whose undo stood beside it.
      return all.filter(({ at, label }) => label !== '' && at > Date.now() - IMPORT_KEPT_MS).slice(0, MOST_IMPORTS);
    },
    tell,
    options,
  );
