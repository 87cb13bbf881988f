/** Where every run of a few characters stands in a text, approximately: runs are known by a hash, and only some are kept. */
export interface GramIndex {
  /** Characters a gram has. */
  readonly size: number;
  /** Only grams that begin at a multiple of this are in the index. */
  readonly stride: number;
  /** First entry of each bucket in `positions`; one more than there are buckets. */
  readonly starts: Int32Array;
  readonly positions: Int32Array;
  /** The bucket of the gram that begins at `at`. */
  bucket(codes: Uint16Array, at: number): number;
}

/** Every fourth gram is enough: of any four that follow one another, one is in the index. */
const STRIDE = 4;
/** Latin letters say little each; ideographs and syllables say much, and edits touch more of them. */
const ALPHABETIC_SIZE = 6;
const IDEOGRAPHIC_SIZE = 3;

const isIdeographic = (code: number) => code >= 0x2e80 && code < 0xd800;

/** Indexes the first `length` characters of a folded text, in linear time and about 5 bytes a character. */
export function indexGrams(codes: Uint16Array, length: number): GramIndex {
  let ideographs = 0;
  let sampled = 0;
  for (let i = 0; i < length; i += 31, sampled += 1) if (isIdeographic(codes[i]!)) ideographs += 1;
  const size = ideographs * 3 > sampled ? IDEOGRAPHIC_SIZE : ALPHABETIC_SIZE;

  const count = Math.max(0, Math.floor((length - size) / STRIDE) + 1);
  let bits = 10;
  while (bits < 18 && 1 << bits < count) bits += 1;
  const shift = 32 - bits;
  const bucket = (from: Uint16Array, at: number): number => {
    let hash = 0;
    for (let k = 0; k < size; k += 1) hash = Math.imul(hash ^ from[at + k]!, 0x9e37_79b1) ^ (hash >>> 15);
    return hash >>> shift;
  };

  const starts = new Int32Array((1 << bits) + 1);
  const buckets = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const b = bucket(codes, i * STRIDE);
    buckets[i] = b;
    starts[b + 1] = starts[b + 1]! + 1;
  }
  for (let b = 0; b < 1 << bits; b += 1) starts[b + 1] = starts[b + 1]! + starts[b]!;
  const free = starts.slice(0, 1 << bits);
  const positions = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    const b = buckets[i]!;
    positions[free[b]!] = i * STRIDE;
    free[b] = free[b]! + 1;
  }
  return { size, stride: STRIDE, starts, positions, bucket };
}
