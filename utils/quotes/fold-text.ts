import { expansion, foldCharacter, isWordCharacter } from './fold-character';

/** A text reduced to what counts when quotes are compared, and where each part of it came from. */
export interface FoldedText {
  readonly text: string;
  /** Folded characters; only the first `length` are in use. */
  readonly codes: Uint16Array;
  /** UTF-16 offset into `text` of the character that each folded one came from, and `text.length` behind the last. */
  readonly offsets: Int32Array;
  readonly length: number;
}

const OPEN = 0x5b;
const CLOSE = 0x5d;
const IN_MARKER = ', -–.\u00a0';
/** Longest `[12–15, 17]` or `[citation needed]` that is taken for something put into the text, UTF-16 units. */
const LONGEST_MARKER = 26;

/**
 * Whether a bracket holds a reference marker or an editor's insertion: `[3]`, `[12–15]`, `[a]`, `[citation needed]`.
 *
 * @returns The offset behind the closing bracket, or 0 where it is no such marker.
 */
function markerEnd(text: string, open: number): number {
  const limit = Math.min(text.length, open + LONGEST_MARKER);
  for (let i = open + 1; i < limit; i += 1) {
    const code = text.charCodeAt(i);
    if (code === CLOSE) return i > open + 1 ? i + 1 : 0;
    if (!isWordCharacter(code) && !IN_MARKER.includes(text[i]!)) return 0;
  }
  return 0;
}

/**
 * Reduces a text: white space, hyphens, dashes, accents and invisible characters are left out, so that reflowed,
 * hyphenated, decomposed and typographically polished copies of the same words are equal; so are reference markers in
 * brackets, which differ between versions of a page. One pass.
 */
export function foldText(text: string): FoldedText {
  let room = text.length + 16;
  let codes = new Uint16Array(room);
  let offsets = new Int32Array(room + 1);
  let length = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    if (code === OPEN) {
      const end = markerEnd(text, i);
      if (end) {
        i = end - 1;
        continue;
      }
    }
    const folded = foldCharacter(code);
    if (folded > 0) {
      if (length === room) grow();
      codes[length] = folded;
      offsets[length] = i;
      length += 1;
    } else if (folded < 0) {
      for (const part of expansion(folded)) {
        if (length === room) grow();
        codes[length] = part;
        offsets[length] = i;
        length += 1;
      }
    }
  }
  offsets[length] = text.length;
  return { text, codes, offsets, length };

  function grow() {
    room = Math.ceil(room * 1.5);
    const moreCodes = new Uint16Array(room);
    moreCodes.set(codes);
    codes = moreCodes;
    const moreOffsets = new Int32Array(room + 1);
    moreOffsets.set(offsets);
    offsets = moreOffsets;
  }
}

/** The first folded character that stands at or behind a UTF-16 offset of the text. */
export function foldedAt(folded: FoldedText, offset: number): number {
  let low = 0;
  let high = folded.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (folded.offsets[middle]! < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
