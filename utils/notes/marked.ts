import type { Inline } from '../model/rich-text';

/** Rich text in which a stretch is marked. */
export type Piece = Inline | { readonly mark: 'closest'; readonly children: readonly Inline[] };

const length = (node: Inline): number =>
  typeof node === 'string' ? node.length : node.children.reduce((sum, child) => sum + length(child), 0);

/** The part of some nodes between two offsets of their characters. */
export function cut(nodes: readonly Inline[], start: number, end: number): Inline[] {
  const kept: Inline[] = [];
  let at = 0;
  for (const node of nodes) {
    const size = length(node);
    const from = Math.max(0, start - at);
    const to = Math.min(size, end - at);
    if (from < to) {
      if (typeof node === 'string') kept.push(node.slice(from, to));
      else kept.push(from === 0 && to === size ? node : { ...node, children: cut(node.children, from, to) });
    }
    at += size;
  }
  return kept;
}

/**
 * Paragraphs with a stretch marked.
 *
 * @param start - Offset into the paragraphs' characters, joined by one space as `sectionText` does; `end` exclusive.
 */
export function markStretch(
  paragraphs: readonly (readonly Inline[])[],
  start: number,
  end: number,
): readonly (readonly Piece[])[] {
  let at = 0;
  return paragraphs.map((paragraph) => {
    const size = paragraph.reduce((sum, node) => sum + length(node), 0);
    const from = Math.max(0, start - at);
    const to = Math.min(size, end - at);
    at += size + 1;
    if (from >= to) return paragraph;
    return [
      ...cut(paragraph, 0, from),
      { mark: 'closest', children: cut(paragraph, from, to) } as const,
      ...cut(paragraph, to, size),
    ];
  });
}
