import type { Work } from './work';

/** A place where the reader met a work cited. */
export interface Encounter {
  readonly url: string;
  readonly title: string;
  /** The claim for which it was cited there. */
  readonly sentence?: string;
  readonly at: number;
}

/** How far the reader has come with a work. Stored: append only. */
export const STATUSES = ['to-read', 'reading', 'read'] as const;

/** One of {@link STATUSES}. */
export type Status = (typeof STATUSES)[number];

/** A work in the reader's reading list. Times are milliseconds since the epoch. */
export interface ReadingItem {
  /** UUID. */
  readonly id: string;
  readonly work: Work;
  readonly status: Status;
  /** The reader's own words for the work, shown above its true title; missing or empty where there are none. */
  readonly headline?: string;
  /** Ids of the collections that it is in; missing in rows from before there were any. */
  readonly collections?: readonly string[];
  readonly remark: string;
  readonly tags: readonly string[];
  readonly encounters: readonly Encounter[];
  readonly added: number;
  readonly modified: number;
  readonly deleted?: number;
}
