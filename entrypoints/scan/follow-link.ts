import type { Door } from '../../utils/page/door';
import { sendToBackground } from '../../utils/platform/send';

/** Time for the browser to follow the link itself, milliseconds. */
const PATIENCE_MS = 500;

/**
 * Marks the words that a link into this page points to, where the browser has not brought them into view itself. Nothing is
 * scrolled: the page or its opener could tell by it whether words are there, which is why browsers have conditions
 * (https://wicg.github.io/scroll-to-text-fragment/#security-and-privacy).
 */
export function followLink(window: Window, door: Door): void {
  // Browsers take the directive out of `location`.
  const address = window.performance.getEntriesByType('navigation')[0]?.name ?? '';
  if (!address.includes(':~:text=')) return;
  const mark = async () => {
    await sendToBackground('inject', { script: 'linker' });
    const ranges = door.signal.aborted ? [] : (door.linker?.find(address) ?? []);
    const box = ranges[0]?.getBoundingClientRect();
    if (box && (box.bottom < 0 || box.top > window.innerHeight)) door.withReader((it) => it.markLinked(ranges));
  };
  const later = () => void window.setTimeout(() => void mark(), PATIENCE_MS);
  if (window.document.readyState === 'complete') later();
  else window.addEventListener('load', later, { once: true, signal: door.signal });
}
