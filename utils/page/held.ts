/**
 * Puts off what would move things under a pressed pointer: a press must end on what it began on, and without this it can end on a
 * button that has grown into its place.
 *
 * @param surface - Where presses begin that count. Events of its shadow tree must reach it.
 * @param signal - Ends the listening.
 * @returns Does a thing at once, or as soon as the pointer is up again; what is put off again meanwhile is done once, the last
 *   time it was asked for.
 */
export function createHold(window: Window, surface: EventTarget, signal: AbortSignal): (change: () => void) => void {
  let isHeld = false;
  let waiting: (() => void) | undefined;
  const release = (event: Event) => {
    // A press itself takes the focus from elsewhere: only the window's own loss of it ends one.
    if (!isHeld || (event.type === 'blur' && (event.target as Node).nodeType)) return;
    isHeld = false;
    // The click comes right after the release, and is still to find what was pressed.
    window.setTimeout(() => {
      if (isHeld || signal.aborted) return;
      const change = waiting;
      waiting = undefined;
      change?.();
    });
  };
  const hold = () => {
    isHeld = true;
  };
  surface.addEventListener('pointerdown', hold, { capture: true, passive: true, signal });
  // A release may happen anywhere; `pointercancel` comes instead where a press turns into a scroll or a drag.
  for (const type of ['pointerup', 'pointercancel', 'dragend', 'blur'])
    window.addEventListener(type, release, { capture: true, passive: true, signal });
  // A page can keep the release from us. A pointer that moves with nothing pressed says it as well.
  const onMove = (event: Event) => (event as PointerEvent).buttons === 0 && release(event);
  surface.addEventListener('pointermove', onMove, { capture: true, passive: true, signal });
  return (change) => {
    if (isHeld) waiting = change;
    else change();
  };
}
