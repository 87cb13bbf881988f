import type { WorkKind } from '../model/work';
import type { Say as SayOf, WordOf } from '../words/words';

/** The name of one thing that a note can say. */
export type Word = WordOf<'note'>;

/** Says something in the reader's language. */
export type Say = SayOf<Word>;

/** The word for each kind of work. */
export const KIND_WORDS: { readonly [Kind in WorkKind]: Word } = {
  'systematic-review': 'kindSystematicReview',
  'meta-analysis': 'kindMetaAnalysis',
  review: 'kindReview',
  trial: 'kindTrial',
  study: 'kindStudy',
  cohort: 'kindCohort',
  'case-control': 'kindCaseControl',
  'cross-sectional': 'kindCrossSectional',
  qualitative: 'kindQualitative',
  'case-report': 'kindCaseReport',
  guideline: 'kindGuideline',
  protocol: 'kindProtocol',
  editorial: 'kindEditorial',
  'scoping-review': 'kindScopingReview',
  commentary: 'kindCommentary',
  method: 'kindMethod',
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
