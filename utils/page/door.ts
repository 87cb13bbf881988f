import type { Citation } from '../model/citation';
import type { Travel } from '../model/deed';
import type { Identifier } from '../model/identifier';
import type { Disagreement } from '../model/look-up';
import type { PageSays } from '../model/page-names';
import type { Passage, Selectors } from '../model/passage';
import type { Settings } from '../model/settings';
import type { SiteRule } from '../model/site-rule';
import type { Sought } from '../model/visit';
import type { Work } from '../model/work';
import type { FoundWords } from './find-quote';
import type { Layer } from './layer';
import type { MarkLines } from './mark-lines';
import type { MarkRegistry } from './mark-registry';
import type { PagePassages } from './passages';
import type { Spot } from './spot';

/**
 * What the scripts of one frame share: `scan`, always there and small; `finder`, put beside it where there may be citations, with `hand`, which
 * feels for them;
 * `reader`, at the first note or passage; `bar`, at the first selection, or passage that is clicked; `linker`, for links to words; `mender`, for
 * passages that are not found; `further`, for what is done with a note besides reading it; `nester`, for a note inside a note;
 * `glossary`, for the reader's own words;
 * `walker`, for going from citation to citation; `guide`, for passages that somebody is led to, and the way back; `teacher`, for what the reader teaches; `liner`, for marks where colours
 * are forced; `outliner`,
 * while the side panel is open. All run in one isolated world; the page cannot see it.
 */
export interface Door {
  /** Aborted when this script is no longer the one in charge (extension updated, Ibid switched off here). */
  readonly signal: AbortSignal;
  settings: Settings;
  /** What the reader taught about this site. */
  rules: readonly SiteRule[];
  /** Where marks under citations and words are registered; undefined where there can be none. */
  readonly marks: MarkRegistry | undefined;
  /** Finds nothing until the finder script runs. */
  readonly scanner: Scanner;
  /** Set by the finder script once it runs. */
  finder?: Finder;
  /** Set by the hand script once it runs. */
  hand?: Hover;
  /** Set by the reader script once it runs. */
  reader?: Reader;
  /** Set by the linker script once it runs. */
  linker?: Linker;
  /** Set by the bar script once it runs. */
  bar?: Bar;
  /** Set by the mender script once it runs. */
  mender?: Mender;
  /** Set by the further script once it runs. */
  further?: Further;
  /** Set by the nester script once it runs. */
  nester?: Nester;
  /** Set by the glossary script once it runs. */
  glossary?: Glossary;
  /** Set by the walker script once it runs. */
  walker?: Walker;
  /** Set by the guide script once it runs. */
  guide?: Guide;
  /** Set by the liner script once it runs. */
  liner?: MarkLines;
  /** Set by the teacher script once it runs. */
  teacher?: Teacher;
  /** Set by the standing script once it runs. */
  hasStanding?: true;
  /** Set by the outliner script once it runs. */
  hasOutliner?: true;
  /** Where the pointer was last seen. */
  readonly pointer?: Pointer;
  /** Who hears of keys pressed in the page, before the page's own scripts can keep them; once one prevents a key, the others do not. */
  readonly keys: Set<(event: KeyboardEvent) => void>;
  /** What the page says of itself: see `page-says.ts`. */
  readonly says: () => PageSays;
  /** Calls back with the reader script, injected first where it has to be. */
  withReader(use: (reader: Reader) => void): void;
  /** The same for the hand script. */
  withHand(use: (hand: Hover) => void): void;
  /** The same for the guide script. */
  withGuide(use: (guide: Guide) => void): void;
  /** The reader is about to follow a link of the page; where it leads into the page, they are met there. */
  leaving(link: Element): void;
  /** Times of the last note, `performance.now()` milliseconds, for the bench: kept here, where no page can read them. */
  readonly timing: { restEnded?: number; shown?: number };
}

/** The part of Ibid that knows links to words of a page, in one frame. */
export interface Linker {
  /** The address that leads to words of the page; the page's own where no link tells them from others. */
  linkTo(ranges: readonly Range[]): string;
  /** The words that an address points to; empty where it points to none. */
  find(address: string): Range[];
}

/** Words of the page that a bar can be opened for. */
export interface BarPlace {
  readonly selectors: Selectors;
  readonly ranges: readonly Range[];
  /** Whether the reader's eyes are at its beginning: it was selected from its end. */
  readonly isBackward: boolean;
  /** The saved passage that it touches. */
  readonly over: Passage | undefined;
}

