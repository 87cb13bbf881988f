import { ownRoot } from '../../utils/page/host';
import { native } from '../../utils/platform/native';

/** What browsers let an extension's scripts see: the one by the element, the other by a call. */
type Seen = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot | null };
interface Chromes {
  readonly dom?: { openOrClosedShadowRoot(element: HTMLElement): ShadowRoot | null };
}

/**
 * Takes away the notes and bars of a version of ours that ended while they were open: Firefox ends an extension's scripts without a
 * word to them, and what they drew would stay, dead, until the page is loaded anew. They are told by what no page writes: the first
 * rule in their shadow root. One in which the reader is writing stays: there the words are, and can be copied.
 */
export function clearLeftBehind(document: Document): void {
  for (const host of document.querySelectorAll<Seen>('div[popover="manual"]')) {
    if (ownRoot(host) || host === document.activeElement || host.attributes.length > 1) continue;
    const root = host.openOrClosedShadowRoot ?? (native as Chromes).dom?.openOrClosedShadowRoot(host);
    const rule = root?.adoptedStyleSheets[0]?.cssRules[0] as CSSStyleRule | undefined;
    if (rule?.selectorText === ':host' && rule.style.zIndex === '2147483647') host.remove();
  }
}
