import type { Citation } from '../model/citation';
import type { Passage } from '../model/passage';
import type { Settings } from '../model/settings';

/**
 * What the scripts of one frame share: `scan`, always there and small; `finder`, put beside it where there may be citations;
 * `reader`, at the first note or passage. All run in one isolated world; the page cannot see it.
 */
export interface Door {
  /** Aborted when this script is no longer the one in charge (extension updated, Ibid switched off here). */
  readonly signal: AbortSignal;
  settings: Settings;
  /** Finds nothing until the finder script runs. */
  readonly scanner: Scanner;
  /** Set by the finder script once it runs. */
  finder?: Finder;
  /** Set by the reader script once it runs. */
  reader?: Reader;
  /** Where the pointer was last seen. */
  readonly pointer?: Pointer;
  /** Calls back with the reader script, injected first where it has to be. */
  withReader(use: (reader: Reader) => void): void;
  /** Times of the last note, `performance.now()` milliseconds, for the bench: kept here, where no page can read them. */
  readonly timing: { restEnded?: number; shown?: number };
}

/** The pointer at one moment: on what, and where in the viewport, CSS pixels. */
export interface Pointer {
  readonly target: Element;
  readonly x: number;
  readonly y: number;
}

/** The part of Ibid that finds citations, in one frame. */
export interface Finder {
  readonly scanner: Scanner;
  readonly hover: Hover;
  /** Marks citations as the settings say. */
  showMarks(style: Settings['marks']): void;
}

/** What feels the reader's hand in one frame. */
export interface Hover {
  /** The page shows something else now. */
  navigated(): void;
  /** Opens the note of a citation on request. */
  open(citation: PageCitation): void;
}

/** One citation of this page, with its place. */
export interface PageCitation {
  readonly citation: Citation;
  /** Where its label stands. Static: a page may remove its nodes at any time. */
  readonly range: StaticRange;
  /** The link, where it is one. */
  readonly link?: Element;
  /** Citations with the same number are one cluster: one note. In document order. */
  readonly cluster: number;
}

/** The words a citation supports. Found by `page/claim.ts` in the reader script, when a note opens: `scan` stays small. */
export interface Claim {
  readonly text: string;
  /** One range a text run: a float in mid-sentence divides it. */
  readonly ranges: readonly Range[];
}

/** Finds and keeps the citations of one document and its open shadow roots, as it changes. */
export interface Scanner {
  /** In document order. */
  citations(): readonly PageCitation[];
  /** The whole cluster of a citation, in document order. */
  cluster(citation: PageCitation): readonly PageCitation[];
  /** The citation at an event's target or point, viewport pixels. */
  at(target: Element | null, x: number, y: number): PageCitation | undefined;
  /** Whether everything that was on the page has been looked at. */
  readonly settled: boolean;
  /** Calls back after every change of `citations()` or `settled`. Returns its undo. */
  subscribe(listener: () => void): () => void;
}

/** How a note was asked for. */
export type OpenedBy = 'pointer' | 'key' | 'touch';

/** The part of Ibid that shows things, in one frame. */
export interface Reader {
  /** Opens the note of a cluster, at the entry of `citation`. */
  openNote(citation: PageCitation, by: OpenedBy): void;
  closeNote(): void;
  readonly noteIsOpen: boolean;
  /** Whether a node (an event's target) is Ibid's own. */
  owns(node: EventTarget | null): boolean;
  /** The shadow root of a host of Ibid's. What happens inside reaches the page, and `scan`, with the host as its target. */
  ownRoot(node: EventTarget | null): ShadowRoot | undefined;
  /** Whether a point, viewport pixels, is in the open note or on the way to it from its citation. */
  isNearNote(x: number, y: number): boolean;
  /**
   * Carries out a keyboard command: walks to the next or previous citation, saves the selection, or finds the citation that
   * is meant by "open the note".
   *
   * @returns The citation whose note is to be opened.
   */
  command(name: 'open-note' | 'next-citation' | 'previous-citation' | 'save-passage'): PageCitation | undefined;
  /** Marks the words a citation supports; Alt+click does this directly. */
  highlightClaim(citation: PageCitation): void;
  /** Paints the passages saved for this page, replacing those painted before. */
  showPassages(passages: readonly Passage[]): void;
  /** Opens the bar at the selection, where words of the page are selected and the reader wants the bar. */
  offerSelection(): void;
  /** Saves the selection with the default colour and opens its remark. */
  saveSelection(): void;
}
