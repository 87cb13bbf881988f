import type { Status } from './reading-item';

/** What may be done to many entries at once. Said twice, it is done once. */
export interface BulkChange {
  readonly addTag?: string;
  readonly removeTag?: string;
  /** Works only. */
  readonly status?: Status;
  /** Ids of a collection; works only. */
  readonly addTo?: string;
  readonly removeFrom?: string;
  readonly isDeleted?: boolean;
}

/** Entries changed at once: one transaction, short enough to stop between two. */
export const BULK_BATCH = 100;

/** So many entries are changed by one job at most. */
export const MOST_IN_BULK = 500_000;

/** A change of many entries, as far as it has come; kept in the library, so that it goes on whatever is closed or ended meanwhile. */
export interface BulkJob {
  /** There is one at a time. */
  readonly id: 'bulk';
  /** The caller's name for it: said twice, it is begun once. */
  readonly name: string;
  readonly table: 'passages' | 'items';
  readonly change: BulkChange;
  /** How many entries it is about. */
  readonly total: number;
  /** How many batches of {@link BULK_BATCH} entries are changed; falls while it is taken back. */
  readonly done: number;
  /** How many entries became others. */
  readonly changed: number;
  readonly state: 'running' | 'undoing' | 'cancelled' | 'done';
  /** Whether the reader was told what came of it. */
  readonly isTold: boolean;
}

/** Whether a job is at work. */
export const isAtWork = (job: BulkJob | undefined): boolean => job?.state === 'running' || job?.state === 'undoing';

/** How many batches a job has. */
export const batchesOf = ({ total }: Pick<BulkJob, 'total'>): number => Math.ceil(total / BULK_BATCH);
