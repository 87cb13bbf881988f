import { idOf } from './dom';
import type { PageCitation } from './door';

/** The page's own control that says of itself that it keeps a part folded, or another in its place. What leads to another page is none. */
const controlOf = (part: Element): HTMLElement | null | undefined => {
  const id = idOf(part);
  const root = part.getRootNode() as Document | ShadowRoot;
  if (!id || !root.querySelector) return undefined;
  return root.querySelector(
    `[aria-controls~="${CSS.escape(id)}"]:is([aria-expanded="false"], [role="tab"][aria-selected="false"]):not(a[href]:not([href^="#"]))`,
  );
};

/** Whether nothing of a part is seen, or not all of it: a control's own word may be stale, and pressed then it would fold what is seen. */
function isFolded(part: Element): boolean {
  const { visibility, overflowY } = getComputedStyle(part);
  const isCut = /hidden|clip/.test(overflowY) && part.scrollHeight > part.clientHeight + 1;
  return isCut || visibility === 'hidden' || part.getBoundingClientRect().height < 2;
}

/** Opens whatever folds a node away: closed `details`, sections hidden until found, and parts that a control of the page unfolds. */
export function unfoldAround(node: Node): void {
  for (let at: Node | null = node; at; at = at.parentNode ?? ((at as ShadowRoot).host || null)) {
    const element = at as Element;
    if (element.localName === 'details') (element as HTMLDetailsElement).open = true;
    // The page's own listeners for `beforematch` keep its buttons in step with what is shown.
    if (element.nodeType === 1 && element.getAttribute('hidden') === 'until-found') {
      element.dispatchEvent(new Event('beforematch', { bubbles: true }));
      element.removeAttribute('hidden');
    }
    const control = element.nodeType === 1 ? controlOf(element) : undefined;
    if (control && isFolded(element)) control.click();
  }
}

/** Brings a citation to the centre of the viewport, at once, and puts the keyboard's focus on it where it can have it. */
export function reveal({ link, range }: PageCitation): void {
  const { startContainer: start } = range;
  unfoldAround(start);
  const element = link ?? (start.nodeType === 1 ? (start as Element) : start.parentElement);
  element?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: 'instant' });
  (link as HTMLElement | undefined)?.focus?.({ preventScroll: true });
}
