import type { Term } from '../../utils/model/term';
import { type HoverEvent, type HoverState, IDLE, step } from '../../utils/notes/hover';
import type { Door } from '../../utils/page/door';
import { targetOf } from '../../utils/page/event-target';
import { listenToKeys } from '../../utils/page/heard-keys';
import type { TermMark, TermMarks } from '../../utils/page/term-marks';
import type { WordNote } from './word-note';

/** What is open, and the way to open a note. */
export interface WordNotes {
  current(): WordNote | undefined;
  open(mark: TermMark<Term>, by: 'pointer' | 'key'): void;
}

/** What of a page does something else when a finger presses it. */
const PRESSED = 'a[href], button, label, summary, [role="button"], [role="link"], [role="tab"], [contenteditable]';

/** Feeds the pointer to the hover machine where it meets words that the reader has explained, until `signal` is aborted. */
export function feelWords(
  window: Window,
  door: Door,
  marks: TermMarks<Term>,
  { current, open }: WordNotes,
  signal: AbortSignal,
): void {
  const options = { capture: true, passive: true, signal } as const;
  const timers: { rest?: number; grace?: number } = {};
  let state: HoverState<TermMark<Term>> = IDLE;

  function send(event: HoverEvent<TermMark<Term>>): boolean {
    // It closes by itself, too: by its own key or button, or because its word left the viewport.
    if (state.open && !current()) [state] = step(state, { type: 'closed' }, 0);
    const [next, effects] = step(state, event, door.settings.graceMs);
    state = next;
    for (const effect of effects) {
      // What a finger opens has the focus, as what a key opens.
      if (effect.type === 'open') open(effect.citation, effect.by === 'touch' ? 'key' : 'pointer');
      // What is being written is not closed by a hand that strays.
      else if (effect.type === 'close' && !current()?.isWriting) current()?.close();
      else if (effect.type === 'wait') {
        const { slot, token, ms } = effect;
        window.clearTimeout(timers[slot]);
        timers[slot] = window.setTimeout(() => send({ type: 'timer', slot, token, at: performance.now() }), ms);
      }
    }
    return effects.some(({ type }) => type === 'close');
  }
  const place = (event: MouseEvent) => {
    const { clientX: x, clientY: y } = event;
    const note = current();
    const isNear = note !== undefined && (note.owns(event.target) || note.isNear(x, y));
    const mark = isNear ? undefined : marks.at(targetOf(event), x, y);
    const { linkOpens, linkDelayMs: delayMs } = door.settings;
    const mayOpen = linkOpens === 'rest' || (linkOpens === 'shift' && event.shiftKey);
    const target = mark && mayOpen ? { citation: mark, cluster: mark.place.cluster, delayMs } : undefined;
    return { x, y, isNear, ...(target && { target }) };
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      send({ type: 'move', at: performance.now(), ...place(event), isPressed: event.buttons !== 0 });
    },
    options,
  );
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (event.isTrusted) send({ type: 'press', ...place(event) });
    },
    options,
  );
  window.addEventListener(
    'click',
    (event) => {
      const element = targetOf(event);
      if (!event.isTrusted || (event as PointerEvent).pointerType !== 'touch' || element?.closest(PRESSED)) return;
      const { isNear } = place(event);
      const mark = isNear ? undefined : marks.at(element, event.clientX, event.clientY);
      if (mark)
        send({ type: 'tap', target: { citation: mark, cluster: mark.place.cluster, delayMs: 0 }, isMarker: true });
    },
    options,
  );
  window.addEventListener('scroll', () => send({ type: 'scroll' }), options);
  listenToKeys(
    door,
    (event) => {
      if (current()?.owns(event.target) || event.key !== 'Escape') return;
      if (!send({ type: 'escape' })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    signal,
  );
  window.addEventListener('pagehide', () => send({ type: 'navigated' }), { signal });
  signal.addEventListener('abort', () => {
    window.clearTimeout(timers.rest);
    window.clearTimeout(timers.grace);
  });
}
