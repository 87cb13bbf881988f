import { type BoxHost, createBoxes } from './boxes';
import { isDarkAt } from './darkness';
import { watchForced } from './forced';
import { boxLook, forcedLook, LAYERS, type Layer, nameOf, shadowCss } from './paint-styles';

/** Something painted on the page. */
export interface Painted {
  readonly id: string;
  readonly layer: Layer;
  readonly ranges: readonly Range[];
}

/** Paints ranges of a page without touching its nodes. */
export interface Painter {
  /** Paints, or paints anew under the same id. */
  paint(painted: Painted): void;
  erase(id: string): void;
  /** What stands at a point, viewport pixels: the uppermost first. */
  at(x: number, y: number): readonly Painted[];
  rangesOf(id: string): readonly Range[];
}

/**
 * Makes the painter of a document: the CSS Custom Highlight API (https://drafts.csswg.org/css-highlight-api-1/) where there
 * is one and its rules hold, boxes over the page elsewhere. Everything is undone when the signal aborts.
 *
 * @param createBoxHost - Makes the place for boxes; called only where they are needed.
 */
export function createPainter(document: Document, signal: AbortSignal, createBoxHost: () => BoxHost): Painter {
  const window = document.defaultView!;
  const painted = new Map<string, Painted>();
  const registry = (window as { CSS?: { highlights?: HighlightRegistry } }).CSS?.highlights;
  const highlights = new Map<string, Highlight>();
  const dressed = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;
  const forced = watchForced(window);
  let boxes: ReturnType<typeof createBoxes> | undefined;
  let isDark: boolean | undefined;

  const usesBoxes = () => !registry || forced.paintsOver;

  const darknessAt = (range: Range): boolean => {
    const node = range.startContainer;
    const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
    return element ? isDarkAt(element) : false;
  };

  /** What the document's style sheet says does not reach into shadow roots everywhere. */
  function dress(root: Node): void {
    if (root === document || !('adoptedStyleSheets' in root)) return;
    if (!sheet) {
      sheet = new window.CSSStyleSheet();
      sheet.replaceSync(shadowCss());
    }
    const shadow = root as ShadowRoot;
    dressed.add(shadow);
    // A page that sets its own list anew drops ours.
    if (!shadow.adoptedStyleSheets.includes(sheet)) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  }

  const shownAs = (layer: Layer) => nameOf(layer, isDark ?? false);

  function highlightOf(layer: Layer): Highlight {
    const name = shownAs(layer);
    let highlight = highlights.get(name);
    if (!highlight) {
      highlight = new window.Highlight();
      highlight.priority = LAYERS.indexOf(layer);
      highlights.set(name, highlight);
      registry?.set(name, highlight);
    }
    return highlight;
  }

  function drawBoxes(): void {
    const drawn = usesBoxes() ? [...painted.values()] : [];
    if (drawn.length > 0) boxes ??= createBoxes(window, createBoxHost(), signal);
    boxes?.set(
      drawn.flatMap(({ ranges, layer }) =>
        ranges.map((range) => ({
          range,
          look: forced.isActive ? forcedLook(layer) : boxLook(layer, darknessAt(range)),
        })),
      ),
    );
  }

  function erase(id: string): void {
    const old = painted.get(id);
    if (!old) return;
    painted.delete(id);
    const name = shownAs(old.layer);
    const highlight = highlights.get(name);
    for (const range of old.ranges) highlight?.delete(range);
    if (highlight?.size === 0) {
      registry?.delete(name);
      highlights.delete(name);
    }
    drawBoxes();
  }

  signal.addEventListener(
    'abort',
    () => {
      for (const id of [...painted.keys()]) erase(id);
      for (const root of dressed) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    },
    { once: true },
  );

  function paint(next: Painted): void {
    if (signal.aborted) return;
    erase(next.id);
    painted.set(next.id, next);
    for (const range of usesBoxes() ? [] : next.ranges) {
      isDark ??= darknessAt(range);
      dress(range.startContainer.getRootNode());
      highlightOf(next.layer).add(range);
    }
    drawBoxes();
  }
  const paintAnew = () => {
    const all = [...painted.values()];
    for (const { id } of all) erase(id);
    for (const each of all) paint(each);
  };
  forced.onChange(paintAnew, signal);

  return {
    paint,
    erase,
    rangesOf: (id) => painted.get(id)?.ranges ?? [],
    at(x, y) {
      // Asked box by box: caret positions snap to the nearest text, also from a margin.
      const found = [...painted.values()].filter(({ ranges }) =>
        ranges.some((range) => {
          const around = range.getBoundingClientRect();
          if (x < around.left || x > around.right || y < around.top || y > around.bottom) return false;
          return [...range.getClientRects()].some(
            (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
          );
        }),
      );
      return found.sort((a, b) => LAYERS.indexOf(b.layer) - LAYERS.indexOf(a.layer));
    },
  };
}
