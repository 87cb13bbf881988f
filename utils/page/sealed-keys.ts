/** What must not leave the note: what is typed into it, and that the focus is in it (focus traps would take it away). */
const SEALED = [
  'keydown',
  'keypress',
  'keyup',
  'beforeinput',
  'input',
  'compositionstart',
  'compositionupdate',
  'compositionend',
  'copy',
  'cut',
  'paste',
  'focus',
  'focusin',
  'focusout',
  'blur',
] as const;

/** What handlers ask of a key. */
const ASKED = ['key', 'code', 'ctrlKey', 'shiftKey', 'altKey', 'metaKey', 'repeat', 'isComposing'] as const;

/**
 * A copy of an event that does not leave the shadow tree in which it is sent. It is a plain event also where a key was pressed:
 * in Firefox a `KeyboardEvent` made by an extension's script is heard by nobody in a shadow tree.
 */
function innerCopy(event: Event): Event {
  const { type, bubbles, cancelable } = event;
  const copy = new Event(type, { bubbles, cancelable });
  if (event instanceof KeyboardEvent) {
    for (const name of ASKED) Object.defineProperty(copy, name, { value: event[name] });
  }
  return copy;
}

/**
 * Keeps from the page what is typed into our hosts. The page may listen at its window before anything else hears of an
 * event, so the event is stopped there and a copy is sent inside, where ordinary listeners handle it; preventing the copy
 * prevents the event. To be called before the page's own scripts run: who listens first can stop.
 *
 * @param rootOf - The shadow root of a host of ours, for an event's target.
 */
export function sealKeys(
  window: Window,
  rootOf: (target: EventTarget | null) => ShadowRoot | undefined,
  signal: AbortSignal,
): void {
  const onSealed = (event: Event) => {
    const root = rootOf(event.target);
    if (!root) return;
    event.stopImmediatePropagation();
    if (!event.isTrusted) return;
    const target = root.activeElement ?? root.firstElementChild;
    if (target && !target.dispatchEvent(innerCopy(event))) event.preventDefault();
  };
  for (const type of SEALED) window.addEventListener(type, onSealed, { capture: true, signal });
}
