import type { PageCitation } from './door';

/** Opens whatever folds a node away: closed `details`, and sections hidden until found. */
export function unfoldAround(node: Node): void {
  for (let at: Node | null = node; at; at = at.parentNode ?? ((at as ShadowRoot).host || null)) {
    const element = at as Element;
    if (element.localName === 'details') (element as HTMLDetailsElement).open = true;
    // The page's own listeners for `beforematch` keep its buttons in step with what is shown.
    if (element.nodeType === 1 && element.getAttribute('hidden') === 'until-found') {
      element.dispatchEvent(new Event('beforematch', { bubbles: true }));
      element.removeAttribute('hidden');
    }
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
