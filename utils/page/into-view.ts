import { unfoldAround } from './reveal';

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

/**
 * Brings a range into view unless it is there already, below whatever the page keeps at the top. Opens folded content.
 */
export function bringIntoView(range: Range): void {
  const node = range.startContainer;
  const document = node.ownerDocument!;
  const window = document.defaultView!;
  unfoldAround(node);
  const isSeen = () => {
    const box = range.getBoundingClientRect();
    return (
      box.height > 0 && box.top >= headerBottom(document) && Math.min(box.bottom, box.top + 80) <= window.innerHeight
    );
  };
  if (isSeen()) return;
  // Through every box that scrolls; then to the line itself, since an element can be taller than the viewport.
  node.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  if (isSeen()) return;
  const box = range.getBoundingClientRect();
  window.scrollBy({
    top: box.top - Math.max(headerBottom(document) + 24, window.innerHeight / 3),
    behavior: 'instant',
  });
}
