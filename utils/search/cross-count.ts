import type { Corpus } from './corpus';

/** How many of what was found have both a value of one group and one of another. */
export interface CrossCount {
  readonly row: string;
  readonly column: string;
  readonly count: number;
}

/**
 * Counts what was found by two groups of facets at once, e.g. year and kind.
 *
 * @param numbers - Entries of the corpus.
 * @returns Only pairs that occur, in no order; an entry that lacks a value of the first group counts under the row ''.
 */
export function crossCounts(
  { facets, facetStarts, facetNumbers }: Corpus,
  numbers: Uint32Array,
  rows: string,
  columns: string,
): readonly CrossCount[] {
  const valueIn = (group: string) =>
    facets.map((facet) => (facet.startsWith(`${group}:`) ? facet.slice(group.length + 1) : undefined));
  const rowOf = valueIn(rows);
  const columnOf = valueIn(columns);
  const counts = new Map<string, { row: string; column: string; count: number }>();
  for (const number of numbers) {
    const own = facetNumbers.subarray(facetStarts[number]!, facetStarts[number + 1]!);
    const rowsHere = [...own].flatMap((facet) => rowOf[facet] ?? []);
    const columnsHere = [...own].flatMap((facet) => columnOf[facet] ?? []);
    for (const row of rowsHere.length > 0 ? rowsHere : ['']) {
      for (const column of columnsHere) {
        const key = `${row}\n${column}`;
        const known = counts.get(key);
        if (known) known.count += 1;
        else counts.set(key, { row, column, count: 1 });
      }
    }
  }
  return [...counts.values()];
}
