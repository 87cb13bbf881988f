/** A place of our own in somebody else's page: above everything, and out of reach of its styles. */
export interface Host {
  /** The element in the page. It carries nothing that names us. */
  readonly host: HTMLElement;
  /** Closed; open in the test build only. */
  readonly root: ShadowRoot;
  /** Puts the host into the top layer, above whatever the page has put there since. */
  show(): void;
  /** The same, but below what of ours is shown already: for what is drawn on the page itself. */
  showBelow(): void;
  /** Takes it out of the top layer; it stays in the document. */
  hide(): void;
  /** Takes it out of the document. Nothing is left behind. */
  remove(): void;
}

/**
 * What the host itself looks like to the page: nothing. Rules with `!important` in a shadow root win over every rule of
 * the page, inline ones included, so even `* { all: unset !important }` cannot reach it. The host has no box of its own
 * size; what is in it is placed in viewport coordinates. `all` leaves out the direction, which is that of our words, not of the page's.
 */
const HOST_CSS = `
:host { all: initial !important; direction: ltr !important; unicode-bidi: isolate !important; display: none !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; overflow: visible !important; z-index: 2147483647 !important; }
:host(:popover-open) { display: block !important; }
`;

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One constructed sheet a document and text: strict policies allow it, and it is parsed once. */
function sheetOf(document: Document, css: string): CSSStyleSheet {
  const known = sheets.get(document) ?? new Map<string, CSSStyleSheet>();
  sheets.set(document, known);
  const sheet = known.get(css) ?? new CSSStyleSheet();
  if (!known.has(css)) sheet.replaceSync(css);
  known.set(css, sheet);
  return sheet;
}

/**
 * What makes all outside of it inert, so that we must stand inside: the open modal dialog around a node, or the element on full screen,
 * seen through shadow roots.
 */
function enclosure(node: Node | undefined): Element | undefined {
  for (let at: Node | null | undefined = node; at; at = at.parentNode ?? (at as ShadowRoot).host)
    if ((at as Element).matches?.('dialog:modal, :fullscreen')) return at as Element;
  return undefined;
}

/** One for all scripts of the isolated world: each has its own copy of this file, and keys typed into any host are kept from the page. */
const world = globalThis as { __roots?: WeakMap<EventTarget, ShadowRoot>; __shown?: Set<() => void> };
world.__roots ??= new WeakMap();
const roots = world.__roots;
/** What shows each host that is shown again, in the order in which they were. */
world.__shown ??= new Set();
const shown = world.__shown;

/** The shadow root of a host of ours; undefined for every other node. What happens inside reaches the page as the host's. */
export const ownRoot = (node: EventTarget | null): ShadowRoot | undefined => (node ? roots.get(node) : undefined);

/**
 * Makes a host with its shadow root, in the document but not yet shown.
 *
 * @param css - Texts of the style sheets for what will be in it; take tokens on an inner element, not on `:host`.
 * @param near - What it is about: decides in which modal dialog or element on full screen, if any, the host has to stand.
 */
export function createHost(document: Document, css: readonly string[], near?: Node): Host {
  // In an SVG or XML document plain `createElement` would not make an HTML element.
  const host = document.createElementNS('http://www.w3.org/1999/xhtml', 'div') as HTMLElement;
  host.setAttribute('popover', 'manual');
  const isOpen = typeof __OPEN_ROOTS__ !== 'undefined' && __OPEN_ROOTS__;
  const root = host.attachShadow({ mode: isOpen ? 'open' : 'closed' });
  roots.set(host, root);
  root.adoptedStyleSheets = [HOST_CSS, ...css].map((text) => sheetOf(document, text));
  const stand = () => {
    const place = enclosure(near) ?? document.documentElement;
    if (host.parentNode !== place) place.append(host);
  };
  stand();
  const hide = () => {
    shown.delete(show);
    if (host.matches(':popover-open')) host.hidePopover();
  };
  const show = () => {
    if (!host.isConnected) return;
    hide();
    // The page may have gone to full screen, or come back from there.
    stand();
    host.showPopover();
    shown.add(show);
  };
  return {
    host,
    root,
    show,
    showBelow() {
      const above = [...shown];
      show();
      // The top layer has the order in which it was entered. Nothing is drawn meanwhile, and the focus stays.
      for (const again of above) again();
    },
    hide,
    remove() {
      shown.delete(show);
      host.remove();
    },
  };
}

/** Gives a shadow root of ours, by any place in it, the styles of what another script draws there. */
export function dress(place: Node, css: string): void {
  const root = place.getRootNode() as ShadowRoot;
  const sheet = sheetOf(place.ownerDocument as Document, css);
  if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Bounds of what {@link readerScale} tells: beyond them a note would be all edge, or all of the window. */
const [LEAST, MOST] = [0.75, 2.5];
const scales = new WeakMap<Document, number>();

/**
 * How much larger than usual the reader wants text, by the size that the browser's settings give to text of no size: a host has it,
 * whatever the page says. Asked once a document, because the answer costs a style.
 */
export function readerScale({ host }: Pick<Host, 'host'>): number {
  const document = host.ownerDocument;
  const known = scales.get(document);
  if (known !== undefined) return known;
  const pixels = Number.parseFloat(document.defaultView?.getComputedStyle(host).fontSize ?? '');
  const scale = Number.isFinite(pixels) ? Math.min(MOST, Math.max(LEAST, pixels / 16)) : 1;
  scales.set(document, scale);
  return scale;
}

/** How much the page magnifies itself with CSS `zoom`; our boxes are divided by it to keep the reader's own size. */
export function pageZoom(document: Document): number {
  const zoom = (document.documentElement as { currentCSSZoom?: number }).currentCSSZoom;
  return zoom && zoom > 0 ? zoom : 1;
}
