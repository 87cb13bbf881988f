import { type Failure, failedAs, type Result, success } from '../model/failure';
import type { LookUpQuestion } from '../model/look-up';
import type { JobKind, LookUpJob } from '../model/look-up-job';
import type { ReadingItem } from '../model/reading-item';
import { type Work, workYear } from '../model/work';
import type { ItemStore } from './library-ports';
import type { Lookup } from './look-up';
import type { Clock } from './look-up-ports';
import { refusePrivate, type Where } from './private-windows';

/** Where the one long look-up is kept. Nothing throws. */
export interface JobStore {
  get(): Promise<Result<LookUpJob | undefined>>;
  /** Changes what is stored in one transaction; undefined deletes it. */
  update(change: (stored: LookUpJob | undefined) => LookUpJob | undefined): Promise<Result<LookUpJob | undefined>>;
  /**
   * Writes what was learnt of a work, in one transaction with what it was before; it is found under its new names, too. Where `change`
   * gives undefined nothing is written.
   *
   * @returns Whether something was.
   */
  learn(id: string, change: (stored: ReadingItem) => ReadingItem | undefined): Promise<Result<boolean>>;
  /**
   * Gives works back what they were before the look-up, but those whose records have changed since, and forgets it.
   *
   * @returns How many.
   */
  unlearn(at: number): Promise<Result<number>>;
}

/** What the look-up of many works leans on. */
export interface LookUpManyNeeds {
  readonly jobs: JobStore;
  readonly items: Pick<ItemStore, 'update'>;
  readonly lookup: Pick<Lookup, 'lookUp' | 'due'>;
  /** What two records of one work say together; the first is the one stored. */
  readonly merge: (stored: Work, found: Work) => Work;
  readonly clock: Clock;
  /** Has the background woken every minute while a look-up goes on, or no more. */
  readonly wake: (isWanted: boolean) => Promise<void>;
}

/** What would be sent, and to whom. */
export interface LookUpPlan {
  /** How many of the works would be asked about. */
  readonly works: number;
  /** Labels of the services. */
  readonly services: readonly string[];
}

/** Looks many works up, one after the other, over the death of the background. */
export interface LookUpMany {
  plan(kind: JobKind, ids: readonly string[]): Promise<Result<LookUpPlan>>;
  /** Begins; one of the same name that was begun already, or another that goes on, is left as it is. */
  begin(name: string, kind: JobKind, ids: readonly string[], where: Where): Promise<Result<LookUpJob | undefined>>;
  /** Goes on with one that was interrupted; does nothing where none is. */
  resume(): Promise<void>;
  /** Goes on with one that was stopped. */
  goOn(): Promise<Result<LookUpJob | undefined>>;
  /** Stops what goes on; what has ended is forgotten. */
  cancel(): Promise<Result<LookUpJob | undefined>>;
  /** Takes back what one that has ended, or was stopped, has learnt. Gives the number of works. */
  undo(): Promise<Result<{ readonly works: number }>>;
}

/** How often a work is tried that a service could not take, and the longest wait before it is tried again, milliseconds. */
const TRIES = 3;
const LONGEST_WAIT_MS = 60_000;
const WAIT_MS = 5000;

/** What is asked about a listed work: its names, or where it has none, its printed form. */
export function questionOf({ work }: Pick<ReadingItem, 'work'>): LookUpQuestion {
  const { csl, ids } = work;
  if (ids.length > 0) return { identifiers: ids.slice(0, 50) };
  const names = (csl.author ?? []).map(
    ({ family, given, literal }) => literal ?? [family, given && `${given[0]}.`].filter(Boolean).join(', '),
  );
  const year = workYear(work);
  // As most journals print it, so that it is read as they are.
  const printed = [names.join(', '), year && `(${year}).`, csl.title && `${csl.title}.`, csl['container-title']]
    .filter(Boolean)
    .join(' ');
  return { identifiers: [], referenceText: (csl.note ?? printed).slice(0, 4000), ...(csl.URL && { url: csl.URL }) };
}

/** Whether facts are missing that services usually know. */
export const lacksFacts = ({ work: { csl, abstract, ids } }: Pick<ReadingItem, 'work'>): boolean =>
  ids.length === 0 || abstract.length === 0 || !csl.author?.length || !csl.issued || !csl['container-title'];

const isFallen = (work: Work): boolean =>
  work.notices.some(({ kind }) => kind !== 'correction' && kind !== 'newer-version' && kind !== 'reinstatement');

