import { abbreviationsIn } from './abbreviations';
import { claimParts } from './claim-parts';
import {
  clinicalShare,
  type Direction,
  directionOf,
  findingShare,
  hasStatistic,
  isAim,
  isDeed,
  numbersOf,
} from './cues';
import { type Bag, bagOf, bm25, coverage, likest, pairShare, pairsOf, withForms } from './overlap';
import { localRarity, rarityIn, type WordTable } from './rarity';
import { type PartWeights, partsOfReport } from './report-parts';
import { fold, stemsOf } from './words';

/** What of a sentence speaks for it in any text. */
const WORDED_FEATURES = ['overlap', 'alike', 'share', 'before', 'numbers', 'early', 'pairs', 'ownOverlap'] as const;

/**
 * What speaks only in reports of measurements. A claim that compares one thing with another is about a result, others may be about
 * anything that a report says: these have a second weight, for what is different then.
 */
export const REPORT_FEATURES = [
  'place',
  'finding',
  'aim',
  'statistic',
  'result',
  'resultLog',
  'background',
  'direction',
  'none',
  'outcomeResult',
  'overlapFound',
  'noNumber',
  'deed',
  'method',
] as const;

/** Names of a sentence's features. */
export const SENTENCE_FEATURES = [...WORDED_FEATURES, ...REPORT_FEATURES] as const;

/** What a sentence has to say for itself. Each is about 0 to 1. */
export type SentenceFeatures = Readonly<Record<(typeof SENTENCE_FEATURES)[number], number>>;

/** What the whole text has to say about the claim, beside its best sentence. */
export type TextFeatures = Readonly<Record<(typeof TEXT_FEATURES)[number], number>>;

/** Names of a text's features. */
export const TEXT_FEATURES = ['overlap', 'rareCovered', 'covered', 'rareFound', 'predicate', 'comparator'] as const;

/** A claim set beside a text. */
export interface Comparison {
  readonly sentences: readonly SentenceFeatures[];
  /** Whether the claim compares one thing with another. */
  readonly compares: boolean;
  /** Of each sentence, how much of the claim's outcome it names: weighed by rarity in the language. */
  readonly outcomes: readonly number[];
  readonly text: TextFeatures;
}

/** More sentences than any abstract has: a whole paper, with statistics of its own, whose beginning sums it up. */
const LONG_TEXT = 60;

/** Stems at the rare end, and what is left of a likelihood where there is none: a logarithm needs a floor. */
const FLOOR = 0.03;

/** How far a sentence goes the way the claim says that things went, 0 to 1. */
function agreement(claim: Direction, sentence: Direction): number {
  if (claim.none) return sentence.none ? 1 : 0;
  if (claim.up) return sentence.up ? 1 : sentence.down ? 0.5 : 0;
  if (claim.down) return sentence.down ? 1 : sentence.up ? 0.5 : 0;
  return 0;
}

/** Sets a claim beside the sentences of a text, in their order. */
export function compare(claim: string, sentences: readonly string[], table: WordTable, parts: PartWeights): Comparison {
  const folded = sentences.map(fold);
  const claimStems = stemsOf(fold(claim));
  const query = [...new Set(claimStems)];
  const stems = folded.map(stemsOf);
  const forms = abbreviationsIn([...sentences, claim].join(' ')).map(({ short, long }) => ({
    short: stemsOf(fold(short)),
    long: stemsOf(fold(long)),
  }));
  const own = stems.map(bagOf);
  const bags: readonly Bag[] = own.map((bag) => withForms(bag, forms));
  const local = localRarity(own);
  const rarity = rarityIn(own, table, local);
  const alike = bags.map((bag) => new Map(query.map((stem) => [stem, likest(stem, bag)])));
  const near = (i: number) => (stem: string) => alike[i]?.get(stem) ?? 0;

  const overlap = bm25(query, bags, rarity, { k: 0.4, b: 0.5 });
  const ownOverlap = bm25(query, bags, local, { k: 2, b: 0.25 });
  const { subject, outcome, comparator } = claimParts(claim);
  const hasPredicate = subject.length + outcome.length > 0;
  const isLong = sentences.length > LONG_TEXT ? 1 : 0;
  const clinical = clinicalShare(sentences);
  const reportParts = partsOfReport(sentences, folded, parts);
  const goes = directionOf(claim);
  const numbers = [...numbersOf(claim)];
  const claimPairs = pairsOf(claimStems);

  const features = sentences.map((sentence, i): SentenceFeatures => {
    const bag = bags[i]!;
    const [background, method, result, conclusion] = reportParts[i]!;
    const way = directionOf(sentence);
    const here = numbersOf(sentence);
    const before = bags[i - 1];
    return {
      overlap: overlap[i]!,
      alike: coverage(query, rarity, near(i)),
      share: coverage([...own[i]!.keys()], local, (stem) => (alike[i]!.get(stem) === 1 ? 1 : 0)),
      before: before ? coverage(query, local, (stem) => (!bag.has(stem) && before.has(stem) ? 1 : 0)) : 0,
      numbers: coverage(
        numbers,
        () => 1,
        (number) => (here.has(number) ? 1 : 0),
      ),
      early: isLong / (1 + i / 20),
      pairs: isLong && clinical < 1 ? (1 - clinical) * pairShare(claimPairs, stems[i]!) : 0,
      ownOverlap: isLong * ownOverlap[i]!,
      place: isLong ? 0 : clinical * (i / Math.max(1, sentences.length - 1)),
      finding: clinical * findingShare(sentence),
      aim: isAim(sentence) ? clinical : 0,
      statistic: hasStatistic(sentence) ? clinical : 0,
      result: clinical * result,
      resultLog: clinical * Math.log(FLOOR + result),
      background: clinical * background,
      direction: clinical * agreement(goes, way),
      none: way.none ? clinical : 0,
      outcomeResult: clinical * coverage(outcome, local, near(i)) * result,
      overlapFound: clinical * ownOverlap[i]! * (result + conclusion),
      noNumber: numbers.length && !here.size ? clinical : 0,
      deed: isDeed(sentence) ? clinical : 0,
      method: clinical * method,
    };
  });

  const found = (i: number) => reportParts[i]![2] + reportParts[i]![3];
  const anywhere = (weight: (i: number) => number) => (stem: string) =>
    alike.reduce((most, likeness, i) => Math.max(most, likeness.get(stem)! * weight(i)), 0);
  const once = anywhere(() => 1);
  return {
    sentences: features,
    compares: comparator.length > 0,
    outcomes: sentences.map((_sentence, i) => coverage(outcome, rarity, near(i))),
    text: {
      overlap: ownOverlap.reduce((most, value) => Math.max(most, value), 0),
      rareCovered: coverage(query, rarity, once),
      covered: coverage(query, () => 1, once),
      rareFound: coverage(query, rarity, anywhere(found)),
      predicate: hasPredicate ? 1 : 0,
      comparator: comparator.length ? 1 : 0,
    },
  };
}
