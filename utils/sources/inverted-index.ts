import { list, shape } from './shape';

/** More words than any abstract has; a larger position would only make a longer hole. */
const MOST_WORDS = 20_000;

/**
 * The text of OpenAlex's `abstract_inverted_index` (`{"word": [0, 7], …}`): words in the order of their positions, joined by
 * spaces, holes closed up. Empty for null, damaged or empty indexes.
 */
export function wordsOfIndex(index: unknown): string {
  const words: string[] = [];
  for (const [word, positions] of Object.entries(shape(index)))
    for (const position of list(positions))
      if (typeof position === 'number' && Number.isInteger(position) && position >= 0 && position < MOST_WORDS)
        words[position] = word;
  return words.filter((word) => word !== undefined).join(' ');
}
