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

/** A text that is being folded. */
export interface Folding {
  /** Folds on, by so many UTF-16 units or a few more, and says whether there is more to come. */
  read(most: number): boolean;
  /** The folded text, once all is read. */
  folded(): FoldedText;
}

/**
 * Reduces a text: white space, hyphens, dashes, accents and invisible characters are left out, so that reflowed,
 * hyphenated, decomposed and typographically polished copies of the same words are equal; so are reference markers in
 * brackets, which differ between versions of a page. One pass.
 */
export function foldText(text: string): FoldedText {
  const folding = startFolding(text);
  folding.read(text.length);
  return folding.folded();
}

/** Begins to reduce a text as {@link foldText} does, so that a long one can be folded in slices. */
export function startFolding(text: string): Folding {
  let codes = new Uint16Array(text.length + 64);
  let offsets = new Int32Array(text.length + 65);
  let at = 0;
  let length = 0;

  /** What does not fit into the arrays is counted, and dropped by them. */
  function fold(to: number): void {
    let n = length;
    let i = at;
    for (; i < to; i += 1) {
      const code = text.charCodeAt(i);
      const folded = foldCharacter(code);
      if (folded > 0) {
        if (code === OPEN) {
          const end = markerEnd(text, i);
          if (end) {
            i = end - 1;
            continue;
          }
        }
        codes[n] = folded;
        offsets[n] = i;
        n += 1;
      } else if (folded < 0) {
        for (const part of expansion(folded)) {
          codes[n] = part;
          offsets[n] = i;
          n += 1;
        }
      }
    }
    at = i;
    length = n;
  }

  return {
    read(most) {
      const [from, before] = [at, length];
      const to = Math.min(text.length, from + most);
      fold(to);
      // A few characters fold to several; where a text is full of them, the slice is folded again with more room.
      while (length > codes.length) {
        const [fewer, fewerOffsets] = [codes, offsets];
        codes = new Uint16Array(length * 2);
        offsets = new Int32Array(length * 2 + 1);
        codes.set(fewer);
        offsets.set(fewerOffsets);
        at = from;
        length = before;
        fold(to);
      }
      return at < text.length;
    },
    folded() {
      offsets[length] = text.length;
      return { text, codes, offsets, length };
    },
  };
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
