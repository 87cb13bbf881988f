/**
 * When a note opens and closes, as one pure function over events. What moves the clock and what touches the page is outside:
 * `step` gives effects, timers come back as events. A timer carries a token, so one that comes late is dropped.
 */

/** A citation under the pointer. Two targets with the same `cluster` share one note. */
export interface HoverTarget<C> {
  readonly citation: C;
  readonly cluster: number;
  /** How long the pointer must be on it, milliseconds. */
  readonly delayMs: number;
}

/** What happens: to the pointer, the page and the timers asked for. `C` is whatever stands for a citation. */
export type HoverEvent<C> =
  | {
      readonly type: 'move';
      /** Milliseconds on a clock that only goes forward; timers use the same. */
      readonly at: number;
      /** Viewport pixels. */
      readonly x: number;
      readonly y: number;
      readonly target?: HoverTarget<C>;
      /** In the note, or between it and its citation. */
      readonly isNear: boolean;
      /** A button is down: a drag or a selection. */
      readonly isPressed: boolean;
    }
  /** A citation was found where the pointer had come to rest before: the page, or the search in it, was slower. */
  | { readonly type: 'found'; readonly at: number; readonly target: HoverTarget<C> }
  /** The pointer left the document, or the window lost it. */
  | { readonly type: 'leave' }
  | { readonly type: 'scroll' }
  /** A button or finger went down. */
  | { readonly type: 'press'; readonly target?: HoverTarget<C>; readonly isNear: boolean }
  /** A finger tapped. `isMarker`: on a label too short to be mistaken for a link to follow. */
  | { readonly type: 'tap'; readonly target?: HoverTarget<C>; readonly isMarker: boolean }
  /** Something was typed into the page. */
  | { readonly type: 'typed' }
  | { readonly type: 'escape' }
  | { readonly type: 'navigated' }
  /** Opened on request, by key: the pointer's leaving does not close it. */
  | { readonly type: 'opened'; readonly target: HoverTarget<C> }
  /** The note closed by itself. */
  | { readonly type: 'closed' }
  | { readonly type: 'timer'; readonly slot: 'rest' | 'grace'; readonly token: number; readonly at: number };

/** What has to be done about it. */
export type HoverEffect<C> =
  /** A note may open soon: whatever is slow to start can start. */
  | { readonly type: 'prepare' }
  | { readonly type: 'open'; readonly citation: C; readonly by: 'pointer' | 'touch' }
  | { readonly type: 'close' }
  /** Come back with a `timer` event after `ms`. A slot holds one timer: a new one replaces the old. */
  | { readonly type: 'wait'; readonly slot: 'rest' | 'grace'; readonly token: number; readonly ms: number };

interface Resting<C> {
  readonly target: HoverTarget<C>;
  readonly since: number;
  /** Where and since when the pointer has not moved far. */
  readonly still: { readonly x: number; readonly y: number; readonly at: number };
  readonly token: number;
}

/** What has to be remembered between two events. */
export interface HoverState<C> {
  readonly lastToken: number;
  readonly pointer?: { readonly x: number; readonly y: number };
  readonly resting?: Resting<C>;
  readonly open?: { readonly target: HoverTarget<C>; readonly isHeld: boolean };
  /** Token of the running grace. */
  readonly closing?: number;
  /** Pressed or dismissed with Escape: stays shut until the pointer has been elsewhere. */
  readonly dismissed?: C;
}

/** The state in which nothing has happened yet. */
export const IDLE: HoverState<never> = { lastToken: 0 };

/** A pointer rests when it has moved less than this many pixels for {@link STILL_MS}. */
const STILL_PX = 8;
const STILL_MS = 100;

type Step<C> = readonly [HoverState<C>, readonly HoverEffect<C>[]];

const restMs = (target: HoverTarget<unknown>): number => Math.min(STILL_MS, target.delayMs);

function startRest<C>(state: HoverState<C>, target: HoverTarget<C>, x: number, y: number, at: number): Step<C> {
  const token = state.lastToken + 1;
  const resting = { target, since: at, still: { x, y, at }, token };
  const wait = { type: 'wait', slot: 'rest', token, ms: target.delayMs } as const;
  return [{ ...state, lastToken: token, resting }, [{ type: 'prepare' }, wait]];
}

function startGrace<C>(state: HoverState<C>, graceMs: number): Step<C> {
  if (!state.open || state.open.isHeld || state.closing !== undefined) return [state, []];
  const token = state.lastToken + 1;
  return [{ ...state, lastToken: token, closing: token }, [{ type: 'wait', slot: 'grace', token, ms: graceMs }]];
}

