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
  /** Every facet of any part, and the number of each in that list. */
  readonly facets: readonly string[];
  readonly facetNumber: ReadonlyMap<string, number>;
  /** The facets' groups, and for each facet the number of its own. */
  readonly groups: readonly string[];
  readonly groupOfFacet: Uint8Array;
  /** Where each entry's facets begin in `facetNumbers`, which numbers them as in `facets`; one more for the end. */
  readonly facetStarts: Uint32Array;
  readonly facetNumbers: Uint32Array;
}

const EMPTY: Corpus = {
  parts: [],
  bases: new Uint32Array(1),
  newest: new Uint32Array(),
  facets: [],
  facetNumber: new Map(),
  groups: [],
  groupOfFacet: new Uint8Array(),
  facetStarts: new Uint32Array(1),
  facetNumbers: new Uint32Array(),
};

/** Work that rests now and then. */
type Steps<T> = Generator<undefined, T, undefined>;

/** Two runs of numbers, each newest first, on their way into one. */
interface Merging {
  readonly a: Uint32Array;
  readonly b: Uint32Array;
  readonly all: Uint32Array;
  i: number;
  j: number;
}

/** Goes on merging up to a place. */
function mergeUpTo(merging: Merging, at: Float64Array, end: number): void {
  const { a, b, all } = merging;
  let { i, j } = merging;
  for (let to = i + j; to < end; to += 1) {
    const fromA = j >= b.length || (i < a.length && at[a[i]!]! >= at[b[j]!]!);
    all[to] = fromA ? a[i++]! : b[j++]!;
  }
  merging.i = i;
  merging.j = j;
}

/** Merges runs of numbers, each newest first: two at a time, so that every entry moves log n times. */
function* merged(runs: readonly Uint32Array[], at: Float64Array, slice: number): Steps<Uint32Array> {
  let left = runs.filter(({ length }) => length > 0);
  while (left.length > 1) {
    const next: Uint32Array[] = [];
    for (let run = 0; run < left.length; run += 2) {
      const [a, b] = [left[run]!, left[run + 1]];
      if (!b) {
        next.push(a);
        continue;
      }
      const merging: Merging = { a, b, all: new Uint32Array(a.length + b.length), i: 0, j: 0 };
      for (let end = 0; end < merging.all.length; ) {
        end = Math.min(end + slice, merging.all.length);
        mergeUpTo(merging, at, end);
        yield undefined;
      }
      next.push(merging.all);
    }
    left = next;
  }
  return left[0] ?? new Uint32Array();
}

/** Copies the numbers of living entries, and gives how many they are by then. */
function copyLiving(numbers: Uint32Array, dead: Uint8Array, kept: Uint32Array, count: number): number {
  let to = count;
  for (let at = 0; at < numbers.length; at += 1) if (dead[numbers[at]!] === 0) kept[to++] = numbers[at]!;
  return to;
}

function* living(numbers: Uint32Array, dead: Uint8Array, slice: number): Steps<Uint32Array> {
  const kept = new Uint32Array(numbers.length);
  let count = 0;
  for (let from = 0; from < numbers.length; from += slice) {
    count = copyLiving(numbers.subarray(from, from + slice), dead, kept, count);
    yield undefined;
  }
  return kept.subarray(0, count);
}

/**
 * Puts parts together for {@link search}, a slice at each step: whoever runs it decides when to rest.
 *
 * @param base - A corpus of the first of these parts: what is together already is not put together again, though more of its
 *   entries may be dead by now.
 * @param slice - Entries between two rests.
 */
export function* assemblingCorpus(parts: readonly Part[], base: Corpus = EMPTY, slice = 16_384): Steps<Corpus> {
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
  const runs = [yield* living(base.newest, dead, slice)];
  for (let part = known; part < parts.length; part += 1) {
    const from = bases[part]!;
    const numbers = Uint32Array.from({ length: bases[part + 1]! - from }, (_, doc) => from + doc);
    runs.push(yield* living(numbers, dead, slice));
  }
  const newest = yield* merged(runs, at, slice);
  return { parts, bases, newest, ...(yield* joiningFacets(parts, bases, base)) };
}

