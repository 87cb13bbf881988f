import type { Corpus } from './corpus';
import { matchPhrase, matchWord, type Tally } from './match';
import { type Meant, meantBy } from './matched-terms';
import type { Clause } from './search-query';

/**
 * Orders in which entries are found. `best` is `newest` where nothing is asked for; `page` and `work` keep together what stands on
 * one page, or on the pages that are one work, newest first.
 */
export const ORDERS = ['best', 'newest', 'oldest', 'page', 'work'] as const;

/** One of {@link ORDERS}. */
export type Order = (typeof ORDERS)[number];

/** What is asked for. */
export interface Search {
  readonly clauses: readonly Clause[];
  /** Chosen facets by group, e.g. `{tag: ['sleep']}`; any of a group, all groups. */
  readonly chosen: Readonly<Record<string, readonly string[]>>;
  readonly order: Order;
}

/** How often a facet occurs among what was found; for its own group, as if nothing of that group were chosen. */
export interface FacetCount {
  readonly value: string;
  readonly count: number;
}

/** What was found. */
export interface Found {
  /** Numbers in the corpus, in the order asked for. */
  readonly numbers: Uint32Array;
  /** By group, most frequent first. */
  readonly facets: Readonly<Record<string, readonly FacetCount[]>>;
  /** What each word of each clause was taken for. */
  readonly meant: readonly (readonly Meant[])[];
}

const rarityOf = (count: number, size: number) => Math.log(1 + size / (1 + count));

interface Matches {
  readonly meant: readonly (readonly Meant[])[];
  /** Of every entry of the corpus; entries with fewer clauses than asked for are no matches. */
  readonly level: Uint8Array;
  /** Of matches only. */
  readonly score: Float32Array;
  /** Room for the numbers of what is found. */
  readonly found: Uint32Array;
}

/** Room that every search uses again: a megabyte taken anew for every letter that is typed is most of what a rare word takes. */
let room = { level: new Uint8Array(), score: new Float32Array(), best: new Float32Array(), found: new Uint32Array() };

function roomFor(size: number): typeof room {
  if (room.level.length < size) {
    // Some more, because the next search may be of a library with an entry more.
    const most = Math.ceil(size * 1.1);
    room = {
      level: new Uint8Array(most),
      score: new Float32Array(most),
      best: new Float32Array(most),
      found: new Uint32Array(most),
    };
  }
  room.level.fill(0, 0, size);
  return room;
}

function matches({ parts, bases }: Corpus, clauses: readonly Clause[]): Matches {
  const size = bases[parts.length]!;
  const { level, score, best, found } = roomFor(size);
  const meant = clauses.map(({ words, isPrefix }) =>
    words.map((word, index) => meantBy(parts, word, isPrefix && index === words.length - 1)),
  );
  for (const [part, { shard }] of parts.entries()) {
    const [from, to] = [bases[part]!, bases[part + 1]!];
    const tally: Tally = {
      level: level.subarray(from, to),
      score: score.subarray(from, to),
      best: best.subarray(from, to),
    };
    for (const [clause, words] of meant.entries()) {
      const rarity = rarityOf(Math.min(...words.map(({ count }) => count)), size);
      const terms = words.map((word) => word.terms[part]!);
      if (words.length === 1) matchWord(shard, tally, clause, words[0]!, terms[0]!, rarity);
      else matchPhrase(shard, tally, clause, terms, rarity);
    }
  }
  return { meant, level, score, found };
}

/** Moves numbers so that those with the highest scores come first, and otherwise stay as they were: a counting sort. */
function byScore(numbers: Uint32Array, score: Float32Array): Uint32Array {
  const steps = 1024;
  let most = 0;
  for (let at = 0; at < numbers.length; at += 1) if (score[numbers[at]!]! > most) most = score[numbers[at]!]!;
  const scale = (steps - 1) / (most || 1);
  const stepOf = new Uint16Array(numbers.length);
  const starts = new Uint32Array(steps + 1);
  for (let at = 0; at < numbers.length; at += 1) {
    const step = steps - 1 - ((scale * score[numbers[at]!]!) | 0);
    stepOf[at] = step;
    starts[step + 1]! += 1;
  }
  for (let step = 0; step < steps; step += 1) starts[step + 1]! += starts[step]!;
  const sorted = new Uint32Array(numbers.length);
  for (let at = 0; at < numbers.length; at += 1) sorted[starts[stepOf[at]!]!++] = numbers[at]!;
  return sorted;
}

