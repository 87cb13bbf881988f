import type { TextPosition } from '../model/passage';
import type { FoldedText } from './fold-text';
import { offsetBehind } from './likeness';
import type { Pattern } from './pattern';

const SPACE = /\s/;

/**
 * A place of a folded text in the text itself. What folding leaves out at the quote's own ends (a dash, a reference marker)
 * is taken in where the text has it too; white space around it is not.
 *
 * @param start - Folded offsets, end exclusive, not empty.
 */
export function unfold(text: FoldedText, pattern: Pattern, start: number, end: number): TextPosition {
  let from = text.offsets[start]!;
  let to = offsetBehind(text, end);
  const { exact } = pattern.quote;
  const base = pattern.prefixLength;
  const head = exact.slice(0, pattern.folded.offsets[pattern.start]! - base).trim();
  const tail = exact.slice(offsetBehind(pattern.folded, pattern.end) - base).trim();
  if (head) {
    let before = from;
    while (before > 0 && SPACE.test(text.text[before - 1]!)) before -= 1;
    if (text.text.endsWith(head, before)) from = before - head.length;
  }
  if (tail) {
    let behind = to;
    while (behind < text.text.length && SPACE.test(text.text[behind]!)) behind += 1;
    if (text.text.startsWith(tail, behind)) to = behind + tail.length;
  }
  return { start: from, end: to };
}
