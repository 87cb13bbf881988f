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

/** What is needed to undo an import. */
export interface ImportUndo {
  /** Ids of what was added. */
  readonly items: readonly string[];
  readonly passages: readonly string[];
  /** Known works as they were before and the time at which they were changed, each as JSON. */
  readonly before: readonly string[];
}
