import { type BulkChange, type BulkJob, batchesOf, isAtWork } from '../model/bulk';
import { type Result, success } from '../model/failure';
import type { Passage } from '../model/passage';
import type { ReadingItem, Status } from '../model/reading-item';
import { refusePrivate, type Where } from './private-windows';
import { intoTrash, outOfTrash } from './trash';

/** What a job may change. */
export type BulkEntry = Passage | ReadingItem;

/** An entry that became another, and the status that it had. */
export interface BulkChanged {
  readonly id: string;
  readonly status?: Status;
}

/** What is done next: one batch of entries. */
export interface BulkStep {
  /** Number of the batch. */
  readonly batch: number;
  /**
   * What an entry shall be; the same object where it stays as it is.
   *
   * @param before - What the batch remembers of it, where it was gone through before.
   */
  change(stored: BulkEntry, before: BulkChanged | undefined): BulkEntry;
  /** The job after it, with what was changed in it; undefined: it is forgotten. */
  after(changed: readonly BulkChanged[]): BulkJob | undefined;
}

/** Where the one change of many entries is kept. Nothing throws. */
export interface BulkStore {
  get(): Promise<Result<BulkJob | undefined>>;
  /** Keeps a job with the ids of its entries, unless `stays` says that the one that is there stays. Gives the one that is kept. */
  begin(
    job: BulkJob,
    ids: readonly string[],
    stays: (stored: BulkJob | undefined) => boolean,
  ): Promise<Result<BulkJob>>;
  /** Changes what is stored of the job, in one transaction. */
  update(change: (stored: BulkJob | undefined) => BulkJob | undefined): Promise<Result<BulkJob | undefined>>;
  /** Does one step, in one transaction: its entries, what is remembered of them, and the job. Gives the job after it. */
  step(next: (job: BulkJob) => BulkStep | undefined): Promise<Result<BulkJob | undefined>>;
}

/** What the change of many entries leans on. */
export interface BulkNeeds {
  readonly store: BulkStore;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  /** Has the background woken every minute while a job is at work, or no more. */
  readonly wake: (isWanted: boolean) => Promise<void>;
  /** Called when a job has ended, or was stopped, which may have changed something. */
  readonly onChanged: (job: BulkJob) => Promise<void> | void;
}

/** Changes many entries, batch by batch, over the end of the page that asked for it and the death of the background. */
export interface Bulk {
  /** Begins, or goes on with one of the same name, or with another that is at work; gives that one when it has ended. */
  begin(
    job: Pick<BulkJob, 'name' | 'table' | 'change'>,
    ids: readonly string[],
    where: Where,
  ): Promise<Result<BulkJob>>;
  /** Goes on with what was interrupted, and gives what it came to when it has ended; it is stopped where it cannot be written. */
  resume(): Promise<Result<BulkJob | undefined>>;
  /** Goes on with what was stopped, as `resume` does. */
  goOn(): Promise<Result<BulkJob | undefined>>;
  /** Stops what is at work: what was changed stays so. */
  cancel(): Promise<Result<BulkJob | undefined>>;
  /** Gives the entries of a job back what they were, and forgets it; does nothing where there is another by now. */
  undo(name: string): Promise<Result<BulkJob | undefined>>;
  /** Remembers that the reader was told. */
  told(name: string): Promise<Result<BulkJob | undefined>>;
}

/** As many tags as the library's other messages allow. */
const MOST_TAGS = 50;

const withOne = (list: readonly string[], one: string | undefined, most: number): readonly string[] =>
  one === undefined || list.includes(one) || list.length >= most ? list : [...list, one];
const without = (list: readonly string[], one: string | undefined): readonly string[] =>
  one !== undefined && list.includes(one) ? list.filter((other) => other !== one) : list;

type Entry = Pick<ReadingItem, 'id' | 'tags' | 'modified' | 'deleted' | 'collections'> & { readonly status?: Status };

/** The entry changed; the same object where nothing is to be changed. */
function changed<Row extends Entry>(row: Row, change: BulkChange, at: number): Row {
  const tags = without(withOne(row.tags, change.addTag, MOST_TAGS), change.removeTag);
  let next: Row = tags === row.tags ? row : { ...row, tags, modified: at };
  if (row.status !== undefined) {
    if (change.status !== undefined && change.status !== row.status) {
      next = { ...next, status: change.status, modified: at };
    }
    const before = row.collections ?? [];
    const collections = without(withOne(before, change.addTo, 1000), change.removeFrom);
    if (collections !== before) next = { ...next, collections, modified: at };
  }
  if (change.isDeleted === undefined) return next;
  return (change.isDeleted ? intoTrash(next, at) : outOfTrash(next, at)) as Row;
}

