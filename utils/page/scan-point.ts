import type { PageCitation } from './door';

/**
 * The citation whose words are under a point, for those that are not links.
 *
 * @param at - What was found in a text node.
 */
export function citationAtPoint(
  document: Document,
  target: Element | null,
  x: number,
  y: number,
  at: (node: Node) => readonly PageCitation[],
): PageCitation | undefined {
  const root = target?.getRootNode();
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: root instanceof ShadowRoot ? [root] : [] });
  if (!caret) return undefined;
  for (const citation of at(caret.offsetNode)) {
    const { startContainer, startOffset, endContainer, endOffset } = citation.range;
    if (caret.offsetNode === startContainer && caret.offset < startOffset) continue;
    if (caret.offsetNode === endContainer && caret.offset > endOffset) continue;
    // A caret is found for points beside a text, too.
    const range = document.createRange();
    range.setStart(startContainer, startOffset);
    range.setEnd(endContainer, endOffset);
    for (const box of range.getClientRects()) {
      if (x >= box.left - 1 && x <= box.right + 1 && y >= box.top - 1 && y <= box.bottom + 1) return citation;
    }
  }
  return undefined;
}
