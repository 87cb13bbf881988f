/** A place of our own in somebody else's page: above everything, and out of reach of its styles. */
export interface Host {
  /** The element in the page. It carries nothing that names us. */
  readonly host: HTMLElement;
  /** Closed; open in the test build only. */
  readonly root: ShadowRoot;
  /** Puts the host into the top layer, above whatever the page has put there since. */
  show(): void;
  /** Takes it out of the top layer; it stays in the document. */
  hide(): void;
  /** Takes it out of the document. Nothing is left behind. */
  remove(): void;
}

/**
 * What the host itself looks like to the page: nothing. Rules with `!important` in a shadow root win over every rule of
 * the page, inline ones included, so even `* { all: unset !important }` cannot reach it. The host has no box of its own
 * size; what is in it is placed in viewport coordinates.
 */
const HOST_CSS = `
:host { all: initial !important; display: none !important; position: fixed !important; inset: 0 auto auto 0 !important;
  width: 0 !important; height: 0 !important; overflow: visible !important; z-index: 2147483647 !important; }
:host(:popover-open) { display: block !important; }
`;

const sheets = new WeakMap<Document, Map<string, CSSStyleSheet>>();

/** One constructed sheet a document and text: strict policies allow it, and it is parsed once. */
function sheetOf(document: Document, css: string): CSSStyleSheet {
  let known = sheets.get(document);
  if (!known) sheets.set(document, (known = new Map()));
  let sheet = known.get(css);
  if (!sheet) {
    sheet = new (document.defaultView ?? globalThis).CSSStyleSheet();
    sheet.replaceSync(css);
    known.set(css, sheet);
  }
  return sheet;
}

/** The open modal dialog around a node, seen through shadow roots: all outside of it is inert, so we must stand inside. */
function modalAround(node: Node | undefined): Element | undefined {
  for (let at: Node | null = node ?? null; at; ) {
    const element: Element | null = at.nodeType === 1 ? (at as Element) : at.parentElement;
    const dialog = element?.closest('dialog[open]');
    if (dialog?.matches(':modal')) return dialog;
    const root = (dialog ?? element ?? at).getRootNode();
    at = dialog?.parentNode ?? ('host' in root ? (root as ShadowRoot).host : null);
  }
  return undefined;
}

/**
 * Makes a host with its shadow root, in the document but not yet shown.
 *
 * @param css - Text of the style sheet for what will be in it; take tokens on an inner element, not on `:host`.
 * @param near - What it is about: decides in which modal dialog of the page, if any, the host has to stand.
 */
export function createHost(document: Document, css: string, near?: Node): Host {
  const host = document.createElement('div');
  host.setAttribute('popover', 'manual');
  const isOpen = typeof __OPEN_ROOTS__ !== 'undefined' && __OPEN_ROOTS__;
  const root = host.attachShadow({ mode: isOpen ? 'open' : 'closed' });
  root.adoptedStyleSheets = [sheetOf(document, HOST_CSS), sheetOf(document, css)];
  (modalAround(near) ?? document.documentElement).append(host);
  const hide = () => {
    if (host.matches(':popover-open')) host.hidePopover();
  };
  return {
    host,
    root,
    show() {
      if (!host.isConnected) return;
      hide();
      host.showPopover();
    },
    hide,
    remove: () => host.remove(),
  };
}

/** How much the page magnifies itself with CSS `zoom`; our boxes are divided by it to keep the reader's own size. */
export function pageZoom(document: Document): number {
  const zoom = (document.documentElement as { currentCSSZoom?: number }).currentCSSZoom;
  return zoom && zoom > 0 ? zoom : 1;
}
