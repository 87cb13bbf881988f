import type { WorkKind } from '../model/work';

/** Every word the note says, in one place: `{0}` is replaced by the first value given, and so on. */
export const WORDS = {
  kindStudy: 'Study',
  kindTrial: 'Trial',
  kindReview: 'Review',
  kindSystematicReview: 'Systematic review',
  kindMetaAnalysis: 'Meta-analysis',
  kindGuideline: 'Guideline',
  kindProtocol: 'Protocol',
  kindEditorial: 'Editorial',
  kindPreprint: 'Preprint',
  kindBook: 'Book',
  kindChapter: 'Chapter',
  kindReport: 'Report',
  kindThesis: 'Thesis',
  kindDataset: 'Dataset',
  kindSoftware: 'Software',
  kindNews: 'News',
  kindWebPage: 'Web page',
  kindHotTopic: 'Hot topic',
  kindMatrixCell: 'Matrix cell',
  kindNote: 'Note',
  kindDocument: 'Document',

  retracted: 'Retracted',
  retractedOn: 'Retracted {0}',
  withdrawn: 'Withdrawn',
  concern: 'Expression of concern',
  corrected: 'Corrected',
  newerVersion: 'Newer version exists',
  freeCopy: 'Free copy',
  inLibrary: 'In your library',
  retractionWarning: 'This work has been retracted: what it reports should not be relied on.',
  withdrawalWarning: 'This work has been withdrawn by its authors or publisher.',

  noteName: 'Note on {0}',
  clusterName: 'Note on {0} citations',
  closest: 'Closest to what this page says',
  closestHint: 'A likeness in wording, not a verdict.',
  summary: 'Summary',
  more: 'Unfold summary',
  less: 'Fold summary',
  pageReference: 'As this page lists it',
  pageNote: 'From this page',
  entryElsewhere: 'The entry that this label stands for is not on this page.',
  noSummary: 'No summary is known for this work.',
  untitled: 'Untitled work',

  asking: 'Asking {0} …',
  askingServices: 'Looking it up …',
  consentQuestion: 'May Ibid look up studies?',
  consentText:
    'To show what a study is and what it found, Ibid asks {0}, sending them the citation’s identifier or reference and nothing about you or this page. Nothing has been sent so far.',
  allowOnOpen: 'Look up studies when I open a note',
  allowOnPress: 'Only when I press Look up',
  lookUp: 'Look up',
  lookUpText: 'Asks {0}.',
  changeLater: 'You can change this in Ibid’s options.',

  save: 'Save to reading list',
  saving: 'Saving …',
  saved: 'In reading list',
  undo: 'Undo',
  unsaved: 'Taken off the reading list.',
  privateWindow: 'Saving is off in private windows, because the library would outlive the window.',
  copy: 'Copy title and link',
  copied: 'Title and link copied.',
  copyFailed: 'The browser did not allow copying. Select the title to copy it by hand.',
  highlight: 'Highlight passage',
  highlighted: 'The passage it supports is marked.',
  noPassage: 'The words this citation supports could not be told from the page.',
  close: 'Close note',

  provenancePage: 'From this page',
  provenance: '{0}, {1}',
  today: 'today {0}',
  yesterday: 'yesterday {0}',
  citationOf: 'Citation {0} of {1}',
  noCitations: 'No citations were found on this page.',

  failOffline: 'There is no connection.',
  failTimeout: '{0} did not answer in time.',
  failLimited: '{0} asks to be asked less often. Try again in a little while.',
  failRefused: '{0} refused the request.',
  failServer: '{0} is having trouble at its end.',
  failFormat: '{0} sent an answer that could not be read.',
  failStorage: 'The library could not be opened.',
  failInvalid: 'This citation could not be asked about.',
  aService: 'A service',
  notFound: '{0} did not know this work.',
  nothingKnown: 'What stands here is what the page itself says.',
  gone: 'Ibid was updated. Reload this page to look up and save again.',
  background: 'Ibid’s background did not answer. Close the note and try again.',
} as const;

/** The name of one thing that can be said. */
export type Word = keyof typeof WORDS;

/** Says something in the reader's language. */
export type Say = (word: Word, ...values: readonly (string | number)[]) => string;

/** English. */
export const say: Say = (word, ...values) =>
  WORDS[word].replace(/\{(\d)\}/g, (_whole, index: string) => String(values[Number(index)] ?? ''));

/** The word for each kind of work. */
export const KIND_WORDS: { readonly [Kind in WorkKind]: Word } = {
  'systematic-review': 'kindSystematicReview',
  'meta-analysis': 'kindMetaAnalysis',
  review: 'kindReview',
  trial: 'kindTrial',
  study: 'kindStudy',
  guideline: 'kindGuideline',
  protocol: 'kindProtocol',
  editorial: 'kindEditorial',
  preprint: 'kindPreprint',
  book: 'kindBook',
  chapter: 'kindChapter',
  report: 'kindReport',
  thesis: 'kindThesis',
  dataset: 'kindDataset',
  software: 'kindSoftware',
  news: 'kindNews',
  'web-page': 'kindWebPage',
  'hot-topic': 'kindHotTopic',
  'matrix-cell': 'kindMatrixCell',
  note: 'kindNote',
  document: 'kindDocument',
};
