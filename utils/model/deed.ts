import type { Passage } from './passage';

/** What a reader can change of a passage. */
export type PassageState = Pick<Passage, 'colour' | 'remark' | 'tags' | 'selectors'>;

/** One thing that the reader did to a passage. A state that is missing: it was not there, unsaved or deleted. */
export interface Deed {
  /** The passage's id. */
  readonly id: string;
  /** Keys of its page. */
  readonly keys: readonly string[];
  readonly before?: PassageState;
  readonly after?: PassageState;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether it has been taken back. */
  readonly isUndone?: boolean;
}

/** What was done to the passages of a page: what can be taken back and what can be done again, in each the next one last. */
export interface PageHistory {
  readonly past: readonly Deed[];
  readonly future: readonly Deed[];
}

/** Whether a change takes the last deed back or does one again, rather than being a deed of its own. */
export type Travel = 'back' | 'again';

/** What can be changed of a passage; undefined for one that is not there. */
export const stateOf = (passage: Passage | undefined): PassageState | undefined =>
  passage && passage.deleted === undefined
    ? { colour: passage.colour, remark: passage.remark, tags: passage.tags, selectors: passage.selectors }
    : undefined;

/** Whether two states are the same. */
export const sameState = (a: PassageState | undefined, b: PassageState | undefined): boolean =>
  a === b ||
  (a !== undefined &&
    b !== undefined &&
    a.colour === b.colour &&
    a.remark === b.remark &&
    JSON.stringify([a.tags, a.selectors]) === JSON.stringify([b.tags, b.selectors]));