/** The look-up of many works over the stores and the look-up of one. */
export function createLookUpMany({ jobs, items, lookup, merge, clock, wake }: LookUpManyNeeds): LookUpMany {
  let running: Promise<void> | undefined;
  let stop = new AbortController();

  const read = async (id: string): Promise<ReadingItem | undefined> => {
    const found = await items.update(id, (stored) => stored);
    return found.ok && found.value?.deleted === undefined ? found.value : undefined;
  };
  const wait = (forMs: number) =>
    new Promise<void>((resolve) => {
      const undo = clock.after(forMs, resolve);
      stop.signal.addEventListener('abort', () => {
        undo();
        resolve();
      });
    });

  /** What the services say of a work, and which of them could not be asked. */
  async function ask(item: ReadingItem, kind: JobKind): Promise<{ work?: Work; failures: readonly Failure[] }> {
    let work: Work | undefined;
    let failures: readonly Failure[] = [];
    const options = { signal: stop.signal, allowed: 'network', private: false, isAnew: kind === 'standing' } as const;
    await lookup.lookUp(questionOf(item), options, (update) => {
      // A work that the reference only may name is the reader's to pick.
      if (update.type === 'work' && !update.candidates?.length) work = update.work;
      if (update.type === 'done') failures = update.failures;
    });
    return { work, failures };
  }

  /** Looks one work up. @returns What became of it; undefined where nobody can be reached now. */
  async function one(item: ReadingItem, kind: JobKind): Promise<Partial<LookUpJob> | undefined> {
    for (let attempt = 1; ; attempt += 1) {
      const { work, failures } = await ask(item, kind);
      if (stop.signal.aborted) return undefined;
      if (failures.length > 0 && failures.every(({ kind }) => kind === 'offline')) return undefined;
      const busy = failures.filter(({ kind }) => kind === 'limited');
      if (busy.length > 0 && attempt < TRIES) {
        const longest = Math.max(WAIT_MS, ...busy.map(({ retryAfterMs = 0 }) => retryAfterMs));
        await wait(Math.min(LONGEST_WAIT_MS, longest));
        continue;
      }
      let changed = 0;
      let fallen: readonly string[] = [];
      if (work) {
        const found = work;
        const done = await jobs.learn(item.id, (stored) => {
          const merged = merge(stored.work, found);
          // Titles that the reader's own record has stay as they are there.
          if (JSON.stringify(bare(merged)) === JSON.stringify(bare(stored.work))) return undefined;
          changed = 1;
          if (isFallen(merged) && !isFallen(stored.work)) fallen = [merged.csl.title?.trim() ?? merged.csl.id];
          return { ...stored, work: merged, modified: clock.now() };
        });
        if (!done.ok) return undefined;
      }
      return { changed, fallen, failed: failures.length > 0 ? 1 : 0 };
    }
  }

  async function run(): Promise<void> {
    for (;;) {
      const stored = await jobs.get();
      const job = stored.ok ? stored.value : undefined;
      if (job?.state !== 'running' || stop.signal.aborted) break;
      const id = job.ids[job.done];
      if (id === undefined) {
        await jobs.update((now) => now && { ...now, state: 'done' });
        break;
      }
      const item = await read(id);
      const outcome = item ? await one(item, job.kind) : {};
      // What goes on later begins with this work.
      if (!outcome) return;
      await jobs.update((now) =>
        now?.name === job.name && now.done === job.done
          ? {
              ...now,
              done: now.done + 1,
              changed: now.changed + (outcome.changed ?? 0),
              failed: now.failed + (outcome.failed ?? 0),
              fallen: [...now.fallen, ...(outcome.fallen ?? [])].slice(0, 100),
            }
          : now,
      );
    }
    await wake(false);
  }

  async function resume(): Promise<void> {
    if (running) return running;
    stop = new AbortController();
    running = run().finally(() => {
      running = undefined;
    });
    return running;
  }

  return {
    async plan(kind, ids) {
      const services = new Set<string>();
      let works = 0;
      for (const id of ids) {
        const item = await read(id);
        if (!item || (kind === 'facts' && !lacksFacts(item))) continue;
        const due = await lookup.due(questionOf(item), kind === 'standing');
        if (due.length > 0) works += 1;
        for (const each of due) services.add(each);
      }
      return success({ works, services: [...services] });
    },
    async begin(name, kind, ids, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const wanted: string[] = [];
      for (const id of ids) {
        const item = await read(id);
        if (item && (kind === 'standing' || lacksFacts(item))) wanted.push(id);
      }
      const begun = await jobs.update((stored) =>
        stored?.name === name || stored?.state === 'running'
          ? stored
          : {
              id: 'look-up',
              name,
              kind,
              ids: wanted,
              done: 0,
              changed: 0,
              failed: 0,
              fallen: [],
              state: 'running',
              begun: clock.now(),
            },
      );
      if (begun.ok) {
        await wake(true);
        void resume();
      }
      return begun;
    },
    resume,
    async goOn() {
      const begun = await jobs.update((stored) =>
        stored?.state === 'cancelled' ? { ...stored, state: 'running' } : stored,
      );
      if (!begun.ok || begun.value?.state !== 'running') return begun;
      await wake(true);
      // What was stopped may still be at its last question: it ends first.
      void (running ?? Promise.resolve()).then(resume);
      return begun;
    },
    async cancel() {
      const cancelled = await jobs.update((stored) =>
        stored?.state === 'running' ? { ...stored, state: 'cancelled' } : undefined,
      );
      stop.abort();
      await wake(false);
      return cancelled;
    },
    async undo() {
      const stored = await jobs.get();
      if (!stored.ok) return stored;
      if (stored.value?.state === 'running') return failedAs('invalid', 'look-up.undo', 'stillLookingUp');
      const undone = await jobs.unlearn(clock.now());
      return undone.ok ? success({ works: undone.value }) : undone;
    },
  };
}

/** A work without what changes each time it is looked at. */
function bare({ provenance: _provenance, ...work }: Work): Partial<Work> {
  return work;
}