/** The part of Ibid that saves passages and changes them, in one frame. */
export interface Bar {
  /** Opens the bar for words that can be saved; does nothing where it is open for them already. */
  offer(place: BarPlace): void;
  /** Saves words with the default colour and opens their remark. */
  save(place: BarPlace): void;
  /** Opens the bar for a saved passage; `others` stand at the same place. */
  open(passage: Passage, others: readonly Passage[]): void;
  /** Says a sentence by itself, where there is nothing to open a bar for. */
  complain(message: BarComplaint): void;
  /** Takes back the last thing done to a passage of this page, or does it again, and says so. */
  travel(way: Travel): void;
  /** Says what was deleted last on this page, and offers to bring it back. */
  offerUndo(): void;
  /** Keeps other selectors of a passage. @returns A sentence to the reader where that fails. */
  change(id: string, selectors: Selectors): Promise<string | undefined>;
  /** Shows what is known now of the passages on the page. */
  draw(): void;
  /** Closes the bar; one that is `offered` only, where it is for words that nobody has saved yet. */
  close(which?: 'offered'): void;
}

/** Why the bar cannot be opened for what is selected. */
export type BarComplaint = 'nothingSelected' | 'ownText' | 'tooLong';

/** What mending passages needs of those who show them. */
export interface MendPorts {
  /** Passages that are not on the page now. */
  notFound(): readonly Passage[];
  /** Keeps new selectors of a passage and shows it anew. @returns A sentence to the reader where that fails. */
  change(passage: Passage, selectors: Selectors): Promise<string | undefined>;
  /** Brings words of the page into view and makes them stand out. */
  point(ranges: readonly Range[]): void;
}

/** The part of Ibid that helps to find lost passages again, in one frame. */
export interface Mender {
  /** Opens the list of lost passages, or only says that there are some. */
  open(ports: MendPorts, asHint: boolean): void;
}

/** A work in the plain words that clipboards, messages and searches take. */
export interface WorkInWords {
  readonly title: string;
  readonly url?: string;
  /** Its citation line. */
  readonly line: string;
}

/** A work of an open note, as far as it is known at the time of asking. */
export interface FurtherPorts {
  words(): WorkInWords;
  work(): Work | undefined;
  /** What the sources of the work disagree on, and the labels of those that were asked. */
  sources(): { readonly disagreements?: readonly Disagreement[]; readonly asked: readonly string[] };
  /** The words of the page that the citation supports, where they can be told. */
  claim(): string | undefined;
  /** Says a sentence about what was done. */
  tell(message: string): void;
  /** The reader says which work it is. */
  correct(identifier: Identifier): void;
  /** Keeps the work with a remark of the reader's own. @returns Whether it is kept. Undefined where nothing is. */
  readonly remark?: (words: string) => Promise<boolean>;
}

/** The part of Ibid that does with a note what is not reading it, in one frame. What draws in a place gives its undo. */
export interface Further {
  /** Puts title and link on the clipboard, and says whether it is there. To be called while the reader's click is fresh. */
  copyLink(ports: FurtherPorts): void;
  /** Searches, prepared messages and other forms of a copy. */
  showMore(place: HTMLElement, ports: FurtherPorts): () => void;
  /** Asks which work it is instead. */
  askWhich(place: HTMLElement, ports: FurtherPorts): () => void;
  /** Tells what is to be known of the work's record: why it is of its kind, and which source each part is from. */
  tellRecord(place: HTMLElement, ports: FurtherPorts): () => void;
}

/** A note inside another. */
export interface InnerNote {
  /** Whether a node is its host. */
  owns(node: EventTarget | null): boolean;
  /** Whether a point, viewport pixels, is in it or on the way to it from its link. */
  isNear(x: number, y: number): boolean;
  close(): void;
}

/** An open note whose links may open a note inside it. */
export interface NestPorts {
  readonly root: ShadowRoot;
  /** Aborted when the note closes. */
  readonly signal: AbortSignal;
  /** The note inside it, while there is one. */
  inner(): InnerNote | undefined;
  /** Opens the note of a link in the note. */
  open(link: Element): void;
}

/** The part of Ibid that feels the reader's hand in open notes, in one frame. */
export interface Nester {
  attach(ports: NestPorts): void;
}

/** The part of Ibid that shows the reader's own words, in one frame. */
export interface Glossary {
  /** Looks at the page, at first, after it has changed, and after the settings have. */
  show(): void;
  /** Asks what a word means, beside it where its place is told; one that has been explained already is shown as it is. */
  define(word: string, at?: AbstractRange): void;
  /** Opens the note of the word nearest to the pointer, or to where reading begins. */
  openNearest(): void;
}

/** The part of Ibid that goes from citation to citation, in one frame. */
export interface Walker {
  /** Brings a citation into view, frames it for a moment and says which of them it is. */
  goTo(citation: PageCitation): void;
}

/** A link into its own page that the reader has followed. */
export interface Step {
  readonly link: Element;
  readonly target: Element;
  /** Where the reader was. */
  readonly spot: Spot;
}

