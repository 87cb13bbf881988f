import type { TextPosition } from '../model/passage';

/** A text and its blocks: paragraphs, headings, whatever no phrase reaches out of. */
export interface BlockText {
  readonly text: string;
  /** The block around a UTF-16 offset. What divides two blocks belongs to neither; at its beginning, the block before is given. */
  blockAt(offset: number): TextPosition;
}

/** Where words begin and end. Offsets are UTF-16 units. */
export interface WordEdges {
  isEdge(offset: number): boolean;
  /** The end of the `count`-th word behind an offset, or of its line. */
  ahead(offset: number, count: number): number;
  /** The beginning of the `count`-th word before an offset, or of its line. */
  back(offset: number, count: number): number;
}

/** Browsers find no phrase across `<br>`, and do not agree on the cells of a table. */
const DIVIDER = /[\n\t]/;

/**
 * Tells words of a text apart (https://unicode.org/reports/tr29/#Word_Boundaries); blocks are read when they
 * are asked for. The reader's language decides where the text's own would hardly differ, as in browsers' own searches.
 */
export function createWordEdges({ text, blockAt }: BlockText): WordEdges {
  const segmenter = new Intl.Segmenter(undefined, { granularity: 'word' });
  let known: { readonly start: number; readonly end: number; readonly words: Intl.Segments } | undefined;
  const blockOf = (offset: number) => {
    if (!known || offset < known.start || offset > known.end) {
      const { start, end } = blockAt(offset);
      known = { start, end, words: segmenter.segment(text.slice(start, end)) };
    }
    return known;
  };
  /** @param side - Which character is next: 0 for the one behind an offset, -1 for the one before it. */
  const walk = (offset: number, count: number, side: 0 | -1): number => {
    const { start, end, words } = blockOf(offset);
    let at = offset;
    for (let left = count; left > 0 && at + side >= start && at + side < end; ) {
      if (DIVIDER.test(text[at + side]!)) break;
      const { index, segment, isWordLike } = words.containing(at + side - start)!;
      at = start + index + (side ? 0 : segment.length);
      if (isWordLike) left -= 1;
    }
    return at;
  };
  return {
    isEdge(offset) {
      const { start, end, words } = blockOf(offset);
      return offset <= start || offset >= end || words.containing(offset - start)?.index === offset - start;
    },
    ahead: (offset, count) => walk(offset, count, 0),
    back: (offset, count) => walk(offset, count, -1),
  };
}
