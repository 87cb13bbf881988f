import { describe, expect, it } from 'vitest';
import { createAnchorer } from './anchorer';
import { createSuggester } from './suggest-places';

const QUOTE = {
  exact: 'the colony doubled in one winter and nobody on the quay noticed anything at all',
  prefix: 'Where the lamps were out, ',
  suffix: '; whether that holds elsewhere ',
};
const FILLER = 'Three councils have published what they paid for their lamps, and two have not. '.repeat(20);
const page = (words: string) => `${FILLER}${QUOTE.prefix}${words}${QUOTE.suffix}is unknown. ${FILLER}`;

describe('suggested places', () => {
  it.each([
    ['half of the words are others', 'the colony grew in one summer and few on the pier noticed very much at all'],
    ['most of it is gone', 'the colony doubled in one winter'],
    ['other words stand between its surroundings', 'rain fell on the marquee while the band played'],
  ])('are where %s', (_name, words) => {
    const text = page(words);
    const [best] = createSuggester(text)(QUOTE);
    expect(best && text.slice(best.start, best.end)).toBe(words);
  });

  it('are several where the anchorer could not choose, likelier ones first', () => {
    const sibling =
      'Where the fires were out, the colony doubled in one winter and nobody on the quay noticed a thing.';
    const text = `${FILLER}${QUOTE.exact}. ${FILLER}${QUOTE.exact}! ${FILLER}${sibling}`;
    const quote = { ...QUOTE, prefix: '', suffix: '' };
    expect(createAnchorer(text)(quote)).toBeNull();
    const places = createSuggester(text)(quote);
    expect(places.map(({ start, end }) => text.slice(start, end)).slice(0, 2)).toEqual([QUOTE.exact, QUOTE.exact]);
    expect(places[2]!.confidence).toBeLessThan(places[0]!.confidence);
  });

  it('are none where nothing is like it', () => {
    expect(createSuggester(FILLER)(QUOTE)).toEqual([]);
    expect(createSuggester('')(QUOTE)).toEqual([]);
    expect(createSuggester(FILLER)({ exact: ' ', prefix: '', suffix: '' })).toEqual([]);
  });

  it('of a long quote are told by its beginning', () => {
    const long = Array.from({ length: 400 }, (_, n) => `lamp ${n} was out`).join(', ');
    const text = `${FILLER}${long}`;
    const [best] = createSuggester(text)({ exact: long, prefix: '', suffix: '' });
    expect(best?.start).toBe(FILLER.length);
  });
});
