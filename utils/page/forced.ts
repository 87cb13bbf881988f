/** Whether the browser paints every highlight as if it were selected, whatever its rule says: Chromium, where colours are forced. */
export interface Forced {
  readonly paintsOver: boolean;
  /** Whether colours are forced at all. */
  readonly isActive: boolean;
  /** Calls back when that changes, until the signal is aborted. */
  onChange(listener: () => void, signal: AbortSignal): void;
}

/** Watches whether colours are forced; see decision 0004. */
export function watchForced(window: Window): Forced {
  const query = window.matchMedia?.('(forced-colors: active)');
  return {
    get paintsOver() {
      return query?.matches === true && !CSS.supports('-moz-appearance', 'none');
    },
    get isActive() {
      return query?.matches === true;
    },
    onChange: (listener, signal) => query?.addEventListener('change', listener, { signal }),
  };
}
