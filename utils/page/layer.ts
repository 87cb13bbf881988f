import type { Settings } from '../model/settings';
import { createHost, type Host, pageZoom, readerScale } from './host';

/** How what is shown in a page looks to its reader. */
export interface LayerLooks {
  /** Language of its words, a BCP 47 tag, and their direction. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The browser's own choice where missing. */
  readonly theme?: Settings['theme'];
  /** How much larger than usual, beside what the browser's text size asks for; 1 where missing. */
  readonly size?: number;
}

/** A surface of ours over a page. */
export interface Layer {
  readonly host: Host;
  /** What is shown is put in here; its pixels are the viewport's. */
  readonly layer: HTMLElement;
  /** How much larger its contents are than their style sheet says: the property `--size`, which the style sheet applies. */
  readonly size: number;
}

/** An element of HTML; in an SVG or XML document plain `createElement` would not make one. */
export function makeElement<Name extends keyof HTMLElementTagNameMap>(
  document: Document,
  name: Name,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElementNS('http://www.w3.org/1999/xhtml', name) as HTMLElementTagNameMap[Name];
  if (className) element.className = className;
  return element;
}

/**
 * Makes a host with one element in it that carries the tokens, and the reader's language, colours and size. Not shown yet.
 *
 * @param css - Texts of the style sheets for what will be in it.
 * @param near - What it is about; see {@link createHost}.
 */
export function createLayer(
  document: Document,
  css: readonly string[],
  near: Node | undefined,
  { language, direction, theme = 'auto', size: wish = 1 }: LayerLooks,
): Layer {
  // Asked before anything is written: an answer later on would cost a style of its own.
  const zoom = 1 / pageZoom(document);
  const host = createHost(document, css, near);
  const size = wish * readerScale(host);
  const layer = makeElement(document, 'div', 'layer tokens');
  layer.lang = language;
  layer.dir = direction;
  layer.style.setProperty('zoom', String(zoom));
  layer.style.setProperty('--size', String(size));
  if (theme !== 'auto') layer.style.colorScheme = theme;
  host.root.append(layer);
  return { host, layer, size };
}

/** The viewport without scroll bars, in layout pixels even when pinched. */
export function viewportOf(window: Window): { readonly width: number; readonly height: number } {
  const { visualViewport } = window;
  return visualViewport
    ? { width: visualViewport.width * visualViewport.scale, height: visualViewport.height * visualViewport.scale }
    : { width: window.innerWidth, height: window.innerHeight };
}
