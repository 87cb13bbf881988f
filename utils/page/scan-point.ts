import type { PageCitation } from './door';

interface Caret {
  readonly node: Node;
  readonly offset: number;
}

/** The place in text under a point, in shadow roots too; undefined where there is none. */
function caretAt(document: Document, root: Node | undefined, x: number, y: number): Caret | undefined {
  const shadowRoots = root instanceof ShadowRoot ? [root] : [];
  if (document.caretPositionFromPoint) {
    const position = document.caretPositionFromPoint(x, y, { shadowRoots });
    return position ? { node: position.offsetNode, offset: position.offset } : undefined;
  }
  const range = document.caretRangeFromPoint?.(x, y);
  return range ? { node: range.startContainer, offset: range.startOffset } : undefined;
}

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
  const caret = caretAt(document, target?.getRootNode(), x, y);
  if (!caret) return undefined;
  for (const citation of at(caret.node)) {
    const { startContainer, startOffset, endContainer, endOffset } = citation.range;
    if (caret.node === startContainer && caret.offset < startOffset) continue;
    if (caret.node === endContainer && caret.offset > endOffset) continue;
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
