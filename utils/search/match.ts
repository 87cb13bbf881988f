import { FIELD } from './entry-doc';
import type { Meant } from './matched-terms';
import type { Shard } from './shard';

/** What one part's entries have collected so far: how many clauses they hold, and what these are worth. */
export interface Tally {
  readonly level: Uint8Array;
  /** Of entries that hold the first clause; of others, anything. */
  readonly score: Float32Array;
  /** As `score`: what the clause in hand is worth in each entry. */
  readonly best: Float32Array;
}

/** What a word is worth by where it stands: titles and tags are chosen words. By the fields' bits. */
const WORTH = Float32Array.from({ length: 256 }, (_, fields) => {
  if (fields & (FIELD.title | FIELD.tag)) return 1;
  if (fields & (FIELD.name | FIELD.quote | FIELD.remark)) return 0.8;
  return 0.5;
});

const LIKENESS = { whole: 1, beginning: 0.6, misspelt: 0.4 } as const;
/** A phrase found is worth more than its words apart. */
const PHRASE = 1.3;

function give(tally: Tally, clause: number, doc: number, worth: number): void {
  const { level, score, best } = tally;
  if (level[doc] === clause) {
    level[doc] = clause + 1;
    best[doc] = worth;
    // What is there before the first clause is of another search.
    score[doc] = clause === 0 ? worth : score[doc]! + worth;
  } else if (level[doc] === clause + 1 && worth > best[doc]!) {
    score[doc]! += worth - best[doc]!;
    best[doc] = worth;
  }
}

/**
 * Raises the level of every entry that holds the word and every clause before it.
 *
 * @param rarity - What the word is worth by how few entries hold it.
 */
export function matchWord(
  shard: Shard,
  tally: Tally,
  clause: number,
  meant: Meant,
  terms: readonly number[],
  rarity: number,
): void {
  const { postings, postingStarts } = shard;
  // Before the first word nothing has been collected: of one term, each entry is met once.
  const isFirst = clause === 0 && terms.length === 1;
  const { level, score, best } = tally;
  for (const term of terms) {
    const isItself = shard.terms.at(term) === meant.word;
    const worth = rarity * (isItself ? 1 : LIKENESS[meant.as]);
    const end = postingStarts[term + 1]!;
    let doc = 0;
    for (let at = postingStarts[term]!; at < end; at += 1) {
      let byte = postings[at++]!;
      let value = byte & 127;
      for (let shift = 7; byte > 127; shift += 7) {
        byte = postings[at++]!;
        value |= (byte & 127) << shift;
      }
      doc += value;
      const own = worth * WORTH[postings[at]!]!;
      if (isFirst) {
        level[doc] = 1;
        best[doc] = own;
        score[doc] = own;
      } else give(tally, clause, doc, own);
    }
  }
}

// Numbers are unpacked where they are used, in three loops alike: nothing in a search runs as often.

/** The places of a term, rising. */
function placesOf(shard: Shard, term: number): Uint32Array {
  const { places, placesAt } = shard;
  const start = placesAt[term]!;
  const end = placesAt[term + 1]!;
  const all = new Uint32Array(end - start);
  let count = 0;
  let place = 0;
  for (let at = start; at < end; ) {
    let byte = places[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!;
      value |= (byte & 127) << shift;
    }
    place += value;
    all[count++] = place;
  }
  return all.subarray(0, count);
}

/** The places of several lists, rising. */
function joined(lists: readonly Uint32Array[]): Uint32Array {
  if (lists.length === 1) return lists[0]!;
  const all = new Uint32Array(lists.reduce((sum, list) => sum + list.length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all.sort();
}

/** Those places of a term that come right after one of others, which rise. */
function following(before: Uint32Array, { places, placesAt }: Shard, term: number): Uint32Array {
  const end = placesAt[term + 1]!;
  const found = new Uint32Array(Math.min(before.length, end - placesAt[term]!));
  let count = 0;
  let place = 0;
  let i = 0;
  // Of a frequent word no list is made: its places are compared as they are read.
  for (let at = placesAt[term]!; at < end && i < before.length; ) {
    let byte = places[at++]!;
    let value = byte & 127;
    for (let shift = 7; byte > 127; shift += 7) {
      byte = places[at++]!;
      value |= (byte & 127) << shift;
    }
    place += value;
    while (i < before.length && before[i]! + 1 < place) i += 1;
    if (i < before.length && before[i]! + 1 === place) found[count++] = place;
  }
  return found.subarray(0, count);
}

/** As {@link following}, of any of some terms. */
const followingAny = (before: Uint32Array, shard: Shard, terms: readonly number[]) =>
  joined(terms.map((term) => following(before, shard, term)));

/** As {@link matchWord}, for words that must stand one after the other; `words[i]` are the terms that fit the i-th. */
export function matchPhrase(
  shard: Shard,
  tally: Tally,
  clause: number,
  words: readonly (readonly number[])[],
  rarity: number,
): void {
  if (words.some((terms) => terms.length === 0)) return;
  // Places count through the shard, so this finds phrases everywhere at once.
  let before = joined(words[0]!.map((term) => placesOf(shard, term)));
  for (const terms of words.slice(1, -1)) before = followingAny(before, shard, terms);
  // The last word may be the beginning of many: each by itself, instead of all their places sorted.
  for (const term of words.at(-1)!) {
    if (before.length === 0) return;
    let doc = 0;
    for (const place of following(before, shard, term)) {
      while (shard.placeStarts[doc + 1]! <= place) doc += 1;
      give(tally, clause, doc, rarity * PHRASE);
    }
  }
}
