import type { Run } from './blocks';
import { comparePositions } from './dom';

/** A place up to which a page has been read, or was until it was read on. */
export interface Frontier {
  /** Stays until the reader comes near a run; calls back once, unless forgotten before. */
  wait(run: Run, resume: () => void): void;
  /** Whether a node is not before the place: it may not have been read. */
  isBefore(node: Node): boolean;
  /** Looks again shortly: the page has changed. */
  lookSoon(): void;
  /** Calls back no more; the place is still known. */
  stop(): void;
  forget(): void;
}

/** How far below the window the page is read, so that nobody sees what is not. All above it is. */
const MARGIN = '9999999px 0px 200% 0px';
/** Between scrolling and looking where the window is now, milliseconds. */
const REST_MS = 100;
/** Where in the window it is looked what stands there: parts of its width and height. */
const PARTS = [0.1, 0.3, 0.5, 0.7, 0.9];

/**
 * Watches whether the reader comes near a place in the page: it comes near the window, or something behind it stands in the window,
 * as where columns, boxes that scroll by themselves or style sheets do not follow the order of the document.
 */
export function createFrontier(window: Window & typeof globalThis, signal: AbortSignal): Frontier {
  const { document } = window;
  let place: Element | undefined;
  let resume: (() => void) | undefined;
  let timer: number | undefined;

  const stop = () => {
    observer.disconnect();
    window.clearTimeout(timer);
    timer = undefined;
    resume = undefined;
  };
  const reach = () => {
    const go = resume;
    stop();
    go?.();
  };
  const isInWindow = () => {
    const { innerWidth: width, innerHeight: height } = window;
    return PARTS.some((down) =>
      PARTS.some((right) => {
        const shown = document.elementFromPoint(width * right, height * down);
        return shown && place && (shown === place || follows(shown, place));
      }),
    );
  };
  const look = () => {
    timer = undefined;
    if (resume && place && (!place.isConnected || isInWindow())) reach();
  };
  const lookSoon = () => {
    if (resume) timer ??= window.setTimeout(look, REST_MS);
  };
  const observer = new window.IntersectionObserver(
    (entries) => {
      const entry = entries.at(-1)!;
      if (!resume || entry.target !== place) return;
      if (entry.isIntersecting) reach();
      // The page has just been laid out: looking costs nothing now.
      else look();
    },
    { rootMargin: MARGIN },
  );
  const forget = () => {
    stop();
    place = undefined;
  };
  for (const type of ['scroll', 'resize', 'toggle'])
    window.addEventListener(type, lookSoon, { capture: true, passive: true, signal });
  signal.addEventListener('abort', forget, { once: true });

  return {
    wait(run, then) {
      const element = run.whole ?? run.first?.parentElement;
      if (!element) return then();
      place = element;
      resume = then;
      observer.observe(element);
    },
    isBefore: (node) => place !== undefined && (node === place || follows(node, place)),
    lookSoon,
    stop,
    forget,
  };
}

/** In one tree: between shadow roots there is no order. */
const follows = (node: Node, other: Node): boolean =>
  (comparePositions(other, node) & (Node.DOCUMENT_POSITION_FOLLOWING | Node.DOCUMENT_POSITION_DISCONNECTED)) ===
  Node.DOCUMENT_POSITION_FOLLOWING;
