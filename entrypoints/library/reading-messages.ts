/** What the worker that reads is given: pasted text, or a file. */
export interface ToReading {
  readonly id: number;
  readonly given: string | Blob;
}

/** What it found. */
export type FromReading =
  | {
      readonly type: 'read';
      readonly id: number;
      /** Id and label of the reader that knew the file. */
      readonly reader: string;
      readonly label: string;
      /** Where the `ReadFile` lies as JSON, until the next file is read. */
      readonly address: string;
    }
  | { readonly type: 'failed'; readonly id: number; readonly message: string };
