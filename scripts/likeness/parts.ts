import { packCues, unpackCues } from '../../utils/works/likeness/packed';
import { addTo, cuesOf, type PartWeights, placeOf } from '../../utils/works/likeness/report-parts';
import { fold } from '../../utils/works/likeness/words';
import type { Example } from './sets';

/** The part of a report that a heading stands over, or undefined where it could be several or none. */
function partOf(heading: string): 0 | 1 | 2 | 3 | undefined {
  if (/METHODS AND (RESULTS|FINDINGS)|PRINCIPAL FINDINGS|RESEARCHERS DO|STUDY DO/.test(heading)) return undefined;
  if (
    /REGISTRA|REGISTER|FUNDING|CONTRIBUT|COMPETING|DISCLOS|DECLARATION|ELECTRONIC|IDENTIFIER|SUPPORTING|ETHIC|EDITORIAL|ADDITIONAL|TWEET|HIGHLIGHT|ABSTRACT/.test(
      heading,
    )
  )
    return undefined;
  if (/CONCLU|INTERPRET|DISCUSS|IMPLICA|WIDER|SUMMARY ANS|MEAN|SIGNIFICANCE|LIMITATION/.test(heading)) return 3;
  if (/RESULT|FINDING|EFFICACY|SAFETY|ADVERSE|SUICID|PHARMACOK/.test(heading)) return 2;
  if (/BACKGROUND|OBJECTIVE|AIM|PURPOSE|INTRODUC|CONTEXT|HYPOTH|WHY|KNOWN|QUESTION|GOAL/.test(heading)) return 0;
  return 1;
}

const PARTS = 4;
const PLACES = 6;
/** A cue met in fewer texts is an accident of theirs. */
const FEWEST_TEXTS = 20;
/** Of a cue all of whose weights are smaller than this nothing is kept. */
const LEAST_WEIGHT = 0.3;
const ROUNDS = 25;

/** What tells the parts of a report, learnt from abstracts with headings by multinomial logistic regression (AdaGrad). */
export function fitParts(examples: readonly Example[]): PartWeights {
  const texts = [...new Map(examples.filter(({ headings }) => headings).map((each) => [each.text, each])).values()];
  const seen = new Map<string, number>();
  const cues = texts.map(({ sentences }) => sentences.map((sentence) => [...cuesOf(fold(sentence))]));
  for (const text of cues) for (const cue of new Set(text.flat())) seen.set(cue, (seen.get(cue) ?? 0) + 1);
  const zeros = () => new Float64Array(PARTS);
  const weights = new Map([...seen].filter(([, times]) => times >= FEWEST_TEXTS).map(([cue]) => [cue, zeros()]));
  const squares = new Map([...weights.keys()].map((cue) => [cue, zeros().fill(1e-8)]));
  const places = Array.from({ length: PLACES }, zeros);
  const placeSquares = Array.from({ length: PLACES }, () => zeros().fill(1e-8));
  const follows = Array.from({ length: PARTS }, () => Array.from({ length: PARTS }, () => 1));

  const cases = texts.flatMap(({ headings, sentences }, t) => {
    const parts = headings!.map(partOf);
    parts.forEach((part, i) => {
      const before = parts[i - 1];
      if (part !== undefined && before !== undefined) follows[before]![part]! += 1;
    });
    return parts.flatMap((part, i) =>
      part === undefined
        ? []
        : [{ part, place: placeOf(i, sentences.length, PLACES), cues: cues[t]![i]!.filter((cue) => weights.has(cue)) }],
    );
  });
  const step = (at: Float64Array, sum: Float64Array, part: number, slope: number) => {
    sum[part]! += slope ** 2;
    at[part]! -= (0.1 * slope) / Math.sqrt(sum[part]!);
  };
  for (let round = 0; round < ROUNDS; round += 1)
    for (let k = 0; k < cases.length; k += 1) {
      // A stride that has no divisor in common with the number of cases visits each once, in an order of its own.
      const one = cases[(k * 7919 + round * 104729) % cases.length]!;
      const sums = [...places[one.place]!];
      for (const cue of one.cues) addTo(sums, weights.get(cue));
      const top = Math.max(...sums);
      const powers = sums.map((sum) => Math.exp(sum - top));
      const all = powers.reduce((sum, power) => sum + power, 0);
      for (let part = 0; part < PARTS; part += 1) {
        const miss = powers[part]! / all - (part === one.part ? 1 : 0);
        step(places[one.place]!, placeSquares[one.place]!, part, miss);
        for (const cue of one.cues) {
          const at = weights.get(cue)!;
          step(at, squares.get(cue)!, part, miss + at[part]! / seen.get(cue)!);
        }
      }
    }
  const kept = [...weights].filter(([, at]) => at.some((weight) => Math.abs(weight) >= LEAST_WEIGHT));
  return {
    // Kept as it is shipped, so that what is measured is what ships.
    cues: unpackCues(packCues(new Map(kept.map(([cue, at]) => [cue, [...at]])))),
    places: places.map((at) => [...at].map((weight) => round(weight / 2))),
    follows: follows.map((row) => row.map((count) => round(count / row.reduce((sum, other) => sum + other, 0)))),
  };
}

const round = (value: number) => Number(value.toPrecision(3));