function close<C>(state: HoverState<C>, dismissed?: C): Step<C> {
  const next = { ...state, resting: undefined, open: undefined, closing: undefined, dismissed };
  return [next, state.open ? [{ type: 'close' }] : []];
}

function move<C>(state: HoverState<C>, event: HoverEvent<C> & { type: 'move' }, graceMs: number): Step<C> {
  const { x, y, at, target, isNear } = event;
  // The page moved under a pointer that did not: scrolling and late layout make browsers send such events.
  if (state.pointer?.x === x && state.pointer.y === y) return [state, []];
  let next: HoverState<C> = { ...state, pointer: { x, y } };
  if (event.isPressed) return [{ ...next, resting: undefined }, []];
  if (next.dismissed !== undefined && target?.citation !== next.dismissed) next = { ...next, dismissed: undefined };

  const effects: HoverEffect<C>[] = [];
  if (next.open) {
    const isInside = isNear || (target !== undefined && target.cluster === next.open.target.cluster);
    if (isInside) next = { ...next, closing: undefined };
    else {
      const [graced, more] = startGrace(next, graceMs);
      next = graced;
      effects.push(...more);
    }
  }

  const isNew =
    target && !isNear && target.citation !== next.dismissed && target.citation !== next.open?.target.citation;
  if (!isNew) return [{ ...next, resting: undefined }, effects];
  const { resting } = next;
  if (resting?.target.citation === target.citation) {
    const far = Math.hypot(x - resting.still.x, y - resting.still.y) >= STILL_PX;
    return [far ? { ...next, resting: { ...resting, still: { x, y, at } } } : next, effects];
  }
  const [rested, more] = startRest(next, target, x, y, at);
  return [rested, [...effects, ...more]];
}

function restOver<C>(state: HoverState<C>, resting: Resting<C>, at: number): Step<C> {
  const { target } = resting;
  const due = Math.max(resting.since + target.delayMs, resting.still.at + restMs(target));
  // Timers may come a millisecond early.
  if (at < due - 1) return [state, [{ type: 'wait', slot: 'rest', token: resting.token, ms: due - at }]];
  const next = { ...state, resting: undefined, closing: undefined, open: { target, isHeld: false } };
  return [next, [{ type: 'open', citation: target.citation, by: 'pointer' }]];
}

/**
 * The next state, and what to do now.
 *
 * @param graceMs - How long a note stays after the pointer has left it, its citation and the way between them.
 */
export function step<C>(state: HoverState<C>, event: HoverEvent<C>, graceMs: number): Step<C> {
  switch (event.type) {
    case 'move':
      return move(state, event, graceMs);
    case 'found': {
      const { pointer, resting, open, dismissed } = state;
      const { citation } = event.target;
      if (!pointer || resting || open?.target.citation === citation || dismissed === citation) return [state, []];
      return startRest(state, event.target, pointer.x, pointer.y, event.at);
    }
    case 'leave':
      return startGrace({ ...state, resting: undefined, pointer: undefined }, graceMs);
    case 'scroll':
    case 'typed':
      return [{ ...state, resting: undefined }, []];
    case 'press':
      if (event.isNear) return [{ ...state, resting: undefined }, []];
      return close(state, event.target?.citation);
    case 'tap': {
      const { target } = event;
      const isOpen = target !== undefined && state.open?.target.citation === target.citation;
      if (!target || !event.isMarker || isOpen) return [state, []];
      const next = { ...state, resting: undefined, closing: undefined, open: { target, isHeld: true } };
      return [{ ...next, dismissed: undefined }, [{ type: 'open', citation: target.citation, by: 'touch' }]];
    }
    case 'escape':
      return close(state, state.open?.target.citation ?? state.resting?.target.citation);
    case 'navigated':
      return close(state);
    case 'opened':
      return [{ ...state, resting: undefined, closing: undefined, open: { target: event.target, isHeld: true } }, []];
    case 'closed':
      return [close(state, state.open?.target.citation)[0], []];
    case 'timer':
      if (event.slot === 'rest' && state.resting?.token === event.token)
        return restOver(state, state.resting, event.at);
      if (event.slot === 'grace' && state.closing === event.token) {
        const [next, effects] = close(state);
        // Who rests on another citation meanwhile still waits for its note.
        return [{ ...next, resting: state.resting }, effects];
      }
      return [state, []];
  }
}
