import { type HoverEvent, type HoverState, type HoverTarget, IDLE, step } from '../../utils/notes/hover';
import type { Door, Hover, PageCitation, Scanner } from '../../utils/page/door';
import { targetOf } from '../../utils/page/event-target';
import { listenToKeys } from '../../utils/page/heard-keys';
import { spotAt } from '../../utils/page/spot';

/** Labels up to this length are markers: small, and pointed at on purpose. */
const MARKER_LENGTH = 8;

/**
 * Feeds pointer, touch and keys to the hover machine and does what it says. Only events that the browser vouches for count.
 * The pointer may have come to rest before it begins: `door.pointer` tells.
 */
export function startHover(window: Window, door: Door, scanner: Scanner): Hover {
  const { signal, timing, withReader, pointer: seen } = door;
  const options = { capture: true, passive: true, signal } as const;
  const timers: { rest?: number; grace?: number } = {};
  let state: HoverState<PageCitation> = IDLE;
  /** Where the pointer came to rest by itself without a citation being known there. */
  let unknown = seen;
  /** The citation whose note waits for the reader script. */
  let pending: PageCitation | undefined;

  const isMarker = ({ citation }: PageCitation) => citation.label.length <= MARKER_LENGTH;
  const asTarget = (citation: PageCitation): HoverTarget<PageCitation> => ({
    citation,
    cluster: citation.cluster,
    delayMs: isMarker(citation) ? door.settings.markerDelayMs : door.settings.linkDelayMs,
  });
  /** Whether the reader lets the pointer open this note now. */
  const mayOpen = ({ citation }: HoverTarget<PageCitation>, isShift: boolean) => {
    const opens = isMarker(citation) ? door.settings.markerOpens : door.settings.linkOpens;
    return opens === 'rest' || (opens === 'shift' && isShift) || citation.cluster === state.open?.target.cluster;
  };
  const targetAt = (event: MouseEvent) => {
    const target = targetOf(event);
    if (!target || door.reader?.owns(target)) return undefined;
    const citation = scanner.at(target, event.clientX, event.clientY);
    return citation && asTarget(citation);
  };
  const isNear = (event: MouseEvent) =>
    door.reader !== undefined &&
    (door.reader.owns(event.target) || door.reader.isNearNote(event.clientX, event.clientY));

  const show = (citation: PageCitation, by: 'pointer' | 'touch' | 'key') => {
    pending = citation;
    withReader((reader) => {
      if (pending !== citation) return;
      pending = undefined;
      reader.openNote(citation, by);
    });
  };
  function send(event: HoverEvent<PageCitation>): boolean {
    // The note closes by itself, too: by its own key or button, or because its citation left the viewport.
    if (state.open && !pending && !door.reader?.noteIsOpen) [state] = step(state, { type: 'closed' }, 0);
    const [next, effects] = step(state, event, door.settings.graceMs);
    state = next;
    for (const effect of effects) {
      switch (effect.type) {
        case 'prepare':
          withReader(() => {});
          break;
        case 'open':
          if (effect.by === 'pointer') timing.restEnded = performance.now();
          show(effect.citation, effect.by);
          break;
        case 'close':
          pending = undefined;
          door.reader?.closeNote();
          break;
        case 'wait': {
          const { slot, token, ms } = effect;
          window.clearTimeout(timers[slot]);
          const onTime = () => send({ type: 'timer', slot, token, at: performance.now() });
          timers[slot] = window.setTimeout(onTime, ms);
        }
      }
    }
    return effects.some(({ type }) => type === 'open' || type === 'close');
  }

  if (seen) {
    send({ type: 'move', at: performance.now(), x: seen.x, y: seen.y, isNear: false, isPressed: false });
  }
  window.addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || event.pointerType === 'touch') return;
      const { clientX: x, clientY: y } = event;
      const target = targetAt(event);
      const element = target ? null : targetOf(event);
      unknown = element && !door.reader?.owns(element) ? { target: element, x, y } : undefined;
      send({
        type: 'move',
        at: performance.now(),
        x,
        y,
        target: target && mayOpen(target, event.shiftKey) ? target : undefined,
        isNear: isNear(event),
        isPressed: event.buttons !== 0,
      });
    },
    options,
  );
  window.addEventListener(
    'pointerout',
    (event) => {
      if (!event.isTrusted || event.relatedTarget !== null || event.pointerType === 'touch') return;
      // Near to what is out of the window is only a note in which somebody writes.
      if (!door.reader?.isNearNote(-1, -1)) send({ type: 'leave' });
    },
    options,
  );
  window.addEventListener(
    'scroll',
    () => {
      unknown = undefined;
      send({ type: 'scroll' });
    },
    options,
  );
  window.addEventListener(
    'pointerdown',
    (event) => {
      if (!event.isTrusted) return;
      const target = targetAt(event);
      // The tap that follows decides.
      if (event.pointerType === 'touch' && target && target.citation === state.open?.target.citation) return;
      send({ type: 'press', target, isNear: isNear(event) });
    },
    options,
  );
  window.addEventListener(
    'click',
    (event) => {
      if (!event.isTrusted || event.button !== 0) return;
      const target = targetAt(event);
      if (!target) return;
      const isTouch = (event as PointerEvent).pointerType === 'touch';
      const isAlt = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
      const isOurs = isTouch
        ? send({ type: 'tap', target, isMarker: isMarker(target.citation) })
        : isAlt && door.settings.on;
      if (!isOurs) return;
      // Alone here the page's own meaning of a click gives way.
      event.preventDefault();
      event.stopImmediatePropagation();
      if (isTouch) return;
      const spot = spotAt(targetOf(event) ?? window.document.documentElement);
      withReader((reader) => {
        const isMarked = reader.highlightClaim(target.citation);
        door.withGuide((guide) => guide.claimMarked(isMarked, spot));
      });
    },
    { capture: true, signal },
  );
  listenToKeys(
    door,
    (event) => {
      if (door.reader?.owns(event.target)) return;
      if (event.key !== 'Escape') {
        if (!/^(?:Shift|Control|Alt|Meta)$/.test(event.key)) send({ type: 'typed' });
        return;
      }
      // A note inside the note goes first.
      if (!door.reader?.closeInner() && !send({ type: 'escape' })) return;
      event.preventDefault();
      event.stopImmediatePropagation();
    },
    signal,
  );
  const unsubscribe = scanner.subscribe(() => {
    if (!unknown?.target.isConnected) return;
    const citation = scanner.at(unknown.target, unknown.x, unknown.y);
    if (!citation) return;
    unknown = undefined;
    const target = asTarget(citation);
    if (mayOpen(target, false)) send({ type: 'found', at: performance.now(), target });
  });
  // What is restored from the back/forward cache begins anew.
  window.addEventListener('pagehide', () => send({ type: 'navigated' }), { signal });
  signal.addEventListener('abort', () => {
    window.clearTimeout(timers.rest);
    window.clearTimeout(timers.grace);
    pending = undefined;
    unsubscribe();
  });

  return {
    navigated: () => void send({ type: 'navigated' }),
    open(citation) {
      send({ type: 'opened', target: asTarget(citation) });
      timing.restEnded = performance.now();
      show(citation, 'key');
    },
  };
}
