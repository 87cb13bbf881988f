import { type Comparison, compare, REPORT_FEATURES, SENTENCE_FEATURES } from '../../utils/works/likeness/features';
import { fits, judge, SHOWN_FEATURES, shownFeatures } from '../../utils/works/likeness/judge';
import type { LikenessModel } from '../../utils/works/likeness/packed';
import { fitJudgement, fitRanking } from './fit';
import { fitParts } from './parts';
import { type Example, foldOf, type SetName } from './sets';
import { countWords } from './words';

/** How much one example counts: a set of few claims more than one of many, abstracts more than whole papers. */
const RANKING: Readonly<Record<SetName, number>> = {
  scifact: 3,
  evidence_inference: 0.3,
  scisumm: 0.8,
  'scisumm-abstracts': 1,
};
const SHOWING: Readonly<Partial<Record<SetName, number>>> = {
  scifact: 3,
  evidence_inference: 1,
  'scisumm-abstracts': 0.3,
};

const FOLDS = 5;
/** Of a whole paper, so many of the wrong sentences are learnt from. */
const MOST_WRONG = 60;

/** Wordings can only speak for a sentence or only against it, whatever a few examples say. */
const ONLY = {
  overlap: 'for',
  alike: 'for',
  share: 'for',
  before: 'for',
  numbers: 'for',
  early: 'for',
  pairs: 'for',
  ownOverlap: 'for',
  finding: 'for',
  aim: 'against',
  statistic: 'for',
  result: 'for',
  resultLog: 'for',
  direction: 'for',
  background: 'against',
  outcomeResult: 'for',
  overlapFound: 'for',
  noNumber: 'against',
  deed: 'against',
  method: 'against',
} as const;

const rowsOf = (comparison: Comparison): number[][] =>
  comparison.sentences.map((features) => [
    ...SENTENCE_FEATURES.map((name) => features[name]),
    ...REPORT_FEATURES.map((name) => (comparison.compares ? features[name] : 0)),
  ]);

const named = <Name extends string>(names: readonly Name[], values: readonly number[]) =>
  Object.fromEntries(names.map((name, k) => [name, Number(values[k]!.toPrecision(3))])) as Record<Name, number>;

function fitSentences(examples: readonly Example[], comparisons: ReadonlyMap<Example, Comparison>) {
  const texts = examples
    .filter(({ right }) => right.length)
    .map((example) => {
      const rows = rowsOf(comparisons.get(example)!);
      const stride = Math.max(1, Math.floor(rows.length / MOST_WRONG));
      const kept = [...rows.keys()].filter((i) => example.right.includes(i) || i % stride === 0);
      return {
        rows: kept.map((i) => rows[i]!),
        right: example.right.map((i) => kept.indexOf(i)),
        weight: RANKING[example.set],
      };
    });
  const names = [...SENTENCE_FEATURES, ...REPORT_FEATURES.map((name) => `${name} of comparing claims`)];
  const fitted = fitRanking(texts, { names, pull: 0.3, only: ONLY });
  return {
    sentence: named(SENTENCE_FEATURES, fitted),
    comparing: named(REPORT_FEATURES, fitted.slice(SENTENCE_FEATURES.length)),
  };
}

/** Learns from examples. Each step is given what the step before says of texts it has not seen, as it will be in use. */
export function train(examples: readonly Example[]): LikenessModel {
  const words = countWords(examples);
  const folds = Array.from({ length: FOLDS }, (_none, fold) =>
    examples.map((example) => foldOf(example.text, FOLDS, 'inner') === fold),
  );
  const comparisons = new Map<Example, Comparison>();
  for (const isHeld of folds) {
    const parts = fitParts(examples.filter((_one, i) => !isHeld[i]));
    examples.forEach((one, i) => {
      if (isHeld[i]) comparisons.set(one, compare(one.claim, one.sentences, words, parts));
    });
  }
  const cases = folds.flatMap((isHeld) => {
    const sentence = fitSentences(
      examples.filter((_one, i) => !isHeld[i]),
      comparisons,
    );
    return examples.flatMap((one, i) => {
      const weight = SHOWING[one.set];
      if (!isHeld[i] || !weight) return [];
      const fit = fits(comparisons.get(one)!, sentence);
      const features = shownFeatures(comparisons.get(one)!, fit);
      const isRight = one.right.includes(fit.indexOf(Math.max(...fit)));
      return [{ row: SHOWN_FEATURES.map((name) => features[name]), isRight, weight }];
    });
  });
  return {
    words,
    parts: fitParts(examples),
    weights: {
      ...fitSentences(examples, comparisons),
      shown: named(SHOWN_FEATURES, fitJudgement(cases, { names: SHOWN_FEATURES, pull: 0.03 })),
    },
  };
}

/** Scores of an example's sentences under a model. */
export const scoresOf = ({ claim, sentences }: Example, { words, parts, weights }: LikenessModel): number[] =>
  judge(compare(claim, sentences, words, parts), weights);
