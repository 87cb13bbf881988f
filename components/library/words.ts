/** Every word of the library page, in one place: `{0}` is replaced by the first value given, and so on. */
const WORDS = {
  title: 'Library',
  readingList: 'Reading list',
  passages: 'Passages',
  filter: 'Filter',
  filterHint: 'Words of a title, author, passage, remark or tag',
  options: 'Options',

  exportLead: 'Take away',
  exportList: 'Reading list as {0}',
  exportAll: 'Reading list and passages as {0}',
  exported: '{0} is on its way to your downloads.',
  exportNothing: 'There is nothing to take away yet.',

  opening: 'Opening the library …',
  cannotOpen: 'The library could not be opened',
  newer: 'This library belongs to a newer Ibid',
  newerText:
    'It was written by a newer version of Ibid than the one that runs now. Nothing in it was changed, and nothing will be until you update Ibid.',
  superseded: 'Ibid was updated',
  supersededText: 'Reload this page to go on with the new version.',
  reload: 'Reload',

  noItems: 'No works yet',
  noItemsText:
    'Rest the pointer on a citation of any page, and press “Save to reading list” in its note. The work stands here afterwards, with the sentence for which you met it cited.',
  noPassages: 'No passages yet',
  noPassagesText:
    'Select words on any page and choose a colour in the small bar that appears, or press {0}. Passages are painted again whenever you see the page.',
  noMatch: 'Nothing here holds “{0}”.',
  clearFilter: 'Show everything',
  showMore: 'Show {0} more',

  passageCount: '{0} passages',
  passageCountOne: '1 passage',
  savedOn: 'Saved {0}',
  openPassage: 'Open at this passage',
  colour: 'Colour',
  colourYellow: 'Yellow',
  colourGreen: 'Green',
  colourBlue: 'Blue',
  colourPink: 'Pink',
  colourPurple: 'Purple',
  remark: 'Remark',
  addRemark: 'Add a remark',
  tags: 'Tags',
  addTag: 'Add a tag',
  removeTag: 'Remove tag {0}',
  remove: 'Delete',
  removePassage: 'Delete passage “{0}”',
  removeItem: 'Delete “{0}” from the reading list',
  deletedPassage: 'Passage deleted.',
  deletedItem: 'Work taken off the reading list.',
  deletedMany: '{0} entries deleted.',
  undo: 'Undo',
  dismiss: 'Dismiss',
  restored: 'It is back.',
  failed: 'That did not work: {0}',

  status: 'Status',
  statusToRead: 'To read',
  statusReading: 'Reading',
  statusRead: 'Read',
  untitled: 'Untitled work',
  metOne: 'Met on 1 page',
  met: 'Met in {0} places',
  metAt: '{0}, {1}',
  retracted: 'Retracted',
  withdrawn: 'Withdrawn',
  concern: 'Expression of concern',
  corrected: 'Corrected',
  newerVersion: 'Newer version exists',
  freeCopy: 'Free copy',
} as const;

/** A word of the library page. */
export type LibraryWord = keyof typeof WORDS;

/** Says something in the reader's language. */
export const t = (word: LibraryWord, ...values: readonly (string | number)[]): string =>
  WORDS[word].replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)] ?? ''));
