import type { WorkKind } from '../model/work';

/** What a record says of its own nature. All parts may be missing. */
export interface KindGround {
  /** CSL type. */
  readonly type?: string;
  /** Publication types as the service words them ("Randomized Controlled Trial", "review-article"). */
  readonly publicationTypes?: readonly string[];
  /** Plain title, with subtitle. */
  readonly title?: string;
  /** Plain name of the journal or book. */
  readonly container?: string;
}

/** Publication types (PubMed's, JATS', OpenAlex's, in lower case) and the kinds they mean, most telling first. */
const PUBLICATION_TYPES: readonly (readonly [RegExp, WorkKind])[] = [
  [/^clinical trial protocol$|^study protocol$/, 'protocol'],
  [/guideline|^consensus development conference/, 'guideline'],
  [/^meta-analysis$/, 'meta-analysis'],
  [/^systematic[ -]review$/, 'systematic-review'],
  [/clinical trial|controlled trial|^equivalence trial$/, 'trial'],
  [/^preprint$/, 'preprint'],
  [/^editorial$|^introductory journal article$|^letter$|^comment$|^commentary$/, 'editorial'],
  [/^news$|^newspaper article$/, 'news'],
  [/^review(?:-article)?$|^scientific integrity review$/, 'review'],
  [/^dataset$/, 'dataset'],
  [/^technical report$/, 'report'],
  [/^academic dissertation$/, 'thesis'],
  [/study$|^case reports?$|^research-article$|^brief-report$|^rapid-communication$/, 'study'],
];

/** Wordings of titles that name a kind; tried in order. Case is ignored. */
const TITLES: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /\b(?:study|review|trial) protocol\b|\bprotocol (?:for|of) an?\b|:\s*(?:a )?protocol\b|\bprotocol paper\b/i,
    'protocol',
  ],
  [
    /\b(?:practice|clinical|treatment|management) guidelines?\b|^guidelines? (?:for|on)\b|\bconsensus statement\b/i,
    'guideline',
  ],
  [/\bmeta-?\s?analy(?:sis|ses|tic)\b|\bmeta-?regression\b/i, 'meta-analysis'],
  [
    /\bsystematic(?:ally)?\b.{0,30}\breviews?\b|\b(?:scoping|umbrella|rapid) review\b|\boverview of reviews\b/i,
    'systematic-review',
  ],
  [
    /\brandomi[sz]ed\b.{0,60}\b(?:trial|study|comparison)\b|\bcontrolled trial\b|\bclinical trial\b|\bRCT\b|\bphase (?:I|II|III|IV|[1-4])[ab]? (?:trial|study)\b/i,
    'trial',
  ],
  [
    /^(?:editorial|editor's note|commentary|invited commentary|letter to the editor|reply|response to|correspondence|comment on|perspective)\b/i,
    'editorial',
  ],
  [
    /\breview of (?:the )?(?:literature|evidence|reviews)\b|\b(?:narrative|literature|critical|integrative|state-of-the-art) review\b|:\s*an?(?: \w+)? review$/i,
    'review',
  ],
];

const TYPES: Readonly<Record<string, WorkKind>> = {
  article: 'preprint',
  'article-journal': 'study',
  'paper-conference': 'study',
  'article-magazine': 'news',
  'article-newspaper': 'news',
  book: 'book',
  chapter: 'chapter',
  'entry-encyclopedia': 'chapter',
  'entry-dictionary': 'chapter',
  report: 'report',
  thesis: 'thesis',
  dataset: 'dataset',
  software: 'software',
  webpage: 'web-page',
  post: 'web-page',
  'post-weblog': 'web-page',
  review: 'editorial',
};

/** A notice about another work is no study, whatever its publication type. */
const NOTICE =
  /^(?:retraction|retraction note|retraction notice|withdrawal notice|expression of concern|correction|corrigendum|corrigenda|erratum|errata|addendum|author correction|publisher correction)\b\s*(?::|to\b|for\b|$)/i;

/** Cochrane's journal holds systematic reviews and their protocols; its titles do not say so. */
const COCHRANE = /^(?:the )?cochrane database of systematic reviews|^cochrane database syst rev/i;

/**
 * The kind of evidence or document a record is, from its publication types, then the wording of its title, then its CSL
 * type. A plain journal article is a `study`; a record without any ground is a `document`.
 */
export function kindOf({ type = '', publicationTypes = [], title = '', container = '' }: KindGround): WorkKind {
  const types = publicationTypes.map((name) => name.trim().toLowerCase());
  if (
    NOTICE.test(title) ||
    types.some((name) => /^retraction of publication$|^published erratum$|^retraction$|^erratum$/.test(name))
  )
    return 'document';
  const formal = TYPES[type];
  // The form of a book, thesis or dataset says more than the words of its title.
  if (formal && formal !== 'study' && formal !== 'chapter') return formal;
  const stated = PUBLICATION_TYPES.find(([name]) => types.some((item) => name.test(item)))?.[1];
  const worded = TITLES.find(([words]) => words.test(title))?.[1];
  if (COCHRANE.test(container))
    return worded === 'protocol' || stated === 'protocol' ? 'protocol' : 'systematic-review';
  if (formal === 'chapter') return 'chapter';
  return strongest([stated, worded, formal]);
}

/** Kinds by how much they tell: the first of those that several records give is believed. */
const TELLING: readonly WorkKind[] = [
  'protocol',
  'guideline',
  'preprint',
  'thesis',
  'dataset',
  'software',
  'book',
  'chapter',
  'report',
  'meta-analysis',
  'systematic-review',
  'trial',
  'news',
  'editorial',
  'review',
  'hot-topic',
  'matrix-cell',
  'web-page',
  'study',
  'note',
  'document',
];

/** The most telling of several kinds; `document` where there is none. */
export function strongest(kinds: readonly (WorkKind | undefined)[]): WorkKind {
  return TELLING.find((kind) => kinds.includes(kind)) ?? 'document';
}
