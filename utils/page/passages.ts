import type { Passage, Selectors } from '../model/passage';
import { type Anchored, anchorSelectors, prepareToAnchor } from './anchor';
import { bringIntoView } from './into-view';
import { forgetPageText, readAhead } from './page-text';
import type { Painter } from './paint';

/** The saved passages of a page: found, painted, and kept painted while the page changes. */
export interface PagePassages {
  /** Replaces what is shown. Those whose saving is under way stay. */
  show(passages: readonly Passage[]): void;
  /** Paints one whose place is known and whose saving is under way. */
  add(passage: Passage, ranges: readonly Range[]): void;
  /** Shows one that the library has and whose place is looked for. */
  bring(passage: Passage): void;
  /** The library has it: from now on `show` may take it away. */
  settle(id: string): void;
  /** Shows one that has changed; where its selectors are others, it is looked for. */
  update(passage: Passage): void;
  remove(id: string): void;
  /** The passages at a point, viewport pixels, the uppermost first. */
  at(x: number, y: number): readonly Passage[];
  /** One that has words in common with ranges; the one that has just their words before others. */
  over(ranges: readonly Range[]): Passage | undefined;
  rangesOf(id: string): readonly Range[];
  /** All that are saved for this page, found on it or not. */
  all(): readonly Passage[];
  /** Those that are not on the page, or not surely; empty until the first look is over. */
  notFound(): readonly Passage[];
  /** Brings a passage into view. @returns Whether it is on the page. */
  reveal(id: string): boolean;
}

/** Looks again after so many milliseconds: pages show much of their text late. */
const RETRIES_MS = [300, 1000, 3000, 10_000];
/** Rest after a change of the page before anything is looked for, milliseconds; grows while the page keeps changing. */
const QUIET_MS = 400;
const MOST_QUIET_MS = 10_000;
/** Time that looking may take at a stretch, milliseconds. */
const SLICE_MS = 12;

/** Whether ranges have words in common. */
const meet = (a: Range, b: Range): boolean =>
  a.startContainer.getRootNode() === b.startContainer.getRootNode() &&
  a.compareBoundaryPoints(Range.END_TO_START, b) < 0 &&
  a.compareBoundaryPoints(Range.START_TO_END, b) > 0;

/** Whether ranges begin and end at the same points. */
const areSame = (a: readonly Range[], b: readonly Range[]): boolean =>
  a.length === b.length && a.every((range, at) => meet(range, b[at]!) && `${range}` === `${b[at]}`);

const hasMoved = (a: Passage, b: Passage): boolean => JSON.stringify(a.selectors) !== JSON.stringify(b.selectors);

const stands = (ranges: readonly Range[]): boolean =>
  ranges.length > 0 && ranges.every((range) => !range.collapsed && range.startContainer.isConnected);

/**
 * Shows passages on a page.
 *
 * @param onChange - Hears when what was found or not found has changed.
 */
