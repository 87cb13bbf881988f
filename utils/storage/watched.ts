import type { Table } from 'dexie';
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

/** The trash, as far as it is shown. */
export interface Trash {
  /** What was deleted last, first. */
  readonly latest: readonly Trashed[];
  readonly count: number;
}

/**
 * Tells what is in the trash, now and after every change, of which a long one makes hundreds. Returns its undo.
 *
 * @param most - How many entries are read.
 */
export const watchTrash = (
  most: number,
  tell: (watched: Watched<Trash>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async ({ passages, items }) => {
      const latest = <Row>(table: Table<Row>) => table.where('deleted').above(0).reverse().limit(most).toArray();
      const [deletedPassages, deletedItems, ...counts] = await Promise.all([
        latest(passages),
        latest(items),
        ...[passages, items].map((table) => table.where('deleted').above(0).count()),
      ]);
      const all: Trashed[] = [
        ...deletedPassages.map((row) => ({ table: 'passages' as const, entry: passageOf(row) })),
        ...deletedItems.map((row) => ({ table: 'items' as const, entry: itemOf(row) })),
      ];
      return {
        latest: all.sort((a, b) => b.entry.deleted! - a.entry.deleted!).slice(0, most),
        count: counts.reduce((sum, count) => sum + count, 0),
      };
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
