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

/** The entries that became others, with the status that each had. */
export interface BulkDone {
  readonly changed: readonly { readonly id: string; readonly status?: Status }[];
}
