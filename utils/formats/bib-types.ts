import { CSL_TYPES } from './csl-types';

/** Entry types of BibLaTeX by CSL type (https://ctan.org/pkg/biblatex, sections 2.1.1 and 2.1.3). */
export const BIBLATEX_TYPES: Readonly<Record<string, string>> = {
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  bill: 'legislation',
  book: 'book',
  chapter: 'incollection',
  classic: 'book',
  dataset: 'dataset',
  'entry-dictionary': 'inreference',
  'entry-encyclopedia': 'inreference',
  figure: 'image',
  graphic: 'artwork',
  legal_case: 'jurisdiction',
  legislation: 'legislation',
  manuscript: 'unpublished',
  motion_picture: 'movie',
  pamphlet: 'booklet',
  'paper-conference': 'inproceedings',
  patent: 'patent',
  performance: 'performance',
  periodical: 'periodical',
  personal_communication: 'letter',
  post: 'online',
  'post-weblog': 'online',
  regulation: 'legislation',
  report: 'report',
  review: 'review',
  'review-book': 'review',
  software: 'software',
  song: 'music',
  speech: 'unpublished',
  standard: 'standard',
  thesis: 'thesis',
  treaty: 'legal',
  webpage: 'online',
};

/**
 * Entry types of BibTeX by CSL type. Those that it lacks are BibLaTeX's, which classic styles print as `misc` (decision 0009); what has
 * a journal or stands in a book is of a type that they print with it.
 */
export const BIBTEX_TYPES: Readonly<Record<string, string>> = {
  ...BIBLATEX_TYPES,
  'entry-dictionary': 'incollection',
  'entry-encyclopedia': 'incollection',
  periodical: 'misc',
  report: 'techreport',
  review: 'article',
  'review-book': 'article',
  thesis: 'phdthesis',
};

/** CSL types by entry type of BibTeX and BibLaTeX; `document` for any other. */
const READ_AS: Readonly<Record<string, string>> = {
  article: 'article-journal',
  suppperiodical: 'article-journal',
  periodical: 'periodical',
  review: 'review',
  book: 'book',
  mvbook: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  reference: 'book',
  booklet: 'pamphlet',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  inreference: 'entry-encyclopedia',
  inproceedings: 'paper-conference',
  conference: 'paper-conference',
  report: 'report',
  techreport: 'report',
  manual: 'report',
  thesis: 'thesis',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  dataset: 'dataset',
  software: 'software',
  online: 'webpage',
  electronic: 'webpage',
  www: 'webpage',
  patent: 'patent',
  unpublished: 'manuscript',
  artwork: 'graphic',
  image: 'figure',
  audio: 'song',
  music: 'song',
  movie: 'motion_picture',
  video: 'motion_picture',
  jurisdiction: 'legal_case',
  legislation: 'legislation',
  legal: 'treaty',
  letter: 'personal_communication',
  performance: 'performance',
  standard: 'standard',
};

/** BibLaTeX's own words for kinds of `article` and `online`, and one for preprints, which no entry type says. */
const SUBTYPES: Readonly<Record<string, string>> = {
  'article-magazine': 'magazine',
  'article-newspaper': 'newspaper',
  'post-weblog': 'blog',
  article: 'preprint',
};
const CSL_SUBTYPES = new Map(Object.entries(SUBTYPES).map(([type, subtype]) => [subtype, type]));

/**
 * What tells a CSL type from the one that its entry type is read as: the field `entrysubtype`, which styles do not print. CSL's own
 * name where BibLaTeX has none.
 */
export const subtypeOf = (type: string, entryType: string): string | undefined =>
  cslType(entryType) === type || !CSL_TYPES.has(type) ? undefined : (SUBTYPES[type] ?? type);

/** The CSL type of an entry, by its type and its field `entrysubtype`; other words in that field are somebody's own. */
export function cslType(entryType: string, subtype = ''): string {
  const word = subtype.toLowerCase();
  return CSL_SUBTYPES.get(word) ?? (CSL_TYPES.has(word) ? word : (READ_AS[entryType] ?? 'document'));
}
