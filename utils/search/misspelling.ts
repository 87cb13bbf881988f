/** How many slips a word of this length may hold: none in short ones, where every slip makes another word. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);

/** Which letters a word holds, as 32 bits: two words that differ by n slips differ by at most 2n bits. */
export function letterMask(word: string): number {
  let mask = 0;
  for (let index = 0; index < word.length; index += 1) mask |= 1 << (word.charCodeAt(index) & 31);
  return mask >>> 0;
}

/** Number of bits by which two masks differ. */
export function maskDistance(a: number, b: number): number {
  let bits = a ^ b;
  bits -= (bits >>> 1) & 0x55555555;
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return (((bits + (bits >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}

/** Three rows of the table, used again for every pair: a search compares thousands. */
let rows = [new Uint8Array(64), new Uint8Array(64), new Uint8Array(64)] as const;

/**
 * Number of slips between two words: letters left out, added, changed, or swapped with their neighbour (optimal string
 * alignment: Boytsov, Indexing methods for approximate dictionary searching, 2011, §2.1).
 *
 * @param most - At most 200.
 * @returns More than `most` where there are more; how many more is not told.
 */
export function slipsBetween(a: string, b: string, most: number): number {
  const width = b.length + 1;
  if (Math.abs(a.length - b.length) > most) return most + 1;
  if (rows[0].length < width) rows = [new Uint8Array(width), new Uint8Array(width), new Uint8Array(width)];
  let [before, last, row]: readonly Uint8Array[] = rows as readonly [Uint8Array, Uint8Array, Uint8Array];
  for (let j = 0; j < width; j += 1) last![j] = Math.min(j, most + 1);
  for (let i = 1; i <= a.length; i += 1) {
    const letter = a.charCodeAt(i - 1);
    row![0] = Math.min(i, most + 1);
    let least = row![0];
    for (let j = 1; j < width; j += 1) {
      let cost = last![j - 1]! + (letter === b.charCodeAt(j - 1) ? 0 : 1);
      if (last![j]! < cost) cost = last![j]! + 1;
      if (row![j - 1]! < cost) cost = row![j - 1]! + 1;
      if (i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) {
        cost = Math.min(cost, before![j - 2]! + 1);
      }
      row![j] = Math.min(cost, most + 1);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, last, row] = [last, row, before];
  }
  return last![b.length]!;
}
