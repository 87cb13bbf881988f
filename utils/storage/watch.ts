import { liveQuery } from 'dexie';
import { type Failure, failedAs, type Result } from '../model/failure';
import { type Database, NEWER_STAGE, type OpenOptions, openDatabase } from './database';
import type { RequestRow } from './rows';

/** What a watcher is told. */
export type Watched<T> =
  | { readonly type: 'open'; readonly value: T }
  | { readonly type: 'failed'; readonly failure: Failure; readonly isNewer: boolean }
  /** A newer Ibid has taken the library over: this page is of the old one. */
  | { readonly type: 'superseded' };

type Query<T> = (database: Database) => Promise<T>;

/** A connection that all share who watch the library of one browser: a page asks several questions, and each opening takes its time. */
interface Shared {
  readonly opened: Promise<Result<Database>>;
  readonly watchers: Set<{ superseded(): void }>;
}
const connections = new WeakMap<object, Shared>();

/** The shared connection, and the undo of being one of its watchers, with the last of whom it is closed. */
function connect(options: OpenOptions): Shared & { readonly leave: (watcher: { superseded(): void }) => void } {
  const key = options.indexedDB ?? globalThis.indexedDB ?? globalThis;
  const watchers: Shared['watchers'] = new Set();
  const shared: Shared = connections.get(key) ?? {
    opened: openDatabase({
      ...options,
      onSuperseded: () => {
        connections.delete(key);
        for (const { superseded } of [...watchers]) superseded();
      },
    }),
    watchers,
  };
  connections.set(key, shared);
  return {
    ...shared,
    leave(watcher) {
      shared.watchers.delete(watcher);
      if (shared.watchers.size > 0) return;
      // Whoever comes now opens anew.
      if (connections.get(key) === shared) connections.delete(key);
      void shared.opened.then((opened) => opened.ok && opened.value.close());
    },
  };
}

/** Asks a question of the library, now and after every change of what it reads, from any context. Returns its undo. */
export function watch<T>(query: Query<T>, tell: (watched: Watched<T>) => void, options: OpenOptions): () => void {
  const stop = new AbortController();
  const fail = (failure: Failure) => tell({ type: 'failed', failure, isNewer: failure.stage === NEWER_STAGE });
  const { opened, watchers, leave } = connect(options);
  const watcher = {
    superseded() {
      stop.abort();
      tell({ type: 'superseded' });
    },
  };
  watchers.add(watcher);
  stop.signal.addEventListener('abort', () => leave(watcher));
  void opened.then((opened) => {
    if (stop.signal.aborted) return;
    if (!opened.ok) {
      leave(watcher);
      return fail(opened.failure);
    }
    const subscription = liveQuery(() => query(opened.value)).subscribe({
      next: (value) => !stop.signal.aborted && tell({ type: 'open', value }),
      error: (error) =>
        stop.signal.aborted || fail(failedAs('storage', 'storage.watch', 'unreadable', String(error)).failure),
    });
    stop.signal.addEventListener('abort', () => subscription.unsubscribe());
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
