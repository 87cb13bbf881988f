import type { Failure } from './failure';

/** Where in a file, counted from 1: for most files what can be counted in them, or the key of an entry, which may be empty. */
export type BrokenPlace =
  | readonly [unit: 'line' | 'row' | 'record' | 'entry', number: number]
  | readonly [unit: 'key', key: string]
  | readonly [unit: 'file'];

/** Why an entry cannot be read: a name of its words (those of `exchange`). */
export type BrokenWhy =
  | 'whyAnswer'
  | 'whyEmpty'
  | 'whyNeither'
  | 'whyNoBibtex'
  | 'whyNoField'
  | 'whyNoHighlightColumn'
  | 'whyNoPage'
  | 'whyNoPubmed'
  | 'whyNoQuote'
  | 'whyNoRis'
  | 'whyNoTitle'
  | 'whyNoValue'
  | 'whyNotJson'
  | 'whyNotObject'
  | 'whyNotXml'
  | 'whyOutside'
  | 'whyRemarkFull'
  | 'whyUnclosedBrace'
  | 'whyUnclosedEntry'
  | 'whyUnclosedQuotes'
  | 'whyUnended';

/** An entry of a file that could not be read, and what was there. */
export interface BrokenEntry {
  readonly where: BrokenPlace;
  readonly why: BrokenWhy;
  /** It, or its beginning where it is very long. */
  readonly text: string;
}

/** What bringing in a file would do, or has done. */
export interface ImportCounts {
  /** The kind of file, for people. */
  readonly label: string;
  /** Works that the reading list does not hold. */
  readonly fresh: number;
  /** Works that it holds: what the file knows more of them is added. */
  readonly known: number;
  /** Of the works, those of which too little is told to find them anywhere; they are brought in as they are. */
  readonly unclear: number;
  readonly freshPassages: number;
  readonly knownPassages: number;
  readonly broken: readonly BrokenEntry[];
  /** Why it ended before the end of the file, e.g. because the disk is full; what had arrived by then is counted, and stays. */
  readonly stopped?: Failure;
}

/** How many entries of a file were new, and how many known. */
export type BroughtCounts = Pick<ImportCounts, 'fresh' | 'known' | 'freshPassages' | 'knownPassages'>;

/** A slice of a file that is brought in. Said twice, it is brought in once. */
export interface ImportSlice {
  /** The caller's name for the whole import. */
  readonly name: string;
  /** Name of the file; empty for pasted text. */
  readonly from: string;
  /** Number of the slice, counted from 0. */
  readonly slice: number;
}

/** A file that was brought in, as far as it came; kept in the library, so that it can be taken back whatever is closed or ended meanwhile. */
export interface ImportJob extends BroughtCounts {
  /** `import:` and its name. */
  readonly id: string;
  readonly name: string;
  readonly from: string;
  readonly label: string;
  /** When it was begun, milliseconds since the epoch. */
  readonly at: number;
  /** Whether it is being taken back. */
  readonly isUndone: boolean;
}

/** So long an import can be taken back, milliseconds: as long as the trash keeps what that throws away. */
export const IMPORT_KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/** So many imports can be taken back at most, the last ones: of known works each keeps what they were. */
export const MOST_IMPORTS = 20;
