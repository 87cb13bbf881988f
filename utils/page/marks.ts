import type { Settings } from '../model/settings';
import type { Scanner } from './door';
import type { MarkRegistry } from './mark-registry';

/** The marks under citations. */
export interface Marks {
  /** Paints, repaints or takes away. */
  show(style: Settings['marks']): void;
}

/** Names of the highlights, as the style sheet has them. A page's scripts can read them, and must learn nothing from them. */
const NAMES: Readonly<Record<Exclude<Settings['marks'], 'none'>, string>> = { quiet: 'cite', strong: 'cite-strong' };

/** How many ranges are added at a time, so that no task gets long. */
const AT_ONCE = 400;

/**
 * Marks every citation of a scanner: no node of the page is touched. Without a registry there are no marks and nothing else is
 * missing. Everything is undone when `signal` is aborted.
 *
 * @param css - The rules for the marks, for shadow roots; the document has them by the manifest. Empty where highlights inherit
 *   them from it.
 */
export function createMarks(
  document: Document,
  scanner: Scanner,
  css: string,
  signal: AbortSignal,
  registry: MarkRegistry | undefined,
): Marks {
  if (!registry) return { show: () => {} };
  const window = document.defaultView ?? globalThis.window;
  const highlight = new window.Highlight();
  const painted = new Set<AbstractRange>();
  const dressed = new Set<ShadowRoot>();
  let sheet: CSSStyleSheet | undefined;
  let style: Settings['marks'] = 'none';
  let timer: number | undefined;

  /** Puts the rules into a shadow root; they are one object for all of them. */
  const dress = (root: Node) => {
    if (!css || root === document || dressed.has(root as ShadowRoot) || !('adoptedStyleSheets' in root)) return;
    if (!sheet) {
      sheet = new window.CSSStyleSheet();
      sheet.replaceSync(css);
    }
    dressed.add(root as ShadowRoot);
    (root as ShadowRoot).adoptedStyleSheets = [...(root as ShadowRoot).adoptedStyleSheets, sheet];
  };
  const clear = () => {
    window.clearTimeout(timer);
    highlight.clear();
    painted.clear();
    for (const name of Object.values(NAMES)) if (registry.get(name) === highlight) registry.delete(name);
    for (const root of dressed) root.adoptedStyleSheets = root.adoptedStyleSheets.filter((other) => other !== sheet);
    dressed.clear();
  };

  const paint = () => {
    if (style === 'none' || signal.aborted) return;
    const name = NAMES[style];
    const wanted = new Set<AbstractRange>();
    const fresh: AbstractRange[] = [];
    for (const { range } of scanner.known()) {
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
      else if (painted.size > 0) registry.set(name, highlight);
      else registry.delete(name);
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
      paint();
    },
  };
}
