import { unfoldAround } from './reveal';
import { type Scrolled, scrolledAround } from './scrolled';

/** How far down what a page keeps at the top of the viewport reaches, pixels. */
function headerBottom(document: Document): number {
  const window = document.defaultView!;
  let bottom = 0;
  for (const element of document.elementsFromPoint(window.innerWidth / 2, 2)) {
    const { position } = window.getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if ((position === 'fixed' || position === 'sticky') && box.height < window.innerHeight / 2)
      bottom = Math.max(bottom, box.bottom);
  }
  return bottom;
}

/** Farther than so many windows nobody watches the page go by. */
const FARTHEST_GLIDE = 5;

/** Makes of a jump that was just made a movement, where the reader has nothing against movement. */
function glide(window: Window, before: readonly Scrolled[]): void {
  // Behind another tab or window nothing moves, nor is there anybody to see it.
  if (window.document.hidden) return;
  if (!window.matchMedia?.('(prefers-reduced-motion: no-preference)').matches) return;
  const moved = before
    .map((was) => ({ ...was, toTop: was.element.scrollTop, toLeft: was.element.scrollLeft }))
    .filter(({ top, left, toTop, toLeft }) => top !== toTop || left !== toLeft);
  const farthest = window.innerHeight * FARTHEST_GLIDE;
  if (moved.some(({ top, toTop }) => Math.abs(toTop - top) > farthest)) return;
  for (const { element, top, left, toTop, toLeft } of moved) {
    element.scrollTo({ top, left, behavior: 'instant' });
    element.scrollTo({ top: toTop, left: toLeft, behavior: 'smooth' });
  }
}

/** Taller than this share of the window, a passage is read from its beginning, and not put in the middle. */
const TALL = 0.6;

/**
 * Brings a range into view unless it is there already, below whatever the page keeps at the top. Opens folded content.
 * Moves there where the reader has nothing against movement, and jumps otherwise.
 *
 * @param isCentred - Whether it is to be around the middle of the window, where it is no taller than that.
 */
export function bringIntoView(range: Range, isCentred = false): void {
  const node = range.startContainer;
  const document = node.ownerDocument!;
  const window = document.defaultView!;
  unfoldAround(node);
  const isInMiddle = ({ top, bottom }: DOMRect) =>
    bottom - top > window.innerHeight * TALL || (bottom > window.innerHeight / 4 && top < (window.innerHeight * 3) / 4);
  const isSeen = () => {
    const box = range.getBoundingClientRect();
    const isInView =
      box.height > 0 && box.top >= headerBottom(document) && Math.min(box.bottom, box.top + 80) <= window.innerHeight;
    return isInView && (!isCentred || isInMiddle(box));
  };
  if (isSeen()) return;
  const before = scrolledAround(node);
  // Through every box that scrolls; then to the line itself, since an element can be taller than the viewport.
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  if (!isSeen()) {
    const box = range.getBoundingClientRect();
    window.scrollBy({
      top: box.top - Math.max(headerBottom(document) + 24, window.innerHeight / 3),
      behavior: 'instant',
    });
  }
  glide(window, before);
}
