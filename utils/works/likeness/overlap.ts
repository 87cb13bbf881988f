import type { Weigh } from './rarity';

/** A text as its stems, each with how often it stands there. */
export type Bag = ReadonlyMap<string, number>;

/** A text's stems, counted. */
export function bagOf(stems: readonly string[]): Bag {
  const bag = new Map<string, number>();
  for (const stem of stems) bag.set(stem, (bag.get(stem) ?? 0) + 1);
  return bag;
}

/** Two ways to name one thing, as stems. */
export interface Forms {
  readonly short: readonly string[];
  readonly long: readonly string[];
}

/** A bag in which whatever is named one way is named the other way too. */
export function withForms(bag: Bag, forms: readonly Forms[]): Bag {
  let wider: Map<string, number> | undefined;
  const has = (stem: string) => bag.has(stem);
  for (const { short, long } of forms)
    for (const [from, to] of [
      [short, long],
      [long, short],
    ] as const) {
      if (from.length === 0 || !from.every(has)) continue;
      wider ??= new Map(bag);
      for (const stem of to) if (!wider.has(stem)) wider.set(stem, 1);
    }
  return wider ?? bag;
}

/** BM25's constants: how soon repetition stops to count, and how much length counts against a sentence. */
export interface Bm25 {
  readonly k: number;
  readonly b: number;
}

/**
 * How much of a claim each sentence covers, about 0 to 1: BM25 (Robertson and Zaragoza 2009, doi:10.1561/1500000019) as a
 * share of the claim's own weight.
 */
export function bm25(claim: readonly string[], bags: readonly Bag[], weigh: Weigh, { k, b }: Bm25): number[] {
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, times) => sum + times, 0));
  const average = lengths.reduce((sum, length) => sum + length, 0) / (bags.length || 1) || 1;
  const most = claim.reduce((sum, stem) => sum + weigh(stem), 0) || 1;
  return bags.map((bag, i) => {
    const norm = k * (1 - b + (b * lengths[i]!) / average);
    let score = 0;
    for (const stem of claim) {
      const times = bag.get(stem) ?? 0;
      if (times) score += (weigh(stem) * times * (k + 1)) / (times + norm);
    }
    return score / most;
  });
}

/** Words shorter than this are alike or not; of longer ones, the share of their beginning in common counts. */
const SHORTEST_ALIKE = 5;
const LEAST_ALIKE = 0.6;

/** How alike a stem is to the most alike one of a bag: 1 for itself, the share of a common beginning above 0.6, or 0. */
export function likest(stem: string, bag: Bag): number {
  if (bag.has(stem)) return 1;
  if (stem.length < SHORTEST_ALIKE) return 0;
  let best = 0;
  for (const other of bag.keys()) {
    if (other.length < SHORTEST_ALIKE || other[0] !== stem[0] || other[3] !== stem[3]) continue;
    let common = 0;
    while (common < stem.length && stem[common] === other[common]) common += 1;
    best = Math.max(best, common / Math.max(stem.length, other.length));
  }
  return best > LEAST_ALIKE ? best : 0;
}

/** The share of some stems, by weight, that is covered; 0 where there are none. */
export function coverage(stems: readonly string[], weigh: Weigh, covered: (stem: string) => number): number {
  let [sum, most] = [0, 0];
  for (const stem of stems) {
    const weight = weigh(stem);
    sum += weight * covered(stem);
    most += weight;
  }
  return most ? sum / most : 0;
}

/** Neighbouring pairs of stems. */
export const pairsOf = (stems: readonly string[]): ReadonlySet<string> =>
  new Set(stems.slice(1).map((stem, i) => `${stems[i]} ${stem}`));

/** The share of some pairs of stems that a sentence has as well. */
export function pairShare(wanted: ReadonlySet<string>, sentence: readonly string[]): number {
  if (wanted.size === 0) return 0;
  const had = pairsOf(sentence);
  let shared = 0;
  for (const pair of wanted) if (had.has(pair)) shared += 1;
  return shared / wanted.size;
}
