/** A search as it is kept: what was asked for in one half of the library. */
export interface KeptSearch {
  readonly section: 'items' | 'passages';
  readonly text: string;
  /** Chosen facets by group. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly order: string;
}

/** What a work is to a topic. Stored: append only. */
export const GRADES = ['seminal', 'key', 'review', 'guidance'] as const;

/** One of {@link GRADES}. */
export type Grade = (typeof GRADES)[number];

/**
 * Entries that the reader put together under a name: works put in one by one, or, where there is a `search`, whatever it finds
 * at the time. Which works are in it, each work says itself. Times are milliseconds since the epoch.
 */
export interface Collection {
  /** UUID. */
  readonly id: string;
  readonly name: string;
  /** What the reader writes above it; empty where nothing. */
  readonly introduction: string;
  /** Ids of its works in the reader's own order; those that are not named come after them. */
  readonly order: readonly string[];
  readonly search?: KeptSearch;
  /** A topic's own search, that finds what may belong to it. */
  readonly topicSearch?: KeptSearch;
  /** What works are to it, by their ids; those that are not named have no grade. */
  readonly grades?: Readonly<Record<string, Grade>>;
  /** Ids of collections that have to do with it. */
  readonly related?: readonly string[];
  readonly created: number;
  readonly modified: number;
  readonly deleted?: number;
}

/** What may be changed of a collection; `isDeleted` puts it into the trash or takes it out. */
export interface CollectionChange
  extends Partial<Pick<Collection, 'name' | 'introduction' | 'order' | 'search' | 'topicSearch' | 'related'>> {
  /** What one work is to it; without a grade it has none any more. */
  readonly graded?: { readonly item: string; readonly grade?: Grade };
  /** Forgets the topic's search. */
  readonly dropsTopicSearch?: boolean;
  readonly isDeleted?: boolean;
}
