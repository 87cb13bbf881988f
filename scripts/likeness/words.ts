import { packWords, unpackWords } from '../../utils/works/likeness/packed';
import type { WordTable } from '../../utils/works/likeness/rarity';
import { fold, stemsOf } from '../../utils/works/likeness/words';
import type { Example } from './sets';

/** A stem met in fewer texts counts as rare. */
const FEWEST_TEXTS = 10;
/** As many sentences of a long paper count as one text. */
const ABSTRACT_LENGTH = 25;

/** In how many texts the stems were met. Only counts leave the texts. */
export function countWords(examples: readonly Example[]): WordTable {
  const texts = [
    ...new Map(examples.map((each) => [`${each.set === 'scisumm-abstracts'} ${each.text}`, each])).values(),
  ];
  const met = new Map<string, number>();
  let count = 0;
  for (const { set, sentences } of texts) {
    if (set === 'scisumm-abstracts') continue;
    for (let from = 0; from < sentences.length; from += set === 'scisumm' ? ABSTRACT_LENGTH : sentences.length) {
      count += 1;
      const some = sentences.slice(from, set === 'scisumm' ? from + ABSTRACT_LENGTH : undefined);
      for (const stem of new Set(some.flatMap((sentence) => stemsOf(fold(sentence)))))
        met.set(stem, (met.get(stem) ?? 0) + 1);
    }
  }
  const rarity = (times: number) => Math.log(1 + (count - times + 0.5) / (times + 0.5));
  const common = [...met].filter(([, times]) => times >= FEWEST_TEXTS);
  const packed = packWords(new Map(common.map(([stem, times]) => [stem, rarity(times)])));
  return unpackWords(packed, Number(rarity(0.7).toPrecision(3)));
}
