import type { Shard } from './shard';

/** A shard and which of its entries are superseded (1) by a later version of themselves, or gone. */
export interface Part {
  readonly shard: Shard;
  readonly dead: Uint8Array;
}

/** Several parts as one: entries are numbered through, in the order of the parts. */
export interface Corpus {
  readonly parts: readonly Part[];
  /** Number of each part's first entry; one more for the end. */
  readonly bases: Uint32Array;
  /** Living entries, newest first. */
  readonly newest: Uint32Array;
  /** Every facet of any part. */
  readonly facets: readonly string[];
  /** Where each entry's facets begin in `facetNumbers`, which numbers them as in `facets`; one more for the end. */
  readonly facetStarts: Uint32Array;
  readonly facetNumbers: Uint32Array;
}

const EMPTY: Corpus = {
  parts: [],
  bases: new Uint32Array(1),
  newest: new Uint32Array(),
  facets: [],
  facetStarts: new Uint32Array(1),
  facetNumbers: new Uint32Array(),
};

/** Merges runs of numbers, each newest first: two at a time, so that every entry moves log n times. */
function merged(runs: readonly Uint32Array[], at: Float64Array): Uint32Array {
  const both = (a: Uint32Array, b: Uint32Array): Uint32Array => {
    const all = new Uint32Array(a.length + b.length);
    for (let i = 0, j = 0, to = 0; to < all.length; to += 1) {
      const fromA = j >= b.length || (i < a.length && at[a[i]!]! >= at[b[j]!]!);
      all[to] = fromA ? a[i++]! : b[j++]!;
    }
    return all;
  };
  let left = runs.filter(({ length }) => length > 0);
  while (left.length > 1) {
    const next: Uint32Array[] = [];
    for (let i = 0; i < left.length; i += 2) next.push(left[i + 1] ? both(left[i]!, left[i + 1]!) : left[i]!);
    left = next;
  }
  return left[0] ?? new Uint32Array();
}

/**
 * Puts parts together for {@link search}.
 *
 * @param base - A corpus of the first of these parts: what is together already is not put together again, though more of its
 *   entries may be dead by now.
 */
export function createCorpus(parts: readonly Part[], base: Corpus = EMPTY): Corpus {
  const known = base.parts.length;
  const bases = new Uint32Array(parts.length + 1);
  for (const [part, { shard }] of parts.entries()) bases[part + 1] = bases[part]! + shard.at.length;
  const size = bases[parts.length]!;
  const at = new Float64Array(size);
  const dead = new Uint8Array(size);
  for (const [part, each] of parts.entries()) {
    at.set(each.shard.at, bases[part]!);
    dead.set(each.dead, bases[part]!);
  }
  // By index throughout, here and below: in a hundred thousand entries, a call for each is most of what opening takes.
  const living = (numbers: Uint32Array) => {
    const kept = new Uint32Array(numbers.length);
    let count = 0;
    for (let at = 0; at < numbers.length; at += 1) if (dead[numbers[at]!] === 0) kept[count++] = numbers[at]!;
    return kept.subarray(0, count);
  };
  const fresh = parts.slice(known).map((_part, index) => {
    const [from, to] = [bases[known + index]!, bases[known + index + 1]!];
    const numbers = new Uint32Array(to - from);
    for (let doc = 0; doc < numbers.length; doc += 1) numbers[doc] = from + doc;
    return living(numbers);
  });
  return { parts, bases, newest: merged([living(base.newest), ...fresh], at), ...joinFacets(parts, bases, base) };
}

/** The parts' facets, which each numbers by itself, under one numbering that goes on from that of the base. */
function joinFacets(
  parts: readonly Part[],
  bases: Uint32Array,
  base: Corpus,
): Pick<Corpus, 'facets' | 'facetStarts' | 'facetNumbers'> {
  const numbers = new Map(base.facets.map((facet, number) => [facet, number]));
  const facetStarts = new Uint32Array(bases[parts.length]! + 1);
  const fresh = parts.slice(base.parts.length);
  let from = base.facetNumbers.length;
  const facetNumbers = new Uint32Array(fresh.reduce((sum, { shard }) => sum + shard.facetNumbers.length, from));
  facetStarts.set(base.facetStarts);
  facetNumbers.set(base.facetNumbers);
  for (const [index, { shard }] of fresh.entries()) {
    const first = bases[base.parts.length + index]!;
    const known = Uint32Array.from(shard.facets, (facet) => {
      const number = numbers.get(facet) ?? numbers.size;
      numbers.set(facet, number);
      return number;
    });
    const own = shard.facetNumbers;
    for (let at = 0; at < own.length; at += 1) facetNumbers[from + at] = known[own[at]!]!;
    const starts = shard.facetStarts;
    const { length } = shard.at;
    for (let doc = 0; doc < length; doc += 1) facetStarts[first + doc] = from + starts[doc]!;
    from += shard.facetNumbers.length;
  }
  facetStarts[facetStarts.length - 1] = from;
  return { facets: [...numbers.keys()], facetStarts, facetNumbers };
}

/** The key of the entry with a number of the corpus. */
export function keyOf(corpus: Corpus, number: number): string {
  let part = 0;
  while (corpus.bases[part + 1]! <= number) part += 1;
  return corpus.parts[part]!.shard.keys[number - corpus.bases[part]!]!;
}
