import { liveQuery } from 'dexie';
import { type Failure, failedAs } from '../model/failure';
import { type Database, NEWER_STAGE, type OpenOptions, openDatabase } from './database';
import type { RequestRow } from './rows';

/** What a watcher is told. */
export type Watched<T> =
  | { readonly type: 'open'; readonly value: T }
  | { readonly type: 'failed'; readonly failure: Failure; readonly isNewer: boolean }
  /** A newer Ibid has taken the library over: this page is of the old one. */
  | { readonly type: 'superseded' };

type Query<T> = (database: Database) => Promise<T>;

/** Asks a question of the library, now and after every change of what it reads, from any context. Returns its undo. */
export function watch<T>(query: Query<T>, tell: (watched: Watched<T>) => void, options: OpenOptions): () => void {
  const stop = new AbortController();
  const fail = (failure: Failure) => tell({ type: 'failed', failure, isNewer: failure.stage === NEWER_STAGE });
  void openDatabase({
    ...options,
    onSuperseded: () => {
      if (stop.signal.aborted) return;
      stop.abort();
      tell({ type: 'superseded' });
    },
  }).then((opened) => {
    if (stop.signal.aborted) return;
    if (!opened.ok) return fail(opened.failure);
    const subscription = liveQuery(() => query(opened.value)).subscribe({
      next: (value) => !stop.signal.aborted && tell({ type: 'open', value }),
      error: (error) =>
        stop.signal.aborted || fail(failedAs('storage', 'storage.watch', 'unreadable', String(error)).failure),
    });
    stop.signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      opened.value.close();
    });
  });
  return () => stop.abort();
}

/** Tells the last `most` requests made, newest first, and how many the log holds, after every change. Returns its undo. */
export const watchRequests = (
  most: number,
  tell: (watched: Watched<{ readonly requests: readonly RequestRow[]; readonly total: number }>) => void,
  options: OpenOptions = {},
): (() => void) =>
  watch(
    async (database) => ({
      requests: await database.requests.orderBy('id').reverse().limit(most).toArray(),
      total: await database.requests.count(),
    }),
    tell,
    options,
  );
