import { all } from './dom';

/** When custom elements are asked again whether they have a shadow root by now, milliseconds after they were met without one. */
const AGAIN_MS = [300, 1000, 3000, 10_000];

/** Most custom elements that are waited for. */
const MOST = 5000;

/**
 * Waits for the custom elements of a piece of a page that are not defined yet: attaching a shadow root is no mutation, so
 * nothing else tells of it. Looks a few times, then no more.
 */
export function awaitShadows(
  root: Element | Document | ShadowRoot,
  window: Window,
  signal: AbortSignal,
  onShadow: (shadow: ShadowRoot) => void,
): void {
  let waiting = [...all(root, ':not(:defined)')].slice(0, MOST);
  if (waiting.length === 0) return;
  const look = () => {
    if (signal.aborted) return;
    waiting = waiting.filter((element) => {
      if (element.shadowRoot) onShadow(element.shadowRoot);
      return !element.shadowRoot && element.isConnected;
    });
  };
  for (const ms of AGAIN_MS) window.setTimeout(() => waiting.length > 0 && look(), ms);
}
