import type { Chosen } from './facets';

/** The two halves of the library. */
export type Half = 'items' | 'passages';

/** Groups of facets that one half of the library has alone. */
const ONLY_IN: Readonly<Record<string, Half>> = {
  kind: 'items',
  status: 'items',
  collection: 'items',
  colour: 'passages',
};

/** What of a choice can be chosen in a half of the library: of what the other one has alone, nothing would be left. */
export const chosenIn = (half: Half, chosen: Chosen): Chosen =>
  Object.fromEntries(Object.entries(chosen).filter(([group]) => (ONLY_IN[group] ?? half) === half));

/** Whether it is known how many entries a half has of a choice: of a group that it has not, it would be none. */
export const canCount = (half: Half, chosen: Chosen): boolean =>
  Object.entries(chosen).every(([group, values]) => values.length === 0 || (ONLY_IN[group] ?? half) === half);
