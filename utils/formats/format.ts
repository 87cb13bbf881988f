import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';

/** What a reader takes away. Deleted items and passages must have been left out already. */
export interface Taken {
  readonly items: readonly ReadingItem[];
  readonly passages: readonly Passage[];
}

/** What a writer has to be told, because it reads no clock. */
export interface WriteOptions {
  readonly generatedAt: Date;
}

/** One file format: how a reading list and passages become the text of a file. Pure. */
export interface Format {
  /** Kebab-case, equal to the file's name. */
  readonly id: string;
  /** For people. */
  readonly label: string;
  /** Without the dot. */
  readonly extension: string;
  /** Media type without parameters; the text is always UTF-8. */
  readonly mediaType: string;
  /** Whether `passages` are written; where false only `items` are. */
  readonly holdsPassages: boolean;
  /** The text of the file, ending in a line feed, in the order given. Never throws on hostile text. */
  write(taken: Taken, options: WriteOptions): string;
}
