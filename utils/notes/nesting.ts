import { type HoverEvent, type HoverState, IDLE, step } from './hover';

/**
 * When a note inside a note opens and closes: as the note of a page does (`hover.ts`), save that the note around it is its whole
 * world. It goes when that is scrolled, pressed beside it, or closed; what the page does is the outer note's affair.
 */
export function stepInner<C>(state: HoverState<C>, event: HoverEvent<C>, graceMs: number): ReturnType<typeof step<C>> {
  if (event.type === 'scroll') return step(state, { type: 'navigated' }, graceMs);
  // A press on the link of the open note follows the link, and takes nothing away.
  if (event.type === 'press' && event.target && event.target.citation === state.open?.target.citation)
    return [state, []];
  return step(state, event, graceMs);
}

/** Nothing has happened yet in a note. */
export const NO_INNER: HoverState<never> = IDLE;
