/** By how far passages of a page have moved: what is learnt from some of them tells where their neighbours are. */
export interface Shifts {
  /** A passage that began at `from` was found at `to`. Offsets of any one text, here and below. */
  learn(from: number, to: number): void;
  /**
   * Where what began at an offset may begin now, going by the passages before and behind it: two guesses, or one where only
   * one side knows, or none.
   */
  guess(from: number): number[];
}

/** Starts knowing nothing. */
export function createShifts(): Shifts {
  const known: { readonly from: number; readonly by: number }[] = [];
  const firstFrom = (from: number): number => {
    const at = known.findIndex((one) => one.from >= from);
    return at < 0 ? known.length : at;
  };
  return {
    learn: (from, to) => void known.splice(firstFrom(from), 0, { from, by: to - from }),
    guess(from) {
      const at = firstFrom(from);
      return known.slice(Math.max(0, at - 1), at + 1).map(({ by }) => from + by);
    },
  };
}
