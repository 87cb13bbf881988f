/** The machine's own time, as the look-up wants it. */
export const systemClock = {
  /** Milliseconds since the epoch. */
  now: (): number => Date.now(),
  /** Calls back once after a delay in milliseconds. Returns its undo. */
  after(delayMs: number, callback: () => void): () => void {
    const timer = setTimeout(callback, delayMs);
    return () => clearTimeout(timer);
  },
};
