import type { Failure } from './failure';
/** An entry of a file that could not be read, and what was there. */
export interface BrokenEntry {
  /** Where in the file, in words: `line 12`, `entry 3`. */
  readonly where: string;
  readonly why: string;
  /** Its beginning, at most 200 characters. */
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
