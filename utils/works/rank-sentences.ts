import { compare } from './likeness/features';
import { judge } from './likeness/judge';
import type { LikenessModel } from './likeness/packed';

/**
 * Sentences from here on are shown. Chosen on public sets of claims: see `npm run train:likeness`, which also prints what
 * it shows, and how much of that is right, for texts that the weights have not seen.
 */
export const threshold = 0.42;

/**
 * How likely each sentence of a text is the one that a claim rests on, 0 to 1: a likeness of words, weighted by their
 * rarity, and in reports of measurements also what part of the report a sentence stands in and what it reports. Scores of
 * different texts can be compared. Linear in the length of the text.
 *
 * @param sentences - In their order; a heading may stand before the first of its section.
 */
export type RankSentences = (claim: string, sentences: readonly string[]) => number[];

/** A ranker that goes by a model; the one that ships is the file `public/likeness.json`. */
export const createRanker =
  ({ words, parts, weights }: LikenessModel): RankSentences =>
  (claim, sentences) =>
    judge(compare(claim, sentences, words, parts), weights);
