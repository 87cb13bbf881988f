import type { ImportCounts } from '../model/imported';

/** What one more slice of a file came to, together with those before it. */
export const addedCounts = (before: ImportCounts | undefined, slice: ImportCounts): ImportCounts =>
  before
    ? {
        ...slice,
        fresh: before.fresh + slice.fresh,
        known: before.known + slice.known,
        unclear: before.unclear + slice.unclear,
        freshPassages: before.freshPassages + slice.freshPassages,
        knownPassages: before.knownPassages + slice.knownPassages,
        broken: [...before.broken, ...slice.broken],
      }
    : slice;
