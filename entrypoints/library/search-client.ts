import { type Failure, failedAs } from '../../utils/model/failure';
import type { CrossCount } from '../../utils/search/cross-count';
import type { Entry, TextSearch } from '../../utils/storage/search-index';
import type { FromSearch, Kept, ToSearch } from './search-messages';

/** An answer of the worker that searches. */
export type FoundAnswer = Extract<FromSearch, { type: 'found' }>;

/** What the worker tells without being asked. */
export interface SearchEvents {
  /** Something else may be found now; so many entries are not in the index yet, and those that are, by table. */
  onChanged(waiting: number, kept: Kept): void;
  onFailed(failure: Failure): void;
  onSuperseded(): void;
}

/** The search index, in its worker, as promises. */
export interface SearchClient {
  search(search: TextSearch): Promise<FoundAnswer>;
  /** Entries of an answer; empty where several others have come since. */
  entries(id: number, from: number, to: number): Promise<readonly Entry[]>;
  ids(id: number): Promise<readonly string[]>;
  cross(id: number, rows: string, columns: string): Promise<readonly CrossCount[]>;
  /** Starts the worker; a question starts it, too. */
  start(): void;
  close(): void;
}

/** The search index in its worker, which reads much when it starts: what is shown first had better be read before. */
export function createSearchClient({ onChanged, onFailed, onSuperseded }: SearchEvents): SearchClient {
  let started: Worker | undefined;
  const waiting = new Map<string, (answer: never) => void>();
  let last = 0;

  const ask = <T>(key: string, message: ToSearch) =>
    new Promise<T>((resolve) => {
      waiting.set(key, resolve);
      start().postMessage(message);
    });
  const settle = (key: string, answer: unknown) => {
    waiting.get(key)?.(answer as never);
    waiting.delete(key);
  };
  const hear = ({ data }: MessageEvent<FromSearch>) => {
    if (data.type === 'changed') onChanged(data.waiting, data.kept);
    else if (data.type === 'failed') onFailed(data.failure);
    else if (data.type === 'superseded') onSuperseded();
    else if (data.type === 'found') settle(`${data.id}`, data);
    else if (data.type === 'ids') settle(`ids ${data.id}`, data.ids);
    else if (data.type === 'cross') settle(`${data.id} ${data.rows} ${data.columns}`, data.counts);
    else settle(`${data.id} ${data.from}`, data.entries);
  };
  function start(): Worker {
    if (started) return started;
    const worker = new Worker(new URL('./search-worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = hear;
    worker.onerror = (event) =>
      onFailed(failedAs('storage', 'search.worker', 'searchUnstarted', event.message).failure);
    started = worker;
    return worker;
  }

  return {
    search(search) {
      last += 1;
      return ask(`${last}`, { type: 'search', id: last, search });
    },
    entries: (id, from, to) => ask(`${id} ${from}`, { type: 'entries', id, from, to }),
    ids: (id) => ask(`ids ${id}`, { type: 'ids', id }),
    cross: (id, rows, columns) => ask(`${id} ${rows} ${columns}`, { type: 'cross', id, rows, columns }),
    start: () => void start(),
    close: () => started?.terminate(),
  };
}
