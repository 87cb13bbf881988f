import type { Answer, SourceRequest } from '../model/answer';
import type { Result } from '../model/failure';
import type { LoggedRequest } from '../model/logged-request';
import type { Settings } from '../model/settings';
import type { Work } from '../model/work';
import type { Asked } from '../sources/source';

/** What one source said when it was asked about one identifier. Plain data, storable in IndexedDB. */
export interface CachedRecord {
  /** `sourceId|scheme:value`, see {@link cacheKey}. Primary key. */
  readonly key: string;
  /** Source id. */
  readonly source: string;
  /** Milliseconds since the epoch at which the service answered. */
  readonly fetchedAt: number;
  /** The record; null where the service does not know the work. */
  readonly work: Work | null;
  /** Of a search, works that the reference may name; of a question about several works, those that are known. */
  readonly works?: readonly Work[];
  /** The reader picked the work among `works`. */
  readonly isPicked?: true;
}

/** Primary key of a {@link CachedRecord}. */
export const cacheKey = (sourceId: string, asked: Asked): string => `${sourceId}|${askedKey(asked)}`;

/** One string for what is asked about: an identifier's key, or `reference:` and the words, or `several:` and their keys. */
export const askedKey = ({ scheme, value }: Asked): string => `${scheme}:${value}`;

/** Where answers are kept between look-ups. Knows nothing of ages: the look-up decides what is still good. */
export interface RecordCache {
  /** The stored records among `keys`, in any order; missing ones are left out. */
  get(keys: readonly string[]): Promise<readonly CachedRecord[]>;
  /** Stores a record over the one with the same key. */
  put(record: CachedRecord): Promise<void>;
}

/** Where requests are written down. Never called for private windows. */
export interface RequestLog {
  add(entry: LoggedRequest): Promise<void>;
}

/** Fetches one answer, whatever its status; a failure where none came. Never throws. See `platform/network.ts`. */
export type FetchAnswer = (request: SourceRequest, signal: AbortSignal) => Promise<Result<Answer>>;

/** Time and waiting, so that tests need none. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls back once after a delay in milliseconds. Returns its undo. */
  after(delayMs: number, callback: () => void): () => void;
}

/** The reader's settings as they are now. */
export type ReadSettings = () => Promise<Settings> | Settings;
