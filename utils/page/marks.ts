import type { Settings } from '../model/settings';
import type { Scanner } from './door';

/** The marks under citations. */
export interface Marks {
  /** Paints, repaints or takes away. */
  show(style: Settings['marks']): void;
}

/** Neutral: a page's scripts can read the names of highlights, and must learn nothing from them. */
const NAME = 'cite';

/** Theme colours of the page itself: a mark of another's page is drawn in that page's ink. */
const CSS: Readonly<Record<Exclude<Settings['marks'], 'none'>, string>> = {
  quiet: `::highlight(${NAME}) { text-decoration: underline dotted 1px color-mix(in srgb, currentColor 60%, transparent); text-underline-offset: 0.2em; }`,
  strong: `::highlight(${NAME}) { text-decoration: underline solid 2px currentColor; text-underline-offset: 0.2em; background-color: color-mix(in srgb, currentColor 12%, transparent); }`,
};

/** How many ranges are added at a time, so that no task gets long. */
const AT_ONCE = 400;

/**
 * Marks every citation of a scanner through the CSS Custom Highlight API: no node of the page is touched. Without that API
 * there are no marks and nothing else is missing. Everything is undone when `signal` is aborted.
 */
export function createMarks(document: Document, scanner: Scanner, signal: AbortSignal): Marks {
  const window = document.defaultView ?? globalThis.window;
  const registry = window.CSS?.highlights;
  if (!registry || typeof window.Highlight !== 'function') return { show: () => {} };

  const highlight = new window.Highlight();
  const painted = new Set<AbstractRange>();
  const sheeted = new Map<Document | ShadowRoot, true>();
  let sheet: CSSStyleSheet | undefined;
  let style: Settings['marks'] = 'none';
  let timer: number | undefined;

  /** Puts our sheet into a root; it is one object for all of them. */
  const dress = (root: Node) => {
    if (!sheet || sheeted.has(root as Document) || !('adoptedStyleSheets' in root)) return;
    sheeted.set(root as Document, true);
    (root as Document).adoptedStyleSheets = [...(root as Document).adoptedStyleSheets, sheet];
  };
  const undress = () => {
    for (const root of sheeted.keys())
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    sheeted.clear();
  };
  const clear = () => {
    window.clearTimeout(timer);
    highlight.clear();
    painted.clear();
    if (registry.get(NAME) === highlight) registry.delete(NAME);
    undress();
  };

  const paint = () => {
    if (style === 'none' || signal.aborted) return;
    const wanted = new Set<AbstractRange>();
    const fresh: AbstractRange[] = [];
    for (const { range } of scanner.citations()) {
      wanted.add(range);
      if (!painted.has(range)) fresh.push(range);
    }
    for (const range of painted) {
      if (wanted.has(range)) continue;
      painted.delete(range);
      highlight.delete(range);
    }
    const add = () => {
      for (const range of fresh.splice(0, AT_ONCE)) {
        dress(range.startContainer.getRootNode());
        painted.add(range);
        highlight.add(range);
      }
      if (fresh.length > 0) timer = window.setTimeout(add, 0);
      // Not before: every range that is added to a highlight in use makes the page look again at what to paint.
      else if (painted.size > 0) registry.set(NAME, highlight);
    };
    window.clearTimeout(timer);
    add();
  };

  const unsubscribe = scanner.subscribe(paint);
  signal.addEventListener('abort', () => {
    unsubscribe();
    clear();
  });
  return {
    show(wanted) {
      if (wanted === style) return;
      style = wanted;
      clear();
      if (wanted === 'none') return;
      sheet = new window.CSSStyleSheet();
      sheet.replaceSync(CSS[wanted]);
      paint();
    },
  };
}
