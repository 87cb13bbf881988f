/** How likely a sentence stands in each part of a report: background and aim, methods, results, conclusion. Sums to 1. */
export type PartShares = readonly [number, number, number, number];

/** What tells the parts of a report from one another, found by counting in abstracts whose parts have headings. */
export interface PartWeights {
  /** Of each cue, its weight for each part. */
  readonly cues: ReadonlyMap<string, readonly number[]>;
  /** Of each stretch of the text, from first to last, the weight of each part. */
  readonly places: readonly (readonly number[])[];
  /** How often a sentence of one part (row) is followed by one of another (column). */
  readonly follows: readonly (readonly number[])[];
}

const SIGNS: readonly (readonly [string, RegExp])[] = [
  ['#percent', /\d\s*%/],
  ['#p', /\bp\s*[<>=]/],
  ['#interval', /95\s*%/],
  ['#spread', /±/],
  ['#number', /\d/],
  ['#count', /\bn\s*=/],
  ['#decimal', /\d\.\d/],
  ['#registration', /nct\d|isrctn/],
];

/** Words of headings, by the part they stand over. */
const HEADINGS: readonly RegExp[] = [
  /background|introduction|context|objective|aim|purpose|rationale|hypothes/i,
  /method|design|setting|participant|patient|material|intervention|measure/i,
  /result|finding/i,
  /conclusion|interpretation|discussion|implication|significance/i,
];
/** A heading that has run into its first sentence: `RESULTS Sixty gulls …`, `Results: Sixty …`, `ResultsSixty …`. */
const RUN_IN = /^(?:[A-Z][A-Z,/& -]{2,}(?=[ :])|[A-Z][A-Za-z,/& -]{2,40}(?=: )|[A-Z][a-z]{3,}(?=[A-Z]))/;
/** As much as a heading says about its sentence. */
const HEADING_WEIGHT = 6;

/** The part whose heading a sentence begins with; undefined without one, or where it stands over several parts. */
function headingOf(sentence: string): number | undefined {
  const heading = RUN_IN.exec(sentence)?.[0] ?? '';
  const parts = [...HEADINGS.keys()].filter((part) => HEADINGS[part]!.test(heading));
  return parts.length === 1 ? parts[0] : undefined;
}

/** A text opens with its background; so much for each part. */
const FIRST = [0.7, 0.2, 0.08, 0.02];
/** Cues of one sentence are no independent witnesses: together they count for less than their sum. */
const TRUST = 0.6;

/**
 * What in a folded sentence's wording tells its part of a report: words, pairs of words, the first word, signs of measurement.
 *
 * @param opens - Whether a word opens any pair that is asked for.
 */
export function cuesOf(folded: string, opens: (word: string) => boolean = () => true): Set<string> {
  const words = folded.match(/[a-z]+/g) ?? [];
  const cues = new Set(words);
  for (let i = 1; i < words.length; i += 1) if (opens(words[i - 1]!)) cues.add(`${words[i - 1]}_${words[i]}`);
  if (words[0]) cues.add(`^${words[0]}`);
  for (const [name, sign] of SIGNS) if (sign.test(folded)) cues.add(name);
  if (words.length < 8) cues.add('#short');
  if (words.length > 35) cues.add('#long');
  return cues;
}

/** The words that open the pairs among some cues: found once for each table, which is the same for every text. */
function openersOf(cues: PartWeights['cues']): ReadonlySet<string> {
  let openers = openersByTable.get(cues);
  if (!openers) {
    openers = new Set([...cues.keys()].flatMap((cue) => /^([a-z]+)_/.exec(cue)?.[1] ?? []));
    openersByTable.set(cues, openers);
  }
  return openers;
}
const openersByTable = new WeakMap<PartWeights['cues'], ReadonlySet<string>>();

/** Which of `places` stretches of a text its sentence number `i` of `count` stands in. */
export const placeOf = (i: number, count: number, places: number): number =>
  Math.min(places - 1, Math.floor((i / count) * places));

/** Adds weights to sums, part by part. */
export function addTo(sums: number[], weights: ArrayLike<number> | undefined): void {
  for (let part = 0; part < (weights?.length ?? 0); part += 1) sums[part]! += weights![part]!;
}

/** Numbers made to sum to 1. */
function shares(values: readonly number[]): number[] {
  const sum = values.reduce((all, value) => all + value, 0) || 1;
  return values.map((value) => value / sum);
}

/**
 * Which part of a report each sentence stands in, from its wording, its place and its neighbours: a hidden Markov model,
 * read with the forward–backward algorithm (Rabiner 1989, doi:10.1109/5.18626).
 *
 * @param folded - The same sentences, folded.
 */
export function partsOfReport(
  sentences: readonly string[],
  folded: readonly string[],
  weights: PartWeights,
): PartShares[] {
  const { cues, places, follows } = weights;
  const openers = openersOf(cues);
  const opens = (word: string) => openers.has(word);
  const seen = sentences.map((sentence, i) => {
    const sums = [...places[placeOf(i, sentences.length, places.length)]!];
    for (const cue of cuesOf(folded[i]!, opens)) addTo(sums, cues.get(cue));
    const heading = headingOf(sentence);
    if (heading !== undefined) sums[heading]! += HEADING_WEIGHT;
    return shares(sums.map((sum) => Math.exp(TRUST * sum)));
  });
  const from = (before: readonly number[], part: number) =>
    before.reduce((sum, share, other) => sum + share * follows[other]![part]!, 0);
  const forward: number[][] = [];
  seen.forEach((evidence, i) => {
    const before = forward[i - 1];
    forward.push(shares(evidence.map((share, part) => share * (before ? from(before, part) : FIRST[part]!))));
  });
  let after = [1, 1, 1, 1];
  const found: PartShares[] = [];
  for (let i = sentences.length - 1; i >= 0; i -= 1) {
    found.unshift(shares(forward[i]!.map((share, part) => share * after[part]!)) as unknown as PartShares);
    const next = seen[i]!.map((share, part) => share * after[part]!);
    after = shares(follows.map((row) => row.reduce((sum, share, part) => sum + share * next[part]!, 0)));
  }
  return found;
}
