import type { Run } from './blocks';
import { createFrontier, type Frontier } from './frontier';
import type { Space } from './scan-space';
import type { Work } from './scan-work';
import { type Candidates, type ReadBlock, readBlock } from './snapshot';

/** A run with what was read in it. */
export interface Piece {
  readonly run: Run;
  readonly read: ReadBlock;
}

/** What is to be read. */
export interface Walk {
  readonly space: Space;
  readonly candidates: Candidates;
  readonly runs: Iterable<Run | undefined>;
  /** It has been read before, and is read in any case: it may have lost what was found in it. */
  readonly isAgain: boolean;
}

/** Reads the runs of walks, as far as the reader comes. */
export interface Reading {
  /** Reads a walk, stopping between any two runs. @param isWhole - To its end, wherever the reader is. */
  read(walk: Walk, isWhole: boolean): Generator<void>;
  /** Reads all that was left. */
  readRest(): Generator<void>;
  /** Whether a node may stand in what was left. */
  isLeft(node: Node): boolean;
  readonly hasLeft: boolean;
  /** The page has changed: what was left may have come near. */
  lookSoon(): void;
  /** Leaves what was left for good. */
  forget(): void;
}

/** What is left of a walk. */
interface Rest extends Omit<Walk, 'runs'> {
  readonly runs: Iterator<Run | undefined>;
  /** From where it first stopped on: few walks do. */
  frontier: Frontier | undefined;
  /** The run at which it stopped. */
  next: Run | undefined;
  /** How many blocks are read before it stops. */
  blocks: number;
}

/** Blocks that are read at once, wherever they stand: most pages are read whole. Then how many whenever the reader comes near more. */
const FIRST = 64;
const MORE = 24;

/** Blocks that are given to the detectors at once. */
const PIECE = 8;

/** Runs looked at beyond which a page is left as it is: no text is that long. */
const MOST_RUNS = 400_000;

/**
 * Reads a page in its order up to where the reader is, and a few windows further: most of a long page is never looked at.
 *
 * @param record - Keeps what is found in some blocks.
 */
export function createReading(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  work: Work,
  record: (pieces: readonly Piece[], space: Space, isAgain: boolean) => void,
): Reading {
  const rests = new Set<Rest>();
  /** The steps of those that are read on just now. */
  const inHand = new Map<Rest, Generator<void>>();
  let runs = 0;

  function* readOn(rest: Rest): Generator<void> {
    const { space, candidates, isAgain } = rest;
    let pieces: Piece[] = [];
    const keep = () => {
      if (pieces.length > 0) record(pieces, space, isAgain);
      pieces = [];
    };
    for (;;) {
      const step = rest.next ? { value: rest.next } : rest.runs.next();
      rest.next = undefined;
      if ('done' in step && step.done) break;
      // Since it stopped, parts of the page may have gone.
      const run = rest.frontier && !isInPage(step.value) ? undefined : step.value;
      if (run && rest.blocks <= 0) {
        keep();
        rest.next = run;
        rests.add(rest);
        rest.frontier ??= createFrontier(window, signal);
        inHand.delete(rest);
        rest.frontier.wait(run, () => {
          work.add(goOn(rest, MORE));
        });
        return;
      }
      const read = run && ++runs <= MOST_RUNS ? readBlock(run, space.facts, candidates, isAgain) : undefined;
      if (run && read) {
        rest.blocks--;
        pieces.push({ run, read });
        yield;
        if (pieces.length >= PIECE) keep();
      }
      yield;
    }
    keep();
    inHand.delete(rest);
  }

  function goOn(rest: Rest, blocks: number): Generator<void> {
    rests.delete(rest);
    rest.blocks = blocks;
    const steps = readOn(rest);
    inHand.set(rest, steps);
    return steps;
  }

  return {
    read({ runs, ...walk }, isWhole) {
      const isAll = isWhole || typeof window.IntersectionObserver !== 'function';
      const blocks = isAll ? Number.POSITIVE_INFINITY : FIRST;
      return readOn({ ...walk, runs: runs[Symbol.iterator](), frontier: undefined, next: undefined, blocks });
    },
    *readRest() {
      for (const [rest, steps] of inHand) {
        rest.blocks = Number.POSITIVE_INFINITY;
        yield* steps;
      }
      for (const rest of rests) {
        rest.frontier?.stop();
        yield* goOn(rest, Number.POSITIVE_INFINITY);
      }
    },
    isLeft: (node) => [...rests, ...inHand.keys()].some(({ frontier }) => frontier?.isBefore(node)),
    get hasLeft() {
      return rests.size + inHand.size > 0;
    },
    lookSoon() {
      for (const { frontier } of rests) frontier?.lookSoon();
    },
    forget() {
      for (const { frontier } of rests) frontier?.forget();
      rests.clear();
      inHand.clear();
    },
  };
}

const isInPage = (run: Run | undefined): boolean => (run?.whole ?? run?.first)?.isConnected ?? false;
