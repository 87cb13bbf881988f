import type { PageCitation } from './door';

/** A live range over a static one; undefined where the page has taken its nodes away. */
export function liveRange(document: Document, place: AbstractRange): Range | undefined {
  if (!place.startContainer.isConnected || !place.endContainer.isConnected) return undefined;
  try {
    const range = document.createRange();
    range.setStart(place.startContainer, place.startOffset);
    range.setEnd(place.endContainer, place.endOffset);
    return range;
  } catch {
    // The nodes are there but have become shorter.
    return undefined;
  }
}

/** The line boxes of a citation's label, viewport pixels; empty where it is gone or not shown. */
export function citationBoxes(document: Document, { link, range }: PageCitation): readonly DOMRect[] {
  const label = liveRange(document, range);
  const boxes = [...(label?.getClientRects() ?? [])];
  if (boxes.length > 0) return boxes;
  return link?.isConnected ? [...link.getClientRects()] : [];
}
