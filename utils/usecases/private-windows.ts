import { failedAs, type Result } from '../model/failure';

/** Where a wish came from. */
export interface Where {
  /** Whether from a private (incognito) window. */
  readonly isPrivate: boolean;
}

/** A refusal to write anything for a private window: the library outlives the window. Undefined where there is none. */
export function refusePrivate(where: Where): Result<never> | undefined {
  return where.isPrivate ? failedAs('refused', 'private-window', 'privateWindow') : undefined;
}
