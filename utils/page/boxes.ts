/** A place for boxes of our own in the page; see `host.ts`. */
export interface BoxHost {
  readonly root: ShadowRoot;
  showBelow(): void;
  remove(): void;
}

/** A range over which boxes stand, one for each of its lines, and how they look: properties of their style. */
interface Boxed {
  readonly range: Range;
  readonly look: Readonly<Record<string, string>>;
}

/** Draws boxes over ranges of the page, for browsers that cannot paint ranges, or not as it is meant. They take no clicks. */
export function createBoxes(window: Window & typeof globalThis, host: BoxHost, signal: AbortSignal) {
  let drawn: readonly Boxed[] = [];
  let isAwaited = false;
  const draw = () => {
    isAwaited = false;
    const boxes: HTMLElement[] = [];
    for (const { range, look } of drawn) {
      for (const rect of range.getClientRects()) {
        if (rect.bottom < 0 || rect.top > window.innerHeight || rect.width === 0) continue;
        const box = window.document.createElement('div');
        const { style } = box;
        style.cssText = 'position:fixed;pointer-events:none';
        style.left = `${rect.left}px`;
        style.top = `${rect.top}px`;
        style.width = `${rect.width}px`;
        style.height = `${rect.height}px`;
        Object.assign(style, look);
        boxes.push(box);
      }
    }
    host.root.replaceChildren(...boxes);
  };
  const soon = () => {
    if (isAwaited || signal.aborted) return;
    isAwaited = true;
    window.requestAnimationFrame(draw);
  };
  window.addEventListener('scroll', soon, { capture: true, passive: true, signal });
  window.addEventListener('resize', soon, { signal });
  // What comes late moves what stands below it.
  const resized = new window.ResizeObserver(soon);
  resized.observe(window.document.documentElement);
  const end = () => {
    resized.disconnect();
    host.remove();
  };
  signal.addEventListener('abort', end, { once: true });
  host.showBelow();
  return {
    /** Replaces everything drawn. */
    set(next: readonly Boxed[]) {
      drawn = next;
      soon();
    },
  };
}
