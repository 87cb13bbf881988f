import type { Door } from '../../utils/page/door';

/** After a mouse button, the browser needs a moment to settle the selection; keys and fingers make it in many steps. */
const MOUSE_MS = 10;
const OTHER_MS = 100;

/** Feels that words have been selected, and has the bar offered for them. What they are is the reader script's affair. */
export function feelSelection(window: Window, door: Door): void {
  const { document } = window;
  const { signal } = door;
  let timer: number | undefined;
  let isPressed = false;
  /** Whether a key was held as the pointer let go, or there was no keyboard to hold one on. */
  let isByKey = false;

  const offer = () => {
    if (isPressed || signal.aborted || !door.settings.selectionBar) return;
    if (door.settings.selectionBarByKey && !isByKey) return;
    const selection = document.getSelection();
    // In a shadow root the document's own answer is collapsed; the words are there all the same.
    if (!selection || selection.rangeCount === 0 || (selection.isCollapsed && !String(selection))) return;
    const { activeElement } = document;
    if (activeElement?.matches('input, textarea, [contenteditable]') || door.reader?.owns(activeElement)) return;
    door.withReader((reader) => reader.offerSelection());
  };
  const soon = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(offer, ms);
  };
  const listen = <Name extends keyof DocumentEventMap>(name: Name, on: (event: DocumentEventMap[Name]) => void) =>
    document.addEventListener(name, (event) => event.isTrusted && on(event), { capture: true, passive: true, signal });

  listen('pointerdown', ({ pointerType }) => {
    isPressed = pointerType === 'mouse';
    isByKey = false;
  });
  listen('pointerup', (event) => {
    isPressed = false;
    isByKey = event.altKey || event.ctrlKey || event.metaKey || event.pointerType === 'touch';
    if (!door.reader?.owns(event.target)) soon(event.pointerType === 'mouse' ? MOUSE_MS : OTHER_MS);
  });
  listen('pointercancel', () => {
    isPressed = false;
  });
  // Keys and the handles of a touch screen tell of nothing else.
  listen('selectionchange', () => {
    if (!isPressed) soon(OTHER_MS);
  });
  signal.addEventListener('abort', () => window.clearTimeout(timer));
}
