import { borderOf, coloursOf, forcedLook, type Layer } from './paint-styles';

/** A place for boxes of our own in the page; see `host.ts`. */
export interface BoxHost {
  readonly root: ShadowRoot;
  show(): void;
  remove(): void;
}

/**
 * Draws ranges as translucent boxes over the page, for browsers that cannot paint ranges; as lines in the reader's own colours, where
 * colours are forced. They take no clicks.
 */
export function createBoxes(window: Window & typeof globalThis, host: BoxHost, signal: AbortSignal) {
  let drawn: { readonly range: Range; readonly layer: Layer; readonly isDark: boolean }[] = [];
  let isAwaited = false;
  const forced = window.matchMedia?.('(forced-colors: active)');
  const draw = () => {
    isAwaited = false;
    const boxes: HTMLElement[] = [];
    for (const { range, layer, isDark } of drawn) {
      const [ground] = coloursOf(layer, isDark);
      for (const rect of range.getClientRects()) {
        if (rect.bottom < 0 || rect.top > window.innerHeight || rect.width === 0) continue;
        const box = window.document.createElement('div');
        const { style } = box;
        style.cssText = 'position:fixed;pointer-events:none';
        if (!forced?.matches) style.mixBlendMode = isDark ? 'screen' : 'multiply';
        style.left = `${rect.left}px`;
        style.top = `${rect.top}px`;
        style.width = `${rect.width}px`;
        style.height = `${rect.height}px`;
        if (forced?.matches) Object.assign(style, forcedLook(layer));
        else {
          style.background = ground;
          style.borderBottom = borderOf(layer, isDark);
        }
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
  host.show();
  return {
    /** Replaces everything drawn. */
    set(next: typeof drawn) {
      drawn = next;
      soon();
    },
  };
}
