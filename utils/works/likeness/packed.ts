import type { JudgeWeights } from './judge';
import type { WordTable } from './rarity';
import type { PartWeights } from './report-parts';

/** All that is learnt from examples: what a ranker goes by. */
export interface LikenessModel {
  /** How rare words are in English papers, most of them medical. */
  readonly words: WordTable;
  /** How the parts of a report are told. */
  readonly parts: PartWeights;
  /** How much each feature speaks for a sentence, and for showing it. */
  readonly weights: JudgeWeights;
}

/** A model as the file `public/likeness.json` has it. Counts and weights only: no text that they come from is in it. */
export interface PackedModel {
  readonly words: string;
  readonly rarest: number;
  readonly places: readonly (readonly number[])[];
  readonly follows: readonly (readonly number[])[];
  readonly cues: string;
  readonly weights: JudgeWeights;
}

/** Rarities are kept to a quarter. */
const RARITY_STEP = 0.25;
/** Weights of cues are kept as digits to the base of 36, each so much, from 17 below nothing to 18 above. */
const CUE_STEP = 0.15;
const CUE_ZERO = 17;

/** A model as it is written to its file. */
export const packModel = ({ words, parts, weights }: LikenessModel): PackedModel => ({
  weights,
  words: packWords(words.rarities),
  rarest: words.rarest,
  places: parts.places,
  follows: parts.follows,
  cues: packCues(parts.cues),
});

/** The model that `packModel` wrote. */
export const unpackModel = ({ words, rarest, places, follows, cues, weights }: PackedModel): LikenessModel => ({
  words: unpackWords(words, rarest),
  parts: { places, follows, cues: unpackCues(cues) },
  weights,
});

/** Stems by rarity, one line for each step from 0 on. */
export function packWords(rarities: ReadonlyMap<string, number>): string {
  const lines: string[][] = [];
  for (const [stem, rarity] of rarities) {
    const level = Math.round(rarity / RARITY_STEP);
    while (lines.length <= level) lines.push([]);
    lines[level]!.push(stem);
  }
  return lines.map((stems) => stems.sort().join(' ')).join('\n');
}

/** The table that `packWords` wrote. */
export const unpackWords = (packed: string, rarest: number): WordTable => ({
  rarities: new Map(
    packed.split('\n').flatMap((line, level) =>
      line
        .split(' ')
        .filter(Boolean)
        .map((stem) => [stem, level * RARITY_STEP] as const),
    ),
  ),
  rarest,
});

/** Cues with their weights: `word:hj0z`, one digit for each part of a report. */
export const packCues = (cues: ReadonlyMap<string, readonly number[]>): string =>
  [...cues]
    .map(([cue, weights]) => {
      const digits = weights.map((weight) => Math.max(0, Math.min(35, Math.round(weight / CUE_STEP) + CUE_ZERO)));
      return `${cue}:${digits.map((digit) => digit.toString(36)).join('')}`;
    })
    .sort()
    .join(' ');

/** The weights that `packCues` wrote. */
export const unpackCues = (packed: string): ReadonlyMap<string, readonly number[]> =>
  new Map(
    packed
      .split(' ')
      .filter(Boolean)
      .map((each) => {
        const colon = each.lastIndexOf(':');
        const weights = [...each.slice(colon + 1)].map((digit) => (Number.parseInt(digit, 36) - CUE_ZERO) * CUE_STEP);
        return [each.slice(0, colon), weights] as const;
      }),
  );
