import { FORMATS, writeChunks } from '../../../utils/formats';
import type { Taken } from '../../../utils/formats/format';
import { pageKeys } from '../../../utils/model/page-key';
import { givenItem, givenPassage } from './export-library';

/** How long one format takes: the first chunk, all of them, and the longest stretch without a rest. Milliseconds. */
export interface Speed {
  readonly format: string;
  readonly firstMs: number;
  readonly allMs: number;
  readonly longestMs: number;
  readonly characters: number;
}

const WORDS = 'lamps and terns of the R&D _under_ 50% {braces} with naïve DNA in H2O at night'.split(' ');

/** An invented library: the same for the same numbers. */
export function library(works: number, passages: number): Taken {
  const words = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => WORDS[(from * 7 + i * 5) % WORDS.length]).join(' ');
  const csl = Array.from({ length: works }, (_, i) => ({
    id: `w${i}`,
    type: 'article-journal',
    title: words(i, 9),
    author: Array.from({ length: 6 }, (_, n) => ({ family: `Doe${(i + n) % 977}`, given: 'Ada B.' })),
    'container-title': words(i + 1, 3),
    volume: String(i % 99),
    page: '101-119',
    issued: { 'date-parts': [[1990 + (i % 35), 5, 17]] },
    DOI: `10.5555/${i}`,
    abstract: words(i, 150),
  }));
  return {
    items: csl.map(givenItem),
    passages: Array.from({ length: passages }, (_, i) => {
      const url = `https://page.example/${i % 3000}`;
      const passage = givenPassage(
        {
          id: `p${i}`,
          url,
          exact: words(i, 25),
          prefix: words(i + 2, 5),
          suffix: words(i + 3, 5),
          start: i,
          end: i + 100,
          note: i % 3 ? '' : words(i, 8),
          tags: i % 2 ? ['one'] : [],
          created: new Date(Date.UTC(2024, 0, 10) + i * 60_000).toISOString(),
        },
        [],
      );
      return { ...passage, page: { ...passage.page, keys: pageKeys({ url }) } };
    }),
  };
}

/** Writes an invented library in every format, in chunks as the library page does. */
export async function exportSpeeds(works: number, passages: number): Promise<readonly Speed[]> {
  const taken = library(works, passages);
  const speeds: Speed[] = [];
  for (const format of FORMATS) {
    const start = performance.now();
    let firstMs = 0;
    let longestMs = 0;
    let characters = 0;
    let rested = start;
    const rest = async () => {
      longestMs = Math.max(longestMs, performance.now() - rested);
      rested = performance.now();
    };
    for await (const chunk of writeChunks(format, taken, { generatedAt: new Date(0) }, rest)) {
      firstMs ||= performance.now() - start;
      characters += chunk.length;
    }
    speeds.push({ format: format.id, firstMs, allMs: performance.now() - start, longestMs, characters });
  }
  return speeds;
}
