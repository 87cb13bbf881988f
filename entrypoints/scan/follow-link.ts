import type { Door } from '../../utils/page/door';
import { bring } from '../../utils/platform/bring';

/** When words are looked for after a page has come, milliseconds: the browser follows the link itself, and some pages write themselves. */
const LOOKS_MS = [500, 2000, 5000];

/**
 * Marks the words that a link into this page points to, where the browser has not brought them into view itself. Nothing is
 * scrolled: the page or its opener could tell by it whether words are there, which is why browsers have conditions
 * (https://wicg.github.io/scroll-to-text-fragment/#security-and-privacy).
 */
export function followLink(window: Window, door: Door): void {
  // Browsers take the directive out of `location`.
  const address = window.performance.getEntriesByType('navigation')[0]?.name ?? '';
  if (!address.includes(':~:text=')) return;
  const mark = async (look: number) => {
    if (!door.linker) await bring('linker');
    const ranges = door.signal.aborted ? [] : (door.linker?.find(address) ?? []);
    const box = ranges[0]?.getBoundingClientRect();
    if (!box) later(look + 1);
    else if (box.bottom < 0 || box.top > window.innerHeight) door.withReader((it) => it.markLinked(ranges));
  };
  const later = (look = 0) => {
    const at = LOOKS_MS[look];
    if (at === undefined || door.signal.aborted) return;
    window.setTimeout(() => void mark(look), at - (LOOKS_MS[look - 1] ?? 0));
  };
  if (window.document.readyState === 'complete') later();
  else window.addEventListener('load', () => later(), { once: true, signal: door.signal });
}
