import { type Comparison, type REPORT_FEATURES, SENTENCE_FEATURES, TEXT_FEATURES } from './features';

/** Names of what speaks for showing a text's best sentence; `bias` is always 1. */
export const SHOWN_FEATURES = [...TEXT_FEATURES, 'bias', 'lead', 'outcome', 'outcomeResult'] as const;

/** A weight for each feature. */
export type Weights<Name extends string> = Readonly<Record<Name, number>>;

/** How much each feature of a sentence speaks for it, and each of a text for showing its best sentence. */
export interface JudgeWeights {
  readonly sentence: Weights<(typeof SENTENCE_FEATURES)[number]>;
  /** What is added to a weight where the claim compares. */
  readonly comparing: Weights<(typeof REPORT_FEATURES)[number]>;
  readonly shown: Weights<(typeof SHOWN_FEATURES)[number]>;
}

/** A lead beyond this is no surer. */
const LONGEST_LEAD = 3;

/** Features weighed and summed. */
function weighed<Name extends string>(names: readonly Name[], weights: Weights<Name>, features: Weights<Name>): number {
  return names.reduce((sum, name) => sum + weights[name] * features[name], 0);
}

/** How well each sentence of a text fits the claim: only differences within one text mean anything. */
export function fits(
  { sentences, compares }: Comparison,
  weights: Pick<JudgeWeights, 'sentence' | 'comparing'>,
): number[] {
  const added: Readonly<Record<string, number>> = compares ? weights.comparing : {};
  const sums = SENTENCE_FEATURES.map((name) => [name, weights.sentence[name] + (added[name] ?? 0)] as const);
  return sentences.map((features) => sums.reduce((sum, [name, weight]) => sum + weight * features[name], 0));
}

/** What speaks for showing the best sentence: how far it leads, whether it names the outcome, and the text as a whole. */
export function shownFeatures(
  { sentences, outcomes, text }: Comparison,
  fit: readonly number[],
): Weights<keyof JudgeWeights['shown']> {
  const best = fit.indexOf(Math.max(...fit));
  const second = fit.reduce((most, value, i) => (i === best ? most : Math.max(most, value)), -Infinity);
  return {
    ...text,
    bias: 1,
    lead: Math.min(LONGEST_LEAD, fit[best]! - second),
    outcome: outcomes[best]!,
    outcomeResult: sentences[best]!.outcomeResult,
  };
}

/** From so much in common on, in both directions, a sentence is shown whatever else speaks against it: it says nearly the same. */
const SAME = 0.6;

/** How likely each sentence is the one that the claim rests on, 0 to 1: the best by all that is known, the rest by their fit. */
export function judge(comparison: Comparison, weights: JudgeWeights): number[] {
  if (!comparison.sentences.length) return [];
  const fit = fits(comparison, weights);
  const most = Math.max(...fit);
  const best = fit.indexOf(most);
  const odds = weighed(SHOWN_FEATURES, weights.shown, shownFeatures(comparison, fit));
  // Where no word of the claim is met the text says nothing about it, whatever else it is like.
  const likely = comparison.text.covered ? 1 / (1 + Math.exp(-odds)) : 0;
  const { alike, share } = comparison.sentences[best]!;
  const common = Math.min(alike, share);
  const isRight = common < SAME ? likely : Math.max(likely, common);
  const powers = fit.map((value) => Math.exp(value - most));
  const all = powers.reduce((sum, power) => sum + power, 0);
  return powers.map((power, i) => isRight * (i === best ? 1 : power / all));
}
