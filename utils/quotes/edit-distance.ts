/** Characters to compare: part of an array, forwards or backwards. */
export interface Span {
  readonly codes: Uint16Array;
  readonly from: number;
  /** End, exclusive. */
  readonly to: number;
}

const rowOf = new Int16Array(0x1_0000).fill(-1);
let equal = new Int32Array(64 * 16);
let plus = new Int32Array(64);
let minus = new Int32Array(64);

/**
 * How far a pattern is from a text, for every place where it could end: Myers' bit-vector algorithm in blocks of 32 rows
 * (G. Myers, "A fast bit-vector algorithm for approximate string matching based on dynamic programming", JACM 46(3), 1999,
 * figures 3 and 9; the carry between blocks as in H. Hyyrö, "Explaining and extending the bit-parallel approximate string
 * matching algorithm of Myers", 2001).
 *
 * @param backwards - Reads pattern and text from their ends.
 * @param anchored - Whether the alignment has to begin at the text's first character; otherwise it may begin anywhere.
 * @param out - Takes the distances: `out[j]` after `j` characters of text. Needs one entry more than the text is long.
 */
export function editDistances(pattern: Span, text: Span, backwards: boolean, anchored: boolean, out: Int32Array): void {
  const size = pattern.to - pattern.from;
  const columns = text.to - text.from;
  if (size === 0) {
    for (let j = 0; j <= columns; j += 1) out[j] = anchored ? j : 0;
    return;
  }
  const blocks = (size + 31) >> 5;
  const lastBit = (size - 1) & 31;
  if (plus.length < blocks) {
    plus = new Int32Array(blocks * 2);
    minus = new Int32Array(blocks * 2);
  }

  // Row 0 belongs to characters that the pattern doesn't have.
  let rows = 1;
  const needed = (Math.min(size, 0xffff) + 1) * blocks;
  if (equal.length < needed) equal = new Int32Array(needed * 2);
  equal.fill(0, 0, blocks);
  for (let i = 0; i < size; i += 1) {
    const code = pattern.codes[backwards ? pattern.to - 1 - i : pattern.from + i]!;
    let row = rowOf[code]!;
    if (row < 0) {
      row = rows++;
      rowOf[code] = row;
      equal.fill(0, row * blocks, (row + 1) * blocks);
    }
    const at = row * blocks + (i >> 5);
    equal[at] = equal[at]! | (1 << (i & 31));
  }
  plus.fill(-1, 0, blocks);
  minus.fill(0, 0, blocks);

  let distance = size;
  out[0] = size;
  const first = anchored ? 1 : 0;
  for (let j = 0; j < columns; j += 1) {
    const code = text.codes[backwards ? text.to - 1 - j : text.from + j]!;
    const row = rowOf[code]!;
    const base = row < 0 ? 0 : row * blocks;
    let carry = first;
    for (let b = 0; b < blocks; b += 1) {
      const pv = plus[b]!;
      const mv = minus[b]!;
      let eq = equal[base + b]!;
      const xv = eq | mv;
      if (carry < 0) eq |= 1;
      const xh = ((((eq & pv) + pv) | 0) ^ pv) | eq;
      let ph = mv | ~(xh | pv);
      let mh = pv & xh;
      const bit = b === blocks - 1 ? lastBit : 31;
      const next = ((ph >>> bit) & 1) - ((mh >>> bit) & 1);
      ph <<= 1;
      mh <<= 1;
      if (carry < 0) mh |= 1;
      else if (carry > 0) ph |= 1;
      plus[b] = mh | ~(xv | ph);
      minus[b] = ph & xv;
      carry = next;
    }
    distance += carry;
    out[j + 1] = distance;
  }
  for (let i = pattern.from; i < pattern.to; i += 1) rowOf[pattern.codes[i]!] = -1;
}