/** The part of Ibid that leads to passages, says what is marked there, and offers the way back, in one frame. */
export interface Guide {
  /** Meets the reader where a link into the page has led them, and marks what it meant; does nothing where the page made something else of it. */
  arrive(step: Step): void;
  /**
   * Lists every passage of the page that cites the work of a citation, in a place of a note; each leads there, from where it leads to the next
   * and back.
   *
   * @param onGo - The reader is about to be led there.
   * @returns Its undo.
   */
  listMentions(place: HTMLElement, citation: PageCitation, onGo: () => void): () => void;
  /** Looks for what a reader wants to see who comes from a page that cites this one, and marks it. */
  visit(sought: Sought): void;
  /** Says that the words of a citation are marked, or that they cannot be told. */
  claimMarked(isMarked: boolean, spot: Spot): void;
}

/** What the reader taught with one press. */
export interface Lesson {
  /** How many other citations of this page it was about. */
  readonly others: number;
  undo(): void;
}

/** The part of Ibid that learns from the reader what is a citation on a site, in one frame. */
export interface Teacher {
  /** What is like this one is no citation on this site. */
  forget(citation: PageCitation): Lesson;
  /** A link, and what is like it on this site, is a citation; its note opens. */
  mark(link: Element): void;
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
  /** All of them, in document order. What was put off is read for it: of a long page, wait for `readAll` first. */
  citations(): readonly PageCitation[];
  /** Those read so far, in document order: all that are near the window. */
  known(): readonly PageCitation[];
  /** Reads what was put off, between what the page does. */
  readAll(): Promise<void>;
  /** The whole cluster of a citation, in document order. */
  cluster(citation: PageCitation): readonly PageCitation[];
  /** The citation at an event's target or point, viewport pixels. */
  at(target: Element | null, x: number, y: number): PageCitation | undefined;
  /** Whether everything that was on the page has been looked at, but for what was put off. */
  readonly settled: boolean;
  /** The reader has taught something about this site: what is ruled out goes at once. */
  relearn(): void;
  /** Calls back after every change of `known()` or `settled`. Returns its undo. */
  subscribe(listener: () => void): () => void;
}

/** How a note was asked for. */
export type OpenedBy = 'pointer' | 'key' | 'touch';

/** What a key or a menu can want of a frame. */
export type CommandName =
  | 'open-note'
  | 'next-citation'
  | 'previous-citation'
  | 'save-passage'
  | 'undo-passage'
  | 'redo-passage';

/** The part of Ibid that shows things, in one frame. */
export interface Reader {
  /** Opens the note of a cluster, at the entry of `citation`. */
  openNote(citation: PageCitation, by: OpenedBy): void;
  closeNote(): void;
  /** Closes the note inside a note. @returns Whether there was one. */
  closeInner(): boolean;
  readonly noteIsOpen: boolean;
  /** Whether a node (an event's target) is Ibid's own. */
  owns(node: EventTarget | null): boolean;
  /** The shadow root of a host of Ibid's. What happens inside reaches the page, and `scan`, with the host as its target. */
  ownRoot(node: EventTarget | null): ShadowRoot | undefined;
  /** Makes a surface over the page, in the reader's language, colours and size, for a script that is never here without this one. */
  layer(css: string, near: Node): Layer;
  /** Whether a point, viewport pixels, is in the open note or on the way to it from its citation. */
  isNearNote(x: number, y: number): boolean;
  /**
   * Carries out a keyboard command: walks to the next or previous citation, saves the selection, takes back the last change of
   * a passage of this page or makes it again, or finds the citation that is meant by "open the note".
   *
   * @returns The citation whose note is to be opened.
   */
  command(name: CommandName): PageCitation | undefined;
  /** Brings words of the page into view and makes them stand out for a moment. */
  point(ranges: readonly Range[]): void;
  /**
   * Marks words of the page until others are marked or Escape is pressed.
   *
   * @param here - Those among them that are brought into view.
   * @param isCentred - To the middle of the window, though they may be seen already.
   */
  mark(ranges: readonly Range[], here: readonly Range[], isCentred?: boolean): void;
  /** Takes away what `mark` has marked. */
  unmark(): void;
  /** Finds words on the page as saved passages are found. `isLoose`: words that are only much like them will do. */
  find(selectors: Selectors, isLoose: boolean): Promise<FoundWords | undefined>;
  /** The words a citation supports. */
  claimOf(citation: PageCitation): Claim | undefined;
  /** Marks the words a citation supports; Alt+click does this directly. @returns Whether there were any. */
  highlightClaim(citation: PageCitation): boolean;
  /** Paints the passages saved for this page, replacing those painted before. */
  showPassages(passages: readonly Passage[]): void;
  /** The passages of this page, as they are shown. */
  readonly passages: PagePassages;
  /** Says that a passage of this page was deleted just before the page was left, and offers to bring it back. */
  offerUndo(): void;
  /** Opens the list of passages that are not on the page. */
  openLost(): void;
  /** Marks the words that a link into the page pointed to. */
  markLinked(ranges: readonly Range[]): void;
  /** Opens the bar at the selection, where words of the page are selected and the reader wants the bar. */
  offerSelection(): void;
  /** Saves the selection with the default colour and opens its remark. */
  saveSelection(): void;
}
