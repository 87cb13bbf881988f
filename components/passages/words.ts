/** Every word the selection bar says. `{0}` is replaced by the first value given. */
export const WORDS = {
  bar: 'Save this passage',
  saved: 'Saved passage',
  yellow: 'Yellow, solid line',
  green: 'Green, dashed line',
  blue: 'Blue, dotted line',
  pink: 'Pink, double line',
  purple: 'Purple, wavy line',
  save: 'Save',
  remark: 'Remark',
  remarkHint: 'What do you make of it?',
  copy: 'Copy quote',
  copied: 'Copied, with a link to the passage.',
  copyFailed: 'The browser did not allow copying.',
  remove: 'Delete',
  removed: 'Passage deleted.',
  undo: 'Undo',
  done: 'Done',
  close: 'Close',
  nothingSelected: 'Select some words of the page first, then save them.',
  ownText: 'What you are writing yourself is not saved as a passage.',
  tooLong: 'This selection is too long to keep as one passage. Select less of it.',
  noAddress: 'This page has no lasting address, so a passage of it could not be found again.',
  waiting: 'Not saved yet. Ibid tries again.',
  gaveUp: 'Could not be saved: {0}',
  gone: 'Ibid was updated. Reload this page to save passages again.',
  privateWindow: 'In a private window nothing is saved.',
  notFoundOne: '1 saved passage is not found on this page',
  notFoundMany: '{0} saved passages are not found on this page',
} as const;

/** The name of one thing that can be said. */
export type Word = keyof typeof WORDS;

/** Says something in the reader's language. */
export type Say = (word: Word, ...values: readonly (string | number)[]) => string;

/** English. */
export const say: Say = (word, ...values) =>
  WORDS[word].replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)] ?? ''));
