/** A rectangle in CSS pixels from the viewport's top left. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Where a note stands. It hangs from `top` or stands on `bottom`, so that it grows away from its citation. */
export interface Placement {
  readonly side: 'below' | 'above';
  readonly left: number;
  /** Distance from the viewport's top (side `below`) or bottom edge (side `above`) to the note's near edge. */
  readonly offset: number;
  readonly width: number;
  /** What fits on that side; a taller note scrolls inside. */
  readonly maxHeight: number;
}

/** Between the citation's line and the note. */
const GAP = 6;
/** Between the note and the viewport's edge. */
const MARGIN = 8;
/** How far left of the citation the note begins, so that its words, not its frame, stand under the label. */
const INDENT = 16;

/** Less room than this on the side where it stands makes a note change sides while the page scrolls. */
const LEAST_ROOM = 160;

const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/**
 * Places a note next to its citation.
 *
 * @param line - What it must not cover; see {@link uncovered}.
 * @param note - The size it wants: its measured size, or what it is expected to grow to.
 * @param side - Where it stands already: kept while there is some room, so that scrolling does not make it jump.
 * @returns Below the line where it fits, above where it fits there, else on the roomier side with less height. Inside the
 *   viewport, and never over the line while the line is in the viewport.
 */
export function placeNote(line: Box, note: Size, viewport: Size, side?: Placement['side']): Placement {
  const width = Math.max(0, Math.min(note.width, viewport.width - 2 * MARGIN));
  const left = clamp(line.left - INDENT, MARGIN, Math.max(MARGIN, viewport.width - MARGIN - width));
  const roomBelow = viewport.height - MARGIN - (line.bottom + GAP);
  const roomAbove = line.top - GAP - MARGIN;
  const fitsBelow = note.height <= roomBelow || (note.height > roomAbove && roomBelow >= roomAbove);
  const isKept = side !== undefined && (side === 'below' ? roomBelow : roomAbove) >= Math.min(note.height, LEAST_ROOM);
  const isBelow = isKept ? side === 'below' : fitsBelow;
  const room = isBelow ? roomBelow : roomAbove;
  // A line scrolled half out of the viewport must not take the note along.
  const wanted = isBelow ? line.bottom + GAP : viewport.height - (line.top - GAP);
  return {
    side: isBelow ? 'below' : 'above',
    left,
    offset: clamp(wanted, MARGIN, Math.max(MARGIN, viewport.height - MARGIN)),
    width,
    maxHeight: clamp(room, 0, viewport.height - 2 * MARGIN),
  };
}

const distance = (box: Box, x: number, y: number): number =>
  Math.hypot(Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom));

/** The line box at or nearest to a point; without a point, the first. Undefined where there is no box. */
export function lineAt(boxes: readonly Box[], point?: { readonly x: number; readonly y: number }): Box | undefined {
  const lines = boxes.filter((box) => box.right > box.left || box.bottom > box.top);
  if (!point) return lines[0];
  let best: Box | undefined;
  for (const box of lines) if (!best || distance(box, point.x, point.y) < distance(best, point.x, point.y)) best = box;
  return best;
}

/** Height up to which all lines of a wrapped label stay uncovered; of a longer one, the line that is pointed at does. */
const TALLEST = 110;

/**
 * What a note must not cover: all lines of its citation, where they are few, else the one line.
 *
 * @param line - One of `boxes`.
 * @returns As wide as the line, since the note begins under it.
 */
export function uncovered(boxes: readonly Box[], line: Box): Box {
  const top = Math.min(line.top, ...boxes.map((box) => box.top));
  const bottom = Math.max(line.bottom, ...boxes.map((box) => box.bottom));
  return bottom - top > TALLEST ? line : { left: line.left, right: line.right, top, bottom };
}

/** How far beside the corridor a hand may stray. */
const SLACK = 6;

/**
 * Whether a point is on the way from the citation's line to the note: in the quadrilateral between their facing edges.
 */
export function isInCorridor(line: Box, note: Box, x: number, y: number): boolean {
  const isBelow = note.top >= line.bottom - SLACK;
  const [from, to] = isBelow ? [line.bottom, note.top] : [line.top, note.bottom];
  if (y < Math.min(from, to) - SLACK || y > Math.max(from, to) + SLACK) return false;
  const share = from === to ? 1 : clamp((y - from) / (to - from), 0, 1);
  const left = line.left + (note.left - line.left) * share;
  const right = line.right + (note.right - line.right) * share;
  return x >= left - SLACK && x <= right + SLACK;
}

/** Whether a point is in a box. */
export const isInBox = (box: Box, x: number, y: number): boolean =>
  x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
