import type { HoverEvent, HoverState, HoverTarget } from '../../utils/notes/hover';
import { NO_INNER, stepInner } from '../../utils/notes/nesting';
import type { Door, NestPorts } from '../../utils/page/door';

/** Feeds the hand in an open note to the machine of notes inside notes, and does what it says, until the note closes. */
export function attach(window: Window, door: Door, { root, signal, inner, open }: NestPorts): void {
  const options = { capture: true, passive: true, signal } as const;
  const timers: { rest?: number; grace?: number } = {};
  let state: HoverState<Element> = NO_INNER;
  const { pointer } = door;

  const targetAt = (x: number, y: number): HoverTarget<Element> | undefined => {
    const link = root.elementFromPoint(x, y)?.closest('[data-cites]');
    if (!link) return undefined;
    return { citation: link, cluster: [...root.querySelectorAll('[data-cites]')].indexOf(link), delayMs: delay() };
  };
  const delay = () => door.settings.linkDelayMs;
  /** Whether the reader lets the pointer open this note now. */
  const mayOpen = (isShift: boolean) =>
    door.settings.linkOpens === 'rest' || (door.settings.linkOpens === 'shift' && isShift);

  function send(event: HoverEvent<Element>): void {
    // It closes by itself, too: by its own key or button.
    if (state.open && !inner()) [state] = stepInner(state, { type: 'closed' }, 0);
    const [next, effects] = stepInner(state, event, door.settings.graceMs);
    state = next;
    for (const effect of effects) {
      if (effect.type === 'open') open(effect.citation);
      else if (effect.type === 'close') inner()?.close();
      else if (effect.type === 'wait') {
        const { slot, token, ms } = effect;
        window.clearTimeout(timers[slot]);
        timers[slot] = window.setTimeout(() => send({ type: 'timer', slot, token, at: performance.now() }), ms);
      }
    }
  }
  const place = (event: MouseEvent) => {
    const { clientX: x, clientY: y, target } = event;
    const isIn = inner()?.owns(target) ?? false;
    return {
      x,
      y,
      isIn,
      isNear: isIn || (inner()?.isNear(x, y) ?? false),
      target: target === root.host ? targetAt(x, y) : undefined,
    };
  };
  const move = (event: PointerEvent) => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    const { x, y, target, isNear } = place(event);
    const isOpenable = target && mayOpen(event.shiftKey);
    send({
      type: 'move',
      at: performance.now(),
      x,
      y,
      ...(isOpenable && { target }),
      isNear,
      isPressed: event.buttons !== 0,
    });
  };
  window.addEventListener('pointermove', move, options);
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      const { isIn, target } = place(event);
      if (!isIn) send({ type: 'press', ...(target && { target }), isNear: false });
    },
    options,
  );
  // What scrolls in a shadow root is heard only there.
  root.addEventListener('scroll', () => send({ type: 'scroll' }), options);
  signal.addEventListener('abort', () => {
    window.clearTimeout(timers.rest);
    window.clearTimeout(timers.grace);
  });
  // The pointer had come to the link before this script did.
  const target = pointer && targetAt(pointer.x, pointer.y);
  if (target && mayOpen(false))
    send({ type: 'move', at: performance.now(), x: pointer.x, y: pointer.y, target, isNear: false, isPressed: false });
}
