import type { SearchDoc } from './entry-doc';
import { letterMask } from './misspelling';
import { type SegmentWords, tokens } from './tokens';

/** Words in their order; an array, or something that makes each when it is asked for. */
export interface Terms {
  readonly length: number;
  at(index: number): string | undefined;
}

/**
 * An index over some entries that never changes once built, as plain arrays that IndexedDB stores as they are. Entries are
 * numbered from the newest (0) to the oldest. A *place* is the number of a word among all words of the shard: entries and
 * their texts follow one another with a place left free between, so that no phrase reaches across.
 */
export interface Shard {
  /** `table/id` of each entry. */
  readonly keys: readonly string[];
  /** When each was saved, milliseconds since the epoch, falling. */
  readonly at: Float64Array;
  /** First place of each entry; one more for the end. */
  readonly placeStarts: Uint32Array;
  readonly facets: readonly string[];
  /** Where each entry's numbers begin in `facetNumbers`; one more for the end. */
  readonly facetStarts: Uint32Array;
  readonly facetNumbers: Uint32Array;
  /** For each entry what stands for its page, then what stands for its work: equal for what belongs together. */
  readonly within: Uint32Array;
  /** Every word, rising by UTF-16 units, with its letters' mask and the number of entries that hold it. */
  readonly terms: Terms;
  readonly masks: Uint32Array;
  readonly counts: Uint32Array;
  /** For each term its entries: the difference to the one before as a varint, then a byte with the fields that hold it. */
  readonly postingStarts: Uint32Array;
  readonly postings: Uint8Array;
  /** For each term its places: the difference to the one before, varints. */
  readonly placesAt: Uint32Array;
  readonly places: Uint8Array;
}

/** The key of an entry in a shard. */
export const entryKey = (table: string, id: string): string => `${table}/${id}`;

interface Term {
  count: number;
  lastDoc: number;
  lastPlace: number;
  readonly postings: number[];
  readonly places: number[];
}

/** Seven bits a byte, lowest first, the eighth set where more follow. */
function pushVarint(bytes: number[], value: number): void {
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest >>>= 7;
  }
  bytes.push(rest);
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/): two of many pages having the same costs an order, no more. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Words that are written between two rests, once all entries have been read: as long as reading a slice of those takes. */
const WORDS_AT_ONCE = 2000;

function* concatenated(
  lists: readonly (readonly number[])[],
): Generator<undefined, { starts: Uint32Array; bytes: Uint8Array }, undefined> {
  const starts = new Uint32Array(lists.length + 1);
  for (const [index, list] of lists.entries()) starts[index + 1] = starts[index]! + list.length;
  yield undefined;
  const bytes = new Uint8Array(starts[lists.length]!);
  for (const [index, list] of lists.entries()) {
    bytes.set(list, starts[index]!);
    if (index % WORDS_AT_ONCE === WORDS_AT_ONCE - 1) yield undefined;
  }
  return { starts, bytes };
}

function addWords(
  terms: Map<string, Term>,
  doc: number,
  first: number,
  entry: SearchDoc,
  segment: SegmentWords,
): number {
  let place = first;
  for (const [field, text] of entry.texts) {
    if (text === '') continue;
    for (const { term: word } of tokens(text, segment)) {
      let term = terms.get(word);
      if (!term) {
        term = { count: 0, lastDoc: 0, lastPlace: 0, postings: [], places: [] };
        terms.set(word, term);
      }
      if (term.count === 0 || term.lastDoc !== doc) {
        pushVarint(term.postings, doc - term.lastDoc);
        term.postings.push(field);
        term.lastDoc = doc;
        term.count += 1;
      } else {
        term.postings[term.postings.length - 1]! |= field;
      }
      pushVarint(term.places, place - term.lastPlace);
      term.lastPlace = place;
      place += 1;
    }
    place += 1;
  }
  return place + 1;
}

/**
 * Builds a shard, a slice of entries at each step: whoever runs it decides when to rest.
 *
 * @param slice - Entries between two rests.
 */
export function* buildingShard(
  docs: readonly SearchDoc[],
  segment: SegmentWords,
  slice = 128,
): Generator<undefined, Shard, undefined> {
  const sorted = [...docs].sort((a, b) => b.at - a.at);
  const terms = new Map<string, Term>();
  const facets = new Map<string, number>();
  const facetNumbers: number[] = [];
  const facetStarts = new Uint32Array(sorted.length + 1);
  const placeStarts = new Uint32Array(sorted.length + 1);
  for (const [doc, entry] of sorted.entries()) {
    placeStarts[doc + 1] = addWords(terms, doc, placeStarts[doc]!, entry, segment);
    for (const facet of entry.facets) {
      const number = facets.get(facet) ?? facets.size;
      facets.set(facet, number);
      facetNumbers.push(number);
    }
    facetStarts[doc + 1] = facetNumbers.length;
    if (doc % slice === slice - 1) yield undefined;
  }
  const words = [...terms.keys()].sort();
  yield undefined;
  const all = words.map((word) => terms.get(word)!);
  const postings = yield* concatenated(all.map((term) => term.postings));
  const places = yield* concatenated(all.map((term) => term.places));
  const within = Uint32Array.from(sorted.flatMap(({ within }) => within.map(hash)));
  yield undefined;
  const masks = Uint32Array.from(words, letterMask);
  yield undefined;
  return {
    keys: sorted.map(({ table, id }) => entryKey(table, id)),
    at: Float64Array.from(sorted, ({ at }) => at),
    placeStarts,
    facets: [...facets.keys()],
    facetStarts,
    facetNumbers: Uint32Array.from(facetNumbers),
    within,
    terms: words,
    masks,
    counts: Uint32Array.from(all, ({ count }) => count),
    postingStarts: postings.starts,
    postings: postings.bytes,
    placesAt: places.starts,
    places: places.bytes,
  };
}

/** A shard built in one go. */
export function buildShard(docs: readonly SearchDoc[], segment: SegmentWords): Shard {
  const building = buildingShard(docs, segment, Number.MAX_SAFE_INTEGER);
  for (;;) {
    const step = building.next();
    if (step.done) return step.value;
  }
}