/** A corpus put together in one go. */
export function createCorpus(parts: readonly Part[], base?: Corpus): Corpus {
  const assembling = assemblingCorpus(parts, base);
  for (;;) {
    const step = assembling.next();
    if (step.done) return step.value;
  }
}

/** Writes the facets of one part under their numbers in the corpus. */
function copyFacets(
  { shard }: Part,
  known: Uint32Array,
  starts: Uint32Array,
  numbers: Uint32Array,
  from: number,
): void {
  const { facetNumbers, facetStarts, at } = shard;
  for (let each = 0; each < facetNumbers.length; each += 1) numbers[from + each] = known[facetNumbers[each]!]!;
  for (let doc = 0; doc < at.length; doc += 1) starts[doc] = from + facetStarts[doc]!;
}

/** The parts' facets, which each numbers by itself, under one numbering that goes on from that of the base. */
function* joiningFacets(
  parts: readonly Part[],
  bases: Uint32Array,
  base: Corpus,
): Steps<Pick<Corpus, 'facets' | 'facetNumber' | 'groups' | 'groupOfFacet' | 'facetStarts' | 'facetNumbers'>> {
  const facetNumber = new Map(base.facetNumber);
  const facetStarts = new Uint32Array(bases[parts.length]! + 1);
  const known = base.parts.length;
  let from = base.facetNumbers.length;
  const facetNumbers = new Uint32Array(
    parts.slice(known).reduce((sum, { shard }) => sum + shard.facetNumbers.length, from),
  );
  facetStarts.set(base.facetStarts);
  facetNumbers.set(base.facetNumbers);
  for (let part = known; part < parts.length; part += 1) {
    const { facets, facetNumbers: own } = parts[part]!.shard;
    const numbers = Uint32Array.from(facets, (facet) => {
      const number = facetNumber.get(facet) ?? facetNumber.size;
      facetNumber.set(facet, number);
      return number;
    });
    copyFacets(parts[part]!, numbers, facetStarts.subarray(bases[part]!), facetNumbers, from);
    from += own.length;
    yield undefined;
  }
  facetStarts[facetStarts.length - 1] = from;
  const facets = [...facetNumber.keys()];
  const groups = [...new Set(facets.map(groupOf))];
  const groupNumber = new Map(groups.map((group, number) => [group, number]));
  const groupOfFacet = Uint8Array.from(facets, (facet) => groupNumber.get(groupOf(facet))!);
  return { facets, facetNumber, groups, groupOfFacet, facetStarts, facetNumbers };
}

const groupOf = (facet: string) => facet.slice(0, facet.indexOf(':'));

/** How many living entries have each of some facets, of which an entry has one at most. */
export function countLiving(corpus: Corpus, facets: readonly string[]): readonly number[] {
  const { newest, facetStarts, facetNumbers, facetNumber } = corpus;
  const counts = facets.map(() => 0);
  const places = new Map(facets.map((facet, place) => [facetNumber.get(facet), place]));
  for (let at = 0; at < newest.length; at += 1) {
    const end = facetStarts[newest[at]! + 1]!;
    for (let each = facetStarts[newest[at]!]!; each < end; each += 1) {
      const place = places.get(facetNumbers[each]!);
      if (place === undefined) continue;
      counts[place]! += 1;
      break;
    }
  }
  return counts;
}

/** The key of the entry with a number of the corpus. */
export function keyOf(corpus: Corpus, number: number): string {
  let part = 0;
  while (corpus.bases[part + 1]! <= number) part += 1;
  return corpus.parts[part]!.shard.keys[number - corpus.bases[part]!]!;
}