/** The change that takes another back; of a status, that of an entry which had `status` before. */
function inverse(change: BulkChange, status: Status | undefined): BulkChange {
  if (change.addTag !== undefined) return { removeTag: change.addTag };
  if (change.removeTag !== undefined) return { addTag: change.removeTag };
  if (change.addTo !== undefined) return { removeFrom: change.addTo };
  if (change.removeFrom !== undefined) return { addTo: change.removeFrom };
  if (change.status !== undefined) return status === undefined ? {} : { status };
  return { isDeleted: !change.isDeleted };
}

/** The next batch of a job, forwards or back; undefined where it is at rest. */
function nextStep(job: BulkJob, at: number): BulkStep | undefined {
  if (job.state === 'running') {
    return {
      batch: job.done,
      change: (stored) => changed(stored as Entry, job.change, at) as BulkEntry,
      after: ({ length }) => {
        const done = job.done + 1;
        return { ...job, done, changed: job.changed + length, state: done < batchesOf(job) ? 'running' : 'done' };
      },
    };
  }
  if (job.state !== 'undoing') return undefined;
  return {
    batch: job.done - 1,
    change: (stored, before) =>
      before ? (changed(stored as Entry, inverse(job.change, before.status), at) as BulkEntry) : stored,
    after: () => (job.done > 1 ? { ...job, done: job.done - 1 } : undefined),
  };
}

/** Changes of many entries over the store of jobs. */
export function createBulk({ store, now, wake, onChanged }: BulkNeeds): Bulk {
  let running: Promise<Result<BulkJob | undefined>> | undefined;
  let woken = Promise.resolve();
  /** In the order in which it was asked for: the browser is asked what stands before it is told what shall. */
  const setWake = (isWanted: boolean) => {
    woken = woken.then(() => wake(isWanted));
    return woken;
  };

  async function run(): Promise<Result<BulkJob | undefined>> {
    let worked: BulkJob | undefined;
    for (;;) {
      const stepped = await store.step((job) => {
        const step = nextStep(job, now());
        if (step) worked = job;
        return step;
      });
      if (stepped.ok && isAtWork(stepped.value)) continue;
      // From here on, what is begun is run by another: this one has seen that there is nothing more to do.
      running = undefined;
      // What cannot be written now must not be written by itself later, when the reader has turned to something else.
      if (!stepped.ok) await store.update((stored) => (isAtWork(stored) ? { ...stored!, state: 'cancelled' } : stored));
      await setWake(false);
      if (worked) await onChanged(worked);
      return stepped;
    }
  }
  const resume = () => {
    running ??= run();
    return running;
  };

  return {
    async begin(job, ids, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const state = ids.length > 0 ? 'running' : 'done';
      const fresh: BulkJob = { id: 'bulk', ...job, total: ids.length, done: 0, changed: 0, state, isTold: false };
      const begun = await store.begin(fresh, ids, (stored) => stored?.name === job.name || isAtWork(stored));
      if (!begun.ok || !isAtWork(begun.value)) return begun;
      await setWake(true);
      const ended = await resume();
      return ended.ok ? success(ended.value ?? begun.value) : ended;
    },
    resume,
    async goOn() {
      const begun = await store.update((stored) =>
        stored?.state === 'cancelled' ? { ...stored, state: 'running', isTold: false } : stored,
      );
      if (!begun.ok || !isAtWork(begun.value)) return begun;
      await setWake(true);
      return resume();
    },
    cancel: () => store.update((stored) => (stored?.state === 'running' ? { ...stored, state: 'cancelled' } : stored)),
    async undo(name) {
      const begun = await store.update((stored) => {
        if (stored?.name !== name || isAtWork(stored)) return stored;
        return stored.done > 0 ? { ...stored, state: 'undoing' } : undefined;
      });
      if (!begun.ok || !isAtWork(begun.value)) return begun;
      await setWake(true);
      return resume();
    },
    told: (name) =>
      store.update((stored) => (stored?.name === name && !stored.isTold ? { ...stored, isTold: true } : stored)),
  };
}