export function createPagePassages(
  document: Document,
  painter: Painter,
  signal: AbortSignal,
  onChange: () => void = () => {},
): PagePassages {
  const window = document.defaultView!;
  const root = () => document.body ?? document.documentElement;
  const shown = new Map<string, Passage>();
  const missing = new Set<string>();
  const unsaved = new Set<string>();
  let queue: string[] = [];
  let isWorking = false;
  let quietMs = QUIET_MS;
  let timer: number | undefined;
  let observer: MutationObserver | undefined;

  /** Where a passage stands. One whose record is damaged stands nowhere, and keeps no other from being found. */
  function anchored({ selectors }: Passage): Anchored | undefined {
    try {
      return anchorSelectors(root(), selectors);
    } catch {
      return undefined;
    }
  }
  function hasToPrepare(selectors: Selectors): boolean {
    try {
      return prepareToAnchor(root(), selectors);
    } catch {
      return false;
    }
  }

  function look(id: string): void {
    const passage = shown.get(id);
    if (!passage) return;
    const found = anchored(passage);
    if (found && found.ranges.length > 0) painter.paint({ id, layer: passage.colour, ranges: found.ranges });
    else painter.erase(id);
    // One of which a part is gone is shown where it is, and listed all the same.
    if (found && !found.missing) missing.delete(id);
    else missing.add(id);
  }

  async function work(): Promise<void> {
    await readAhead(root(), SLICE_MS, () => new Promise((go) => window.setTimeout(go)));
    isWorking = false;
    if (signal.aborted) return;
    const until = window.performance.now() + SLICE_MS;
    while (queue.length > 0 && window.performance.now() < until) {
      const selectors = shown.get(queue[0]!)?.selectors;
      if (!selectors || !hasToPrepare(selectors)) look(queue.shift()!);
    }
    if (queue.length > 0) later();
    else onChange();
  }
  function later(): void {
    if (isWorking) return;
    isWorking = true;
    window.setTimeout(() => void work());
  }
  const lookFor = (ids: readonly string[]) => {
    queue = [...new Set([...queue, ...ids])];
    if (queue.length > 0) later();
  };

  /** What the page has taken away, or could have brought: looked for again. */
  const lost = () => [...shown.keys()].filter((id) => missing.has(id) || !stands(painter.rangesOf(id)));

  function watch(): void {
    if (observer || shown.size === 0) return;
    observer = new MutationObserver(() => {
      if (timer !== undefined) return;
      timer = window.setTimeout(() => {
        timer = undefined;
        const ids = lost();
        quietMs = ids.length > 0 ? Math.min(quietMs * 2, MOST_QUIET_MS) : QUIET_MS;
        lookFor(ids);
      }, quietMs);
    });
    observer.observe(document.documentElement, { childList: true, characterData: true, subtree: true });
  }

  let retries: number[] = [];
  const retry = () => {
    for (const waiting of retries) window.clearTimeout(waiting);
    retries = RETRIES_MS.map((ms) => window.setTimeout(() => lookFor(lost()), ms));
  };

  signal.addEventListener(
    'abort',
    () => {
      observer?.disconnect();
      window.clearTimeout(timer);
      for (const waiting of retries) window.clearTimeout(waiting);
      forgetPageText(root());
    },
    { once: true },
  );

  const paint = ({ id, colour }: Passage) => {
    const ranges = painter.rangesOf(id);
    if (ranges.length > 0) painter.paint({ id, layer: colour, ranges });
  };
  const remove = (id: string) => {
    shown.delete(id);
    missing.delete(id);
    unsaved.delete(id);
    painter.erase(id);
  };

  return {
    show(passages) {
      const kept = new Set(passages.map(({ id }) => id));
      for (const id of [...shown.keys()]) if (!kept.has(id) && !unsaved.has(id)) remove(id);
      const fresh: string[] = [];
      for (const passage of passages) {
        const old = shown.get(passage.id);
        unsaved.delete(passage.id);
        shown.set(passage.id, passage);
        if (!old || missing.has(passage.id) || !stands(painter.rangesOf(passage.id))) fresh.push(passage.id);
        else if (hasMoved(old, passage)) fresh.push(passage.id);
        else if (old.colour !== passage.colour) paint(passage);
      }
      quietMs = QUIET_MS;
      lookFor(fresh);
      watch();
      if (fresh.length > 0) retry();
    },
    add(passage, ranges) {
      shown.set(passage.id, passage);
      unsaved.add(passage.id);
      painter.paint({ id: passage.id, layer: passage.colour, ranges });
      watch();
    },
    bring(passage) {
      shown.set(passage.id, passage);
      lookFor([passage.id]);
      watch();
    },
    settle: (id) => void unsaved.delete(id),
    update(passage) {
      const old = shown.get(passage.id);
      if (!old) return;
      shown.set(passage.id, passage);
      if (hasMoved(old, passage)) lookFor([passage.id]);
      else paint(passage);
    },
    remove,
    at: (x, y) => painter.at(x, y).flatMap(({ id }) => shown.get(id) ?? []),
    over(ranges) {
      const over = [...shown.values()].filter(({ id }) =>
        painter.rangesOf(id).some((one) => ranges.some((other) => meet(one, other))),
      );
      return over.find(({ id }) => areSame(painter.rangesOf(id), ranges)) ?? over[0];
    },
    rangesOf: (id) => painter.rangesOf(id),
    all: () => [...shown.values()],
    notFound: () => [...missing].map((id) => shown.get(id)!),
    reveal(id) {
      const [range] = painter.rangesOf(id);
      if (!range) return false;
      bringIntoView(range);
      return true;
    },
  };
}
