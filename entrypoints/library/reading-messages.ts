/** What the worker that reads is given: pasted text, or a file. */
export interface ToReading {
  readonly id: number;
  readonly given: string | Blob;
}

/** Entries of a slice: browsers end a background that one message keeps for minutes, and readers want to see how far it is. */
export const SLICE = 500;

/** What it found. */
export type FromReading =
  | {
      readonly type: 'read';
      readonly id: number;
      /** Id and label of the reader that knew the file. */
      readonly reader: string;
      readonly label: string;
      /** Where the slices of the `ReadFile` lie as JSON, until the next file is read. */
      readonly files: readonly string[];
      readonly entries: number;
    }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
