import {
  type Box,
  isInBox,
  isInCorridor,
  lineAt,
  type Placement,
  placeNote,
  type Size,
  uncovered,
} from '../../utils/notes/placement';
import { citationBoxes } from '../../utils/page/citation-boxes';
import type { PageCitation } from '../../utils/page/door';
import { viewportOf } from '../../utils/page/layer';

/** A note's place beside its citation, kept while the page scrolls and the window changes. */
export interface Stand {
  /** Whether a point is in the note, or between it and its citation. */
  isNear(x: number, y: number): boolean;
  /** Goes below the citation, where there is some room: what it supports mostly stands before it, and is to be seen now. */
  makeWay(): void;
  /** Stays where it is from now on, whatever becomes of its citation. */
  stay(): void;
  /** Moves a note that stays, as far as the viewport goes. Pixels. */
  move(byX: number, byY: number): void;
  /** Moves its lower right corner, as far as the viewport goes. Pixels. */
  resize(byX: number, byY: number): void;
}

/** How much larger a note is than its style sheet says, by the reader's wish. */
export const NOTE_SIZES = { small: 0.88, normal: 1, large: 1.2 } as const;

/** Pixels between a note that stays and the viewport's edge. */
const MARGIN = 8;

/** A label with the words that it follows: raised or lowered, it is less high than its line, which is not to be covered either. */
function withLine(document: Document, { range }: PageCitation, { left, right, top, bottom }: Box): Box {
  const start = range.startContainer as Element;
  const shifted = start.querySelector?.('sup, sub') ?? start.parentElement?.closest('sup, sub');
  const before = shifted?.previousSibling ?? shifted?.parentElement?.previousSibling;
  const words = document.createRange();
  if (before) words.selectNode(before);
  const last = [...words.getClientRects()].at(-1);
  // Where it begins a line, they stand on the one before.
  if (!last || last.bottom <= top || last.top >= bottom) return { left, right, top, bottom };
  return { left, right, top: Math.min(top, last.top), bottom: Math.max(bottom, last.bottom) };
}

/**
 * Puts a note beside its citation and keeps it there.
 *
 * @param frame - The note's element, already shown.
 * @param wanted - Its width, and the height to keep for what may still come, so that the note need not change sides for it.
 * @param onLost - The citation has left the viewport or the page.
 */
export function stand(
  window: Window,
  frame: HTMLElement,
  citation: PageCitation,
  pointer: { readonly x: number; readonly y: number } | undefined,
  wanted: Size,
  onLost: () => void,
  life: AbortSignal,
): Stand {
  const { document } = window;
  const staying = new AbortController();
  const signal = AbortSignal.any([life, staying.signal]);
  let line: Box | undefined;
  let own: Box | undefined;
  let index = 0;
  let side: Placement['side'] | undefined;

  const place = () => {
    const boxes = citationBoxes(document, citation);
    // Later it stays with the line box it began with, wherever the pointer is by then.
    line = line ? (boxes[index] ?? boxes[0]) : lineAt(boxes, pointer);
    if (!line) return onLost();
    index = Math.max(0, boxes.indexOf(line as DOMRect));
    const viewport = viewportOf(window);
    if (line.bottom < 0 || line.top > viewport.height || line.right < 0 || line.left > viewport.width) return onLost();
    const height = Math.max(frame.offsetHeight, wanted.height);
    own = withLine(document, citation, uncovered(boxes, line));
    const placed = placeNote(own, { width: wanted.width, height }, viewport, side);
    const { left, offset, width, maxHeight } = placed;
    side = placed.side;
    const { style } = frame;
    style.left = `${left}px`;
    style.width = `${width}px`;
    style.maxHeight = `${maxHeight}px`;
    style.top = side === 'below' ? `${offset}px` : 'auto';
    // Measured from the layout viewport, of which a horizontal scroll bar takes a part.
    style.bottom = side === 'above' ? `${offset}px` : 'auto';
  };

  let isAwaited = false;
  const placeSoon = () => {
    if (isAwaited) return;
    isAwaited = true;
    window.requestAnimationFrame(() => {
      isAwaited = false;
      if (!signal.aborted) place();
    });
  };
  place();
  const onScroll = (event: Event) => {
    if (event.target !== frame) placeSoon();
  };
  window.addEventListener('scroll', onScroll, { capture: true, passive: true, signal });
  window.addEventListener('resize', placeSoon, { signal });

  /** What is said later must not lead beyond the viewport from where it stays now. */
  const bound = (least: number) => {
    const { top } = frame.getBoundingClientRect();
    frame.style.maxHeight = `${Math.max(least, viewportOf(window).height - top - MARGIN)}px`;
  };

  return {
    makeWay() {
      side = 'below';
      place();
      // With less height than before, it begins again at its title.
      frame.scrollTop = 0;
    },
    stay() {
      staying.abort();
      const { top, height } = frame.getBoundingClientRect();
      frame.style.top = `${top}px`;
      frame.style.bottom = 'auto';
      bound(height);
    },
    move(byX, byY) {
      const { left, top } = frame.getBoundingClientRect();
      const { width, height } = viewportOf(window);
      // What it is taken by must stay within reach.
      frame.style.left = `${Math.min(Math.max(left + byX, MARGIN - frame.offsetWidth / 2), width - frame.offsetWidth / 2)}px`;
      frame.style.top = `${Math.min(Math.max(top + byY, 0), height - 3 * MARGIN)}px`;
      bound(frame.offsetHeight);
    },
    resize(byX, byY) {
      const { left, width, height } = frame.getBoundingClientRect();
      bound(height);
      frame.style.width = `${Math.min(width + byX, viewportOf(window).width - left - MARGIN)}px`;
      frame.style.height = `${height + byY}px`;
    },
    isNear(x, y) {
      if (!frame.isConnected || staying.signal.aborted) return false;
      const note = frame.getBoundingClientRect();
      return isInBox(note, x, y) || (own !== undefined && isInCorridor(own, note, x, y));
    },
  };
}
