import type { Citation, CitationKind, PageReference } from './citation';
import type { Identifier } from './identifier';

/** What an element that is no link stands for by its markup alone. */
export interface SnapshotSign {
  readonly kind: 'marker' | 'footnote' | 'page-note';
  /** Its words, where not all of those in it are. */
  readonly label?: string;
  /** The entries, in order; the text is empty where the page has it elsewhere or nowhere. */
  readonly notes: readonly { readonly id?: string; readonly text: string }[];
}

/** A link, or what stands for a work or note without being one, as it stands in a block. */
export interface SnapshotLink {
  /** Its text, white space included. */
  readonly label: string;
  /** The block's text before it, at least the last 100 UTF-16 units where there are so many. */
  readonly before: string;
  /** The block's text after it, at least the first 40. */
  readonly after: string;
  /** What stands between it and the block's link before it; undefined where there is none, or more than 120 units. */
  readonly gap: string | undefined;
  /** Offsets into the block's text, UTF-16 units, end exclusive; in a partial block only their order means something. */
  readonly start: number;
  readonly end: number;
  /** Address as written, with the page's origin in front of paths; `#x` for every spelling of a place in this document. */
  readonly href: string;
  /** The work that its address names. */
  readonly identifier: Identifier | undefined;
  /** Stands in the very element that it leads to. */
  readonly isInside: boolean;
  /** Stands in a superscript, or holds nothing but one. */
  readonly isRaised: boolean;
  /** Lower-case words of its role, class, `rel` and `epub:type`, one string. */
  readonly hints: string;
  /** Fragment identifiers that attributes other than `href` name (`data-rid`, `aria-describedby`), where they exist here. */
  readonly points: readonly string[];
  /** Its own id and those of what is wrapped round it alone: where a back-link would lead. */
  readonly ids: readonly string[];
  /** Undefined for links. */
  readonly sign?: SnapshotSign | undefined;
}

/** What a block is, as far as its element and its surroundings say. */
export type Place = 'text' | 'heading' | 'navigation' | 'code' | 'entry';

/** A run of text that nothing but inline markup divides: a paragraph, a cell, a line of a list. */
export interface SnapshotBlock {
  /** As in the document, white space included; `\n` stands for a line break. Empty in a partial block. */
  readonly text: string;
  readonly place: Place;
  /** Those that could be citations by address, label or class; in order, without overlaps. */
  readonly links: readonly SnapshotLink[];
  /** Offsets at which markup divides the text so that a name cannot continue across it: edges of links, breaks, superscripts. */
  readonly seams: readonly number[];
  /** Superscripts outside links, in order: offsets into the text, end exclusive. */
  readonly raised?: readonly { readonly start: number; readonly end: number }[];
  /** Only its links were read: every identifier in its words is that of a link. */
  readonly isPartial?: boolean;
}

/** The element that a fragment identifier names, and what makes it an entry of a bibliography or not. */
export interface SnapshotTarget {
  readonly id: string;
  /** Local name of the element that holds the whole entry. */
  readonly tag: string;
  /** Lower-case words of role, class, id and `epub:type` of the entry and of what is around it, nearest first. */
  readonly hints: string;
  /** Text of the heading above the list; empty where there is none near. */
  readonly heading: string;
  /** The entry's words, as {@link PageReference}`.text` wants them. */
  readonly text: string;
  /** The number or key that the entry prints before its words, without brackets; empty where none. */
  readonly label: string;
  /** Addresses of the links in the entry that are not back-links. */
  readonly hrefs: readonly string[];
  /** Fragments that its back-links name: links that hold only an arrow, a letter, a number or the like. */
  readonly backLinks: readonly string[];
  /** How many elements of its kind stand beside it, itself included. */
  readonly peers: number;
  /** Holds headings, figures, tables or forms, or is one: a place to read, not an entry. */
  readonly isSection: boolean;
}

/** A list of a page, or the paragraphs behind a heading that names one: what may be its bibliography. */
export interface SnapshotList {
  /** Text of the heading above; empty where there is none near. */
  readonly heading: string;
  /** Lower-case words of role, class and id of the list and of what is around it, nearest first. */
  readonly hints: string;
  /** How much of the text of some of its items is that of links, 0 to 1. */
  readonly linked: number;
  /** The text has the numbers of its items in square brackets or raised, and no link with a number leads anywhere in the page. */
  readonly isCited?: boolean;
  /** Its first numbers stand behind words of the text with nothing between, and nowhere in brackets or raised. */
  readonly isGlued?: boolean;
  /** Links of the page that hold just a number lead to its items. */
  readonly isLinkedByNumber: boolean;
  /** How many items it has. */
  readonly size: number;
  /** An item, read when it is first asked for. Ordered lists count where no number is printed. */
  entry(index: number): SnapshotTarget;
}

/** A piece of a page, as data. */
export interface PageSnapshot {
  /** Address of the document, without fragment. */
  readonly url: string;
  /** Identifiers of the work that the page is: in its own furniture they are not citations. */
  readonly own: readonly Identifier[];
  readonly blocks: readonly SnapshotBlock[];
  /** What a fragment identifier names in this document; undefined where nothing has it (yet). */
  target(fragment: string): SnapshotTarget | undefined;
  /** Whether an entry stands behind a block, by the block's index. */
  follows(entry: SnapshotTarget, block: number): boolean;
  /** What may be the document's bibliography; the same array as long as it has not changed. */
  lists(): readonly SnapshotList[];
}

/** A citation that a detector found. */
export interface Found {
  readonly kind: CitationKind;
  /** Index into `PageSnapshot.blocks`. */
  readonly block: number;
  /** Offsets into the block's text, UTF-16 units, end exclusive. */
  readonly start: number;
  readonly end: number;
  /** Index into the block's links, where it is one. */
  readonly link?: number;
  /** For a member of a range that no label stands for: the link after its dash; `link` is the one before. */
  readonly until?: number;
  readonly identifiers: readonly Identifier[];
  readonly reference?: PageReference;
  /** 0 to 1, see `Citation.confidence`. */
  readonly confidence: number;
}

/** A citation with its place in a piece, as all detectors together found it. */
export interface PlacedCitation {
  readonly citation: Citation;
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly link?: number;
  readonly until?: number;
  /** Citations of one piece with the same number form one cluster. */
  readonly cluster: number;
}
