import { type SegmentWords, tokens } from './tokens';

/** Words that must stand one after the other; most clauses have one. */
export interface Clause {
  readonly words: readonly string[];
  /** Whether the last word may go on. */
  readonly isPrefix: boolean;
}

const PIECE = /"([^"]*)("|$)|[^\s"]+/g;

/**
 * What a reader asks for: words divided by spaces in any order, words in straight or curly quotes (or joined by hyphens,
 * points and slashes) one after the other.
 *
 * @param isTyping - Whether a last word that no space or quote ends may be the beginning of a longer one.
 */
export function parseQuery(text: string, segment: SegmentWords, isTyping: boolean): readonly Clause[] {
  const straight = text.replace(/[“”„«»]/g, '"');
  return [...straight.matchAll(PIECE)].flatMap((piece) => {
    const words = tokens(piece[1] ?? piece[0], segment).map(({ term }) => term);
    const isOpen = piece.index + piece[0].length === straight.length && piece[2] !== '"';
    return words.length > 0 ? [{ words, isPrefix: isTyping && isOpen }] : [];
  });
}
