/** Pixels of the viewport. */
interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const GAP = 8;
const MARGIN = 6;

/**
 * Places the selection bar by the line where the selecting ended: below it, above it where there is no room, and always
 * inside the viewport.
 *
 * @param line - Line box at which the selection ends.
 * @param atStart - Whether it ends at the left of that line: the selection was made backwards.
 * @returns Top left corner.
 */
export function placeBar(
  line: Box,
  atStart: boolean,
  bar: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
): { readonly left: number; readonly top: number } {
  const hold = (value: number, most: number) => Math.max(MARGIN, Math.min(value, most - MARGIN));
  const x = atStart ? line.left : line.right;
  const left = hold(x - bar.width / 2, viewport.width - bar.width);
  const below = line.bottom + GAP;
  const above = line.top - GAP - bar.height;
  const fitsBelow = below + bar.height <= viewport.height - MARGIN;
  const fitsAbove = above >= MARGIN;
  const prefersAbove = atStart;
  const top = (prefersAbove && fitsAbove) || (!fitsBelow && fitsAbove) ? above : below;
  return { left, top: hold(top, viewport.height - bar.height) };
}
