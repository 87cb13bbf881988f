import { type Forced, watchForced } from './forced';
import type { MarkLines } from './mark-lines';

/** Where the marks under citations and words are registered, by name; each time they are told anew they may have changed. */
export interface MarkRegistry {
  get(name: string): Highlight | undefined;
  set(name: string, highlight: Highlight): void;
  delete(name: string): void;
}

/**
 * The registry of marks of a frame: that of the CSS Custom Highlight API, but where the browser would paint all marks as if they were
 * selected (decision 0004): there they are drawn as lines. Undefined without that API.
 *
 * @param withLines - Calls back with what draws lines, which is fetched first where it has to be.
 */
export function createMarkRegistry(
  window: Window & typeof globalThis,
  signal: AbortSignal,
  withLines: (use: (lines: MarkLines) => void) => void,
): MarkRegistry | undefined {
  const painted = window.CSS?.highlights;
  if (!painted || typeof window.Highlight !== 'function') return undefined;
  const held = new Map<string, Highlight>();
  let forced: Forced | undefined;
  let hasLines = false;
  const show = (name: string) => {
    const highlight = held.get(name);
    // Not before there is a mark: most pages have none.
    if (!forced) {
      forced = watchForced(window);
      forced.onChange(() => {
        for (const name of held.keys()) show(name);
      }, signal);
    }
    const isPainted = highlight && !forced.paintsOver;
    if (isPainted) painted.set(name, highlight);
    else painted.delete(name);
    hasLines ||= forced.paintsOver;
    if (hasLines) withLines((lines) => lines.show(name, isPainted ? undefined : held.get(name)));
  };
  return {
    get: (name) => held.get(name),
    set(name, highlight) {
      held.set(name, highlight);
      show(name);
    },
    delete(name) {
      if (held.delete(name)) show(name);
    },
  };
}
