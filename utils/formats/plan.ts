import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';

/**
 * Works that are written alike, one after another. They may be outlines (see `outline.ts`); `write` is given each of them whole.
 *
 * @typeParam T - What a file is made of: text, or a file of several.
 */
export interface WorksPart<T> {
  readonly type: 'works';
  readonly works: readonly ReadingItem[];
  /** The passages that are written with a work; none where it is left out. */
  beside?(work: ReadingItem): readonly Passage[];
  /** @returns Undefined where nothing is said of the work. */
  write(work: ReadingItem, at: number, passages: readonly Passage[]): T | undefined;
  /** What stands before the first and after the last, where anything is said of any. */
  readonly around?: readonly [T, T];
  /** What stands between two of which something is said. */
  readonly between?: T;
}

/** Passages that are written alike, one after another. */
export interface PassagesPart<T> {
  readonly type: 'passages';
  readonly passages: readonly Passage[];
  write(passage: Passage, at: number): T;
  /** What stands between two. */
  readonly between?: T;
}

/** Passages that become one thing, few enough to be held at once. */
export interface TogetherPart<T> {
  readonly type: 'together';
  readonly passages: readonly Passage[];
  write(passages: readonly Passage[]): T;
}

type Run<T> = WorksPart<T> | PassagesPart<T> | TogetherPart<T>;

/** A piece of a file, or entries of which pieces are made once they have been read. */
export type Part<T = string> = T | Run<T>;

/** A file before its entries are read: its parts in their order. */
export type Plan<T = string> = Iterable<Part<T>>;

/** Entries that are read at a time. */
const AT_ONCE = 400;
/** Lists of entries that are on their way while another is written: with one alone the database rests whenever it has answered. */
const AHEAD = 2;

/** Some entries of a run, or a piece. */
interface Step<T> {
  readonly run: Run<T> | undefined;
  readonly piece?: T;
  readonly from: number;
  readonly works: readonly ReadingItem[];
  readonly passages: readonly Passage[];
  /** Shared by the steps of a run: whether anything of it was written. */
  readonly state: { isBegun: boolean };
  readonly isLast: boolean;
}

const isRun = <T>(part: Part<T>): part is Run<T> => typeof part === 'object' && part !== null && 'type' in part;

function* stepsOf<T>(part: Part<T>): Iterable<Step<T>> {
  const state = { isBegun: false };
  if (!isRun(part)) {
    yield { run: undefined, piece: part, from: 0, works: [], passages: [], state, isLast: true };
    return;
  }
  const entries = part.type === 'works' ? part.works : part.passages;
  const size = part.type === 'together' ? entries.length : AT_ONCE;
  for (let from = 0; from < entries.length; from += size) {
    const isLast = from + size >= entries.length;
    if (part.type === 'works') {
      const works = part.works.slice(from, from + size);
      const passages = part.beside ? works.flatMap((work) => part.beside!(work)) : [];
      yield { run: part, from, works, passages, state, isLast };
    } else {
      yield { run: part, from, works: [], passages: part.passages.slice(from, from + size), state, isLast };
    }
  }
}

/** The steps of a plan in lists, each of which needs about as many entries as are read at a time. */
function* batchesOf<T>(plan: Plan<T>): Iterable<readonly Step<T>[]> {
  let batch: Step<T>[] = [];
  let count = 0;
  for (const part of plan) {
    for (const step of stepsOf(part)) {
      batch.push(step);
      // A piece counts too: a plan may be long without any entry.
      count += step.works.length + step.passages.length + 1;
      if (count < AT_ONCE) continue;
      yield batch;
      batch = [];
      count = 0;
    }
  }
  if (batch.length > 0) yield batch;
}

/** Finds the whole of what is outlined; undefined where it is not kept any more. */
interface Found {
  work(outline: ReadingItem): ReadingItem | undefined;
  passage(outline: Passage): Passage | undefined;
}

const present = <T>(values: readonly (T | undefined)[]): T[] => values.filter((value) => value !== undefined);

function* piecesOf<T>({ run, piece, from, works, passages, state, isLast }: Step<T>, found: Found): Iterable<T> {
  if (run === undefined) yield piece as T;
  else if (run.type === 'together') yield run.write(present(passages.map(found.passage)));
  else if (run.type === 'passages') {
    for (const [i, outline] of passages.entries()) {
      const passage = found.passage(outline);
      if (!passage) continue;
      if (state.isBegun && run.between !== undefined) yield run.between;
      state.isBegun = true;
      yield run.write(passage, from + i);
    }
  } else {
    for (const [i, outline] of works.entries()) {
      const work = found.work(outline);
      const beside = run.beside ? present(run.beside(outline).map(found.passage)) : [];
      const written = work && run.write(work, from + i, beside);
      if (written === undefined) continue;
      if (!state.isBegun && run.around) yield run.around[0];
      if (state.isBegun && run.between !== undefined) yield run.between;
      state.isBegun = true;
      yield written;
    }
    if (isLast && state.isBegun && run.around) yield run.around[1];
  }
}

const THEMSELVES: Found = { work: (work) => work, passage: (passage) => passage };

/** The pieces of a file whose plan was made of whole entries. */
export function* written<T>(plan: Plan<T>): Iterable<T> {
  for (const batch of batchesOf(plan)) for (const step of batch) yield* piecesOf(step, THEMSELVES);
}

/** Reads entries whole, those that are still kept, in any order. */
export interface Shelf {
  works(outlines: readonly ReadingItem[]): Promise<readonly ReadingItem[]>;
  passages(outlines: readonly Passage[]): Promise<readonly Passage[]>;
}

const byId = <T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> =>
  new Map(entries.map((entry) => [entry.id, entry]));

/** The pieces of a file whose plan was made of outlines: some hundred entries are held at a time. Rejects as the shelf does. */
export async function* writtenFrom<T>(plan: Plan<T>, shelf: Shelf): AsyncGenerator<T> {
  const read = async (batch: readonly Step<T>[]) => {
    const [works, passages] = await Promise.all([
      shelf.works(batch.flatMap((step) => step.works)).then(byId),
      shelf.passages(batch.flatMap((step) => step.passages)).then(byId),
    ]);
    const found: Found = { work: ({ id }) => works.get(id), passage: ({ id }) => passages.get(id) };
    return { batch, found };
  };
  const batches = batchesOf(plan)[Symbol.iterator]();
  const onTheirWay: ReturnType<typeof read>[] = [];
  const readNext = () => {
    const step = batches.next();
    if (step.done) return;
    const reading = read(step.value);
    // Whoever stops writing does not ask what became of it.
    reading.catch(() => {});
    onTheirWay.push(reading);
  };
  for (let i = 0; i < AHEAD; i++) readNext();
  for (let reading = onTheirWay.shift(); reading; reading = onTheirWay.shift()) {
    const { batch, found } = await reading;
    readNext();
    for (const step of batch) yield* piecesOf(step, found);
  }
}
