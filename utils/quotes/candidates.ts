import type { FoldedText } from './fold-text';
import type { GramIndex } from './gram-index';

/** A part of a folded pattern. */
export interface Part {
  readonly codes: Uint16Array;
  readonly from: number;
  /** End, exclusive. */
  readonly to: number;
}

/** Where a pattern may stand: its first character would be between `low` and `high` in the folded text. */
export interface Candidate {
  readonly low: number;
  readonly high: number;
  readonly votes: number;
}

/**
 * Where a part stands in a text, letter for letter after folding.
 *
 * @param limit - Stops after so many.
 * @returns Folded offsets, ascending.
 */
export function verbatimPlaces(text: FoldedText, index: GramIndex, part: Part, limit: number): number[] {
  const size = part.to - part.from;
  const found: number[] = [];
  if (size === 0 || size > text.length) return found;
  const check = (at: number) => {
    if (at < 0 || at + size > text.length) return;
    for (let k = 0; k < size; k += 1) if (text.codes[at + k] !== part.codes[part.from + k]) return;
    found.push(at);
  };
  const { stride, starts, positions } = index;
  const grams = size - index.size + 1;
  if (grams < stride) {
    for (let at = 0; at + size <= text.length && found.length < limit; at += 1)
      if (text.codes[at] === part.codes[part.from]) check(at);
    return found;
  }

  // Of any `stride` neighbouring grams of a true occurrence exactly one is in the index: take the rarest such group.
  const groups = Math.floor(grams / stride);
  const step = Math.max(1, Math.floor(groups / 64));
  let best = 0;
  let fewest = Number.POSITIVE_INFINITY;
  for (let g = 0; g < groups && fewest > 0; g += step) {
    let total = 0;
    for (let k = 0; k < stride; k += 1) {
      const b = index.bucket(part.codes, part.from + g * stride + k);
      total += starts[b + 1]! - starts[b]!;
    }
    if (total < fewest) {
      fewest = total;
      best = g;
    }
  }
  for (let k = 0; k < stride; k += 1) {
    const at = best * stride + k;
    const b = index.bucket(part.codes, part.from + at);
    for (let i = starts[b]!; i < starts[b + 1]! && found.length < limit; i += 1) check(positions[i]! - at);
  }
  return found.sort((a, b) => a - b);
}

/** Grams of a pattern that are looked up at most. */
const MOST_GRAMS = 512;
/** A place with so many times fewer votes than the best is not looked at. */
const HOPELESS = 6;
/** Places looked at in one vote at most; the rarest grams go first, so that common ones cannot use it up. */
const MOST_VOTES = 2048;

/**
 * Where a changed pattern may stand: every gram that it shares with the text votes for the place where the pattern would
 * begin, and votes that agree within `drift` characters are counted together.
 *
 * @param most - Candidates given at most, best first. They are at least `drift` characters apart.
 */
export function vote(index: GramIndex, part: Part, drift: number, most: number): Candidate[] {
  const grams = part.to - part.from - index.size + 1;
  if (grams <= 0) return [];
  const { starts, positions } = index;
  const step = Math.max(1, Math.ceil(grams / MOST_GRAMS));
  const looked: { at: number; bucket: number; count: number }[] = [];
  let last = -1;
  let beforeLast = -1;
  for (let at = 0; at < grams; at += step) {
    const bucket = index.bucket(part.codes, part.from + at);
    // A run of dots or lines would vote once for each of its characters.
    const repeats = bucket === last || bucket === beforeLast;
    beforeLast = last;
    last = bucket;
    if (repeats) continue;
    const count = starts[bucket + 1]! - starts[bucket]!;
    if (count > 0) looked.push({ at, bucket, count });
  }
  looked.sort((a, b) => a.count - b.count);

  let total = 0;
  let used = 0;
  while (used < looked.length && total + looked[used]!.count <= MOST_VOTES) total += looked[used++]!.count;
  const places = new Int32Array(total);
  let n = 0;
  for (let u = 0; u < used; u += 1) {
    const { at, bucket } = looked[u]!;
    for (let i = starts[bucket]!; i < starts[bucket + 1]!; i += 1) places[n++] = positions[i]! - at;
  }
  places.sort();

  // For each place, how many agree with it: those between it and `drift` behind it.
  const votes = new Int32Array(n);
  for (let low = 0, high = 0; low < n; low += 1) {
    while (high < n && places[high]! - places[low]! <= drift) high += 1;
    votes[low] = high - low;
  }
  const kept: Candidate[] = [];
  while (kept.length < most) {
    let best = -1;
    const spread = (at: number) => places[at + votes[at]! - 1]! - places[at]!;
    for (let at = 0; at < n; at += 1) {
      const ahead = best < 0 ? votes[at]! : votes[at]! - votes[best]!;
      if (ahead < 0 || (ahead === 0 && spread(at) >= spread(best))) continue;
      if (kept.every(({ low }) => Math.abs(low - places[at]!) > drift)) best = at;
    }
    if (best < 0 || votes[best]! * HOPELESS < (kept[0]?.votes ?? 0)) break;
    kept.push({ low: places[best]!, high: places[best]! + spread(best), votes: votes[best]! });
  }
  return kept;
}