/** Moves numbers so that those of one page or work follow the first of them, and otherwise stay as they were: a counting sort. */
function together({ parts, bases }: Corpus, numbers: Uint32Array, by: 'page' | 'work'): Uint32Array {
  const at = by === 'page' ? 0 : 1;
  const within = new Uint32Array(bases[parts.length]!);
  for (const [part, { shard }] of parts.entries())
    for (let doc = 0; doc < shard.at.length; doc += 1) within[bases[part]! + doc] = shard.within[2 * doc + at]!;
  const ranks = new Map<number, number>();
  const counts: number[] = [];
  for (const number of numbers) {
    const rank = ranks.get(within[number]!) ?? ranks.size;
    ranks.set(within[number]!, rank);
    counts[rank] = (counts[rank] ?? 0) + 1;
  }
  const starts = new Uint32Array(counts.length + 1);
  for (const [rank, count] of counts.entries()) starts[rank + 1] = starts[rank]! + count;
  const sorted = new Uint32Array(numbers.length);
  for (const number of numbers) sorted[starts[ranks.get(within[number]!)!]!++] = number;
  return sorted;
}

function inOrder(
  corpus: Corpus,
  newestFirst: Uint32Array,
  { clauses, order }: Search,
  score: Float32Array,
): Uint32Array {
  switch (order) {
    case 'best':
      return clauses.length > 0 ? byScore(newestFirst, score) : newestFirst;
    case 'newest':
      return newestFirst;
    case 'oldest':
      return newestFirst.reverse();
    default:
      return together(corpus, newestFirst, order);
  }
}

interface Filter {
  /** 1 for the facets that are chosen. */
  readonly isChosen: Uint8Array;
  /** Numbers of the groups in which something is chosen; of one that no entry has, that after the last. */
  readonly chosenIn: readonly number[];
}

function readFilter({ facets, facetNumber, groups }: Corpus, chosen: Search['chosen']): Filter {
  const isChosen = new Uint8Array(facets.length);
  const chosenIn: number[] = [];
  for (const [group, values] of Object.entries(chosen)) {
    if (values.length === 0) continue;
    const number = groups.indexOf(group);
    chosenIn.push(number === -1 ? groups.length : number);
    for (const value of values) {
      const facet = facetNumber.get(`${group}:${value}`);
      if (facet !== undefined) isChosen[facet] = 1;
    }
  }
  return { isChosen, chosenIn };
}

/** Finds the living entries that hold every clause and a chosen facet of every group in which one is chosen. */
export function search(corpus: Corpus, asked: Search): Found {
  const { clauses, chosen } = asked;
  const { newest, facets, groups, groupOfFacet, facetStarts, facetNumbers } = corpus;
  const { meant, level, score, found } = matches(corpus, clauses);
  const { isChosen, chosenIn } = readFilter(corpus, chosen);
  const counts = new Uint32Array(facets.length);
  const holds = new Uint8Array(groups.length + 1);
  const wanted = clauses.length;
  let total = 0;
  // By index throughout: a hundred thousand entries go through here for every letter that is typed.
  for (let place = 0; place < newest.length; place += 1) {
    const number = newest[place]!;
    if (level[number] !== wanted) continue;
    const from = facetStarts[number]!;
    const to = facetStarts[number + 1]!;
    let missing = -1;
    let misses = 0;
    if (chosenIn.length === 1) {
      let at = from;
      while (at < to && isChosen[facetNumbers[at]!] === 0) at += 1;
      if (at === to) {
        misses = 1;
        missing = chosenIn[0]!;
      }
    } else if (chosenIn.length > 1) {
      holds.fill(0);
      for (let at = from; at < to; at += 1) {
        const facet = facetNumbers[at]!;
        if (isChosen[facet]) holds[groupOfFacet[facet]!] = 1;
      }
      for (const group of chosenIn) {
        if (holds[group]) continue;
        misses += 1;
        missing = group;
      }
      if (misses > 1) continue;
    }
    if (misses === 0) {
      found[total++] = number;
      for (let at = from; at < to; at += 1) counts[facetNumbers[at]!]! += 1;
      continue;
    }
    // An entry that fails one group alone still counts for the other values of that group.
    for (let at = from; at < to; at += 1) {
      const facet = facetNumbers[at]!;
      if (groupOfFacet[facet] === missing) counts[facet]! += 1;
    }
  }
  return {
    numbers: inOrder(corpus, found.slice(0, total), asked, score),
    facets: countsByGroup(corpus, counts),
    meant,
  };
}

function countsByGroup({ facets, groups, groupOfFacet }: Corpus, counts: Uint32Array): Found['facets'] {
  const byGroup: Record<string, FacetCount[]> = {};
  for (let number = 0; number < counts.length; number += 1) {
    if (counts[number] === 0) continue;
    const group = groups[groupOfFacet[number]!]!;
    byGroup[group] ??= [];
    byGroup[group].push({ value: facets[number]!.slice(group.length + 1), count: counts[number]! });
  }
  for (const list of Object.values(byGroup)) list.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return byGroup;
}
