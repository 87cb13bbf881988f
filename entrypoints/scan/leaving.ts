import type { Guide } from '../../utils/page/door';
import { targetOf } from '../../utils/page/event-target';
import { linkTarget } from '../../utils/page/link-target';
import { spotAt } from '../../utils/page/spot';

/** Links that are controls of the page: what they do is no way to a passage. */
const CONTROL =
  '[role="button"], [role="tab"], [role="menuitem"], [aria-expanded], [aria-controls], [data-toggle], [data-bs-toggle]';

/**
 * Feels that the reader follows a link into the page. The click keeps the page's own meaning: they are met where it leads.
 *
 * @returns The same, for a link that is followed for the reader.
 */
export function feelLeaving(
  document: Document,
  signal: AbortSignal,
  isWanted: () => boolean,
  withGuide: (use: (guide: Guide) => void) => void,
): (link: Element) => void {
  const leaving = (link: Element) => {
    const target = isWanted() ? linkTarget(link) : undefined;
    if (!target || link.matches(CONTROL)) return;
    const step = { link, target, spot: spotAt(link) };
    withGuide((guide) => guide.arrive(step));
  };
  document.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0 || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
        return;
      const link = targetOf(event)?.closest('a[href*="#"]');
      if (link) leaving(link);
    },
    { capture: true, passive: true, signal },
  );
  return leaving;
}
