import {
  type Box,
  isInBox,
  isInCorridor,
  lineAt,
  type Placement,
  placeNote,
  uncovered,
} from '../../utils/notes/placement';
import { citationBoxes } from '../../utils/page/citation-boxes';
import type { PageCitation } from '../../utils/page/door';

/** A note's place beside its citation, kept while the page scrolls and the window changes. */
export interface Stand {
  /** Whether a point is in the note, or between it and its citation. */
  isNear(x: number, y: number): boolean;
  /** Goes below the citation, where there is some room: what it supports mostly stands before it, and is to be seen now. */
  makeWay(): void;
}

const WIDTH = 420;

function viewportOf(window: Window): { width: number; height: number } {
  const { visualViewport } = window;
  // Without scroll bars, and in layout pixels even when pinched.
  return visualViewport
    ? { width: visualViewport.width * visualViewport.scale, height: visualViewport.height * visualViewport.scale }
    : { width: window.innerWidth, height: window.innerHeight };
}

/**
 * Puts a note beside its citation and keeps it there.
 *
 * @param frame - The note's element, already shown.
 * @param expectedHeight - Room to keep for what may still come, so that the note need not change sides for it.
 * @param onLost - The citation has left the viewport or the page.
 */
export function stand(
  window: Window,
  frame: HTMLElement,
  citation: PageCitation,
  pointer: { readonly x: number; readonly y: number } | undefined,
  expectedHeight: number,
  onLost: () => void,
  signal: AbortSignal,
): Stand {
  const { document } = window;
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
    const height = Math.max(frame.offsetHeight, expectedHeight);
    own = uncovered(boxes, line);
    const placed = placeNote(own, { width: WIDTH, height }, viewport, side);
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

  return {
    makeWay() {
      side = 'below';
      place();
      // With less height than before, it begins again at its title.
      frame.scrollTop = 0;
    },
    isNear(x, y) {
      if (!frame.isConnected) return false;
      const note = frame.getBoundingClientRect();
      return isInBox(note, x, y) || (own !== undefined && isInCorridor(own, note, x, y));
    },
  };
}
