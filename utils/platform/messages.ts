import type { Citation } from '../model/citation';
import type { Result } from '../model/failure';
import type { LookUpQuestion } from '../model/look-up';
import type { PageSays } from '../model/page-names';
import type { Colour, Passage } from '../model/passage';
import type { ReadingItem, Status } from '../model/reading-item';
import type { Settings } from '../model/settings';

/** Scripts that are put into a frame when it needs them. */
export const SCRIPTS = ['finder', 'reader'] as const;
/** Name of one of {@link SCRIPTS}. */
export type Script = (typeof SCRIPTS)[number];

/** What a reader may change of a saved passage. */
export interface PassageChange {
  readonly colour?: Colour;
  readonly remark?: string;
  readonly tags?: readonly string[];
}

/** What a reader may change of an item of the reading list. */
export interface ItemChange {
  readonly status?: Status;
  readonly remark?: string;
  readonly tags?: readonly string[];
}

/**
 * Everything said to the background, by name: `[input, output]`. Every input is checked by `guards.ts` on arrival. All are
 * idempotent: said twice, each does its work once.
 */
export interface ToBackground {
  /** From a page, once it can be read and again when its address changes: which passages are saved here? */
  greet: [PageSays, { readonly passages: readonly Passage[] }];
  /** From `scan`: put a script into the sender's frame. */
  inject: [{ readonly script: Script }, Record<string, never>];
  /** From the reader or library. The id is the caller's, so that saying it twice saves once. */
  savePassage: [{ readonly passage: Passage }, Passage];
  changePassage: [{ readonly id: string; readonly change: PassageChange }, Passage];
  deletePassage: [{ readonly id: string }, Record<string, never>];
  restorePassage: [{ readonly id: string }, Passage];
  /** Lists the work of a citation, with the place where it was met. The record is the background's own, never the page's. */
  saveWork: [
    { readonly citation: Citation; readonly page: { readonly url: string; readonly title: string } },
    ReadingItem,
  ];
  changeItem: [{ readonly id: string; readonly change: ItemChange }, ReadingItem];
  deleteItem: [{ readonly id: string }, Record<string, never>];
  restoreItem: [{ readonly id: string }, ReadingItem];
  /** Answers the consent question of the first note. */
  allowLookUps: [{ readonly lookUp: 'on-open' | 'on-press' }, Settings];
  /** Opens the library (or brings it to the front). */
  openLibrary: [Record<string, never>, Record<string, never>];
}

/** What the popup wants to know of a page. */
export interface PageStatus {
  readonly host: string;
  readonly citations: number;
  readonly clusters: number;
  readonly passages: number;
  readonly settled: boolean;
}

/** Everything said to the scripts of a tab by the background or the popup: `[input, output]`. */
export interface ToPage {
  command: [
    { readonly name: 'open-note' | 'next-citation' | 'previous-citation' | 'save-passage' },
    Record<string, never>,
  ];
  /** Passages of this page have changed: ask again. */
  passagesChanged: [Record<string, never>, Record<string, never>];
  status: [Record<string, never>, PageStatus];
}

/** Name of the port that carries one note's look-up: the background says `LookUpUpdate`s over it. Closing the port aborts its requests. */
export const NOTE_PORT = 'note';

/** Said over the note's port by the reader. */
export type NoteAsks =
  | { readonly type: 'ask'; readonly question: LookUpQuestion }
  /** The reader pressed Look up: ask the services now, for this citation. */
  | { readonly type: 'go' };

/** The envelope of a message. */
export interface Envelope<Name extends string = string> {
  readonly name: Name;
  readonly input: unknown;
}

/** What comes back for a message: errors do not survive the trip, failures do. */
export type Reply<T> = Result<T>;
