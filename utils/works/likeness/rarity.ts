/** In how many of some hundred English texts, most of them medical, the stem of each word was met. */
export interface WordTable {
  /** A stem's rarity: the logarithm of one in how many texts has it. Stems met in hardly any are not in it. */
  readonly rarities: ReadonlyMap<string, number>;
  /** The rarity of all others. */
  readonly rarest: number;
}

/** Of a text of the table's language and field, at least this share of stems is in the table. */
const KNOWN_SHARE = 0.3;

/** A weight for every stem that a text was asked about. */
export type Weigh = (stem: string) => number;

/** A stem's rarity among the sentences of one text, from the number of those that have it. */
export function localRarity(sentences: readonly ReadonlyMap<string, number>[]): Weigh {
  const holding = new Map<string, number>();
  for (const bag of sentences) for (const stem of bag.keys()) holding.set(stem, (holding.get(stem) ?? 0) + 1);
  const rarities = Array.from({ length: sentences.length + 1 }, (_none, having) =>
    Math.log(1 + (sentences.length - having + 0.5) / (having + 0.5)),
  );
  return (stem) => rarities[holding.get(stem) ?? 0]!;
}

/** A stem's rarity in the language, as far as the table knows the text's language; otherwise among its own sentences. */
export function rarityIn(sentences: readonly ReadonlyMap<string, number>[], table: WordTable, local: Weigh): Weigh {
  let [known, all] = [0, 0];
  for (const bag of sentences)
    for (const stem of bag.keys()) {
      all += 1;
      if (table.rarities.has(stem)) known += 1;
    }
  return known >= KNOWN_SHARE * all ? (stem) => table.rarities.get(stem) ?? table.rarest : local;
}
