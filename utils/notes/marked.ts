import type { Identifier } from '../model/identifier';
import type { Inline } from '../model/rich-text';

/** A stretch of rich text that is marked: as the closest sentence, or as the name of another work. */
type Marked =
  | { readonly mark: 'closest'; readonly children: readonly Piece[] }
  | { readonly mark: 'cite'; readonly identifier: Identifier; readonly children: readonly Piece[] };

/** Rich text in which stretches may be marked. */
export type Piece = Inline | Marked;

const length = (node: Piece): number =>
  typeof node === 'string' ? node.length : node.children.reduce((sum, child) => sum + length(child), 0);

/** The part of some nodes between two offsets of their characters. */
export function cut(nodes: readonly Piece[], start: number, end: number): Piece[] {
  const kept: Piece[] = [];
  let at = 0;
  for (const node of nodes) {
    const size = length(node);
    const from = Math.max(0, start - at);
    const to = Math.min(size, end - at);
    if (from < to) {
      if (typeof node === 'string') kept.push(node.slice(from, to));
      else kept.push(from === 0 && to === size ? node : ({ ...node, children: cut(node.children, from, to) } as Piece));
    }
    at += size;
  }
  return kept;
}

/**
 * Paragraphs with a stretch marked.
 *
 * @param start - Offset into the paragraphs' characters, joined by one space as `sectionText` does; `end` exclusive.
 * @param marked - The stretch with its mark.
 */
export function markStretch(
  paragraphs: readonly (readonly Piece[])[],
  start: number,
  end: number,
  marked: (children: readonly Piece[]) => Marked = (children) => ({ mark: 'closest', children }),
): readonly (readonly Piece[])[] {
  let at = 0;
  return paragraphs.map((paragraph) => {
    const size = paragraph.reduce((sum, node) => sum + length(node), 0);
    const from = Math.max(0, start - at);
    const to = Math.min(size, end - at);
    at += size + 1;
    if (from >= to) return paragraph;
    return [...cut(paragraph, 0, from), marked(cut(paragraph, from, to)), ...cut(paragraph, to, size)];
  });
}
