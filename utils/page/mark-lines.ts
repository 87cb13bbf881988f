import { type BoxHost, createBoxes } from './boxes';
import { liveRange } from './citation-boxes';
import { asElement, parentOf } from './dom';
import { MARK_LINES, PLAIN } from './mark-looks';

/** Draws marks as lines in the reader's own colours. */
export interface MarkLines {
  /** Draws the ranges registered under a name anew; undefined: none. */
  show(name: string, ranges: Iterable<AbstractRange> | undefined): void;
}

/** How far beside the window lines are drawn, so that scrolling finds them there. */
const MARGIN = '50%';

/**
 * Makes what draws the marks of a frame as lines over the page, in the reader's own colours. Only what is near the window is measured. Ends
 * with `signal`.
 */
export function createMarkLines(
  window: Window & typeof globalThis,
  createHost: () => BoxHost,
  signal: AbortSignal,
): MarkLines {
  const { document } = window;
  const shown = new Map<string, readonly AbstractRange[]>();
  const near = new Set<Element>();
  const watched = new Set<Element>();
  let boxes: ReturnType<typeof createBoxes> | undefined;
  const placeOf = ({ startContainer }: AbstractRange) =>
    asElement(startContainer) ?? asElement(parentOf(startContainer));

  function draw(): void {
    // One line through another could not be told from either.
    const special = new Set([...shown].flatMap(([name, ranges]) => (PLAIN.includes(name) ? [] : ranges)));
    const drawn = [...shown].flatMap(([name, ranges]) =>
      ranges.flatMap((range) => {
        if (PLAIN.includes(name) && special.has(range)) return [];
        const place = placeOf(range);
        const live = place && near.has(place) ? liveRange(document, range) : undefined;
        return live ? [{ range: live, look: { forcedColorAdjust: 'none', ...MARK_LINES[name] } }] : [];
      }),
    );
    if (drawn.length > 0) boxes ??= createBoxes(window, createHost(), signal);
    boxes?.set(drawn);
  }
  const observer = new window.IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) near[isIntersecting ? 'add' : 'delete'](target);
      draw();
    },
    { rootMargin: MARGIN },
  );
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  return {
    show(name, ranges) {
      if (signal.aborted) return;
      if (ranges) shown.set(name, [...ranges]);
      else shown.delete(name);
      const places = new Set([...shown.values()].flat().flatMap((range) => placeOf(range) ?? []));
      for (const place of watched) {
        if (places.has(place)) continue;
        observer.unobserve(place);
        watched.delete(place);
        near.delete(place);
      }
      for (const place of places) {
        if (watched.has(place)) continue;
        watched.add(place);
        observer.observe(place);
      }
      draw();
    },
  };
}
