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

/** A text that is being indexed. */
export interface Indexing {
  /** Goes on, by so many characters of the text, and says whether there is more to come. */
  read(most: number): boolean;
  /** The index, once all is read. */
  index(): GramIndex;
}

/** Indexes the first `length` characters of a folded text, in linear time and about 5 bytes a character. */
export function indexGrams(codes: Uint16Array, length: number): GramIndex {
  const indexing = startIndexing(codes, length);
  while (indexing.read(Number.POSITIVE_INFINITY));
  return indexing.index();
}

/** Begins to index a folded text as {@link indexGrams} does, so that a long one can be indexed in slices. */
export function startIndexing(codes: Uint16Array, length: number): Indexing {
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

  // Counted first, then filed: what is in a bucket stands together, in the order of the text.
  const starts = new Int32Array((1 << bits) + 1);
  const buckets = new Int32Array(count);
  const positions = new Int32Array(count);
  let free: Int32Array | undefined;
  let at = 0;
  return {
    read(most) {
      const to = Math.min(count, at + Math.ceil(most / STRIDE));
      if (!free) {
        for (; at < to; at += 1) {
          const b = bucket(codes, at * STRIDE);
          buckets[at] = b;
          starts[b + 1] = starts[b + 1]! + 1;
        }
        if (at < count) return true;
        for (let b = 0; b < 1 << bits; b += 1) starts[b + 1] = starts[b + 1]! + starts[b]!;
        free = starts.slice(0, 1 << bits);
        at = 0;
        return true;
      }
      for (; at < to; at += 1) {
        const b = buckets[at]!;
        positions[free[b]!] = at * STRIDE;
        free[b] = free[b]! + 1;
      }
      return at < count;
    },
    index: () => ({ size, stride: STRIDE, starts, positions, bucket }),
  };
}
