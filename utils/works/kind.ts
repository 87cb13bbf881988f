import type { KindGround, WorkKind } from '../model/work';
import { isNoticeTitle } from './notice-titles';

/** What a record says of its own nature. All parts may be missing. */
export interface KindSigns {
  /** CSL type. */
  readonly type?: string;
  /** Publication types as the service words them ("Randomized Controlled Trial", "review-article"). */
  readonly publicationTypes?: readonly string[];
  /** Subject headings under which a library has filed it (MeSH): "Cohort Studies", "Qualitative Research". */
  readonly subjects?: readonly string[];
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
  [/^clinical conference$/, 'editorial'],
  [/clinical trial|controlled trial|^equivalence trial$/, 'trial'],
  [/^preprint$/, 'preprint'],
  [/^editorial$|^introductory journal article$|^letter$|^comment$|^commentary$/, 'editorial'],
  [/^news$|^newspaper article$/, 'news'],
  [/^review(?:-article)?$|^scientific integrity review$/, 'review'],
  [/^dataset$/, 'dataset'],
  [/^technical report$/, 'report'],
  [/^academic dissertation$/, 'thesis'],
  [/^case reports?$|^case-report$/, 'case-report'],
  [/study$|^research-article$|^brief-report$|^rapid-communication$/, 'study'],
];

/** Designs of studies without assigned treatment, as titles name them. */
const DESIGNS: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /\b(?:nested )?case[-–\s]?control(?:led)?\b.{0,25}\b(?:study|studies|analysis)\b|\bcase[-–]control\b/i,
    'case-control',
  ],
  [
    /\bcohorts?\b.{0,30}\b(?:study|studies|analysis|profile)\b|\b(?:birth|prospective|retrospective|registry-based) cohort\b|\blongitudinal study\b|\bprospective (?:observational )?study\b|\bfollow-up study\b/i,
    'cohort',
  ],
  [
    /\bcross[-–\s]sectional\b|\bprevalence (?:study|survey)\b|\b(?:online|postal|national|population-based|questionnaire) survey\b/i,
    'cross-sectional',
  ],
  [
    /\bqualitative\b.{0,40}\b(?:study|analysis|investigation|exploration|interviews?|inquiry|evaluation)\b|\b(?:focus groups?|interview) study\b|\bgrounded theory\b|\bethnograph(?:y|ic)\b|\b(?:interpretative )?phenomenological\b|\ban? qualitative\b/i,
    'qualitative',
  ],
  [/\bcase (?:report|series)\b|:\s*(?:a|two|three) cases?\b/i, 'case-report'],
];

/** The same designs as MeSH files them. */
const SUBJECTS: readonly (readonly [RegExp, WorkKind])[] = [
  [/^case[- ]control studies$/, 'case-control'],
  [/^(?:cohort|follow-up|longitudinal|prospective|retrospective) studies$/, 'cohort'],
  [/^cross-sectional studies$/, 'cross-sectional'],
  [/^qualitative research$|^interviews as topic$|^focus groups$|^grounded theory$/, 'qualitative'],
];

/** Titles of studies about guidelines or trials, which name the kind of what they are about. */
const ABOUT_GUIDELINES =
  /\b(?:adher|compl(?:y|ian)|conform|concord|implement|uptake|impact|effect|influence|quality of|apprais|awareness|knowledge|barriers?|attitudes?|evaluat|survey|dissemin|use of|following|according to|based on|consistent with)\w*\b.{0,80}\bguidelines?\b|\bguidelines?[- ](?:adher|implement|recommended|concordan|based|compl)\w*/i;

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
  ...DESIGNS,
  [
    /^(?:(?:guest |invited )?(?:editorial|commentary|perspective)|editor['’]s note|correspondence|reply|(?:the )?authors?['’]? (?:reply|response))\s*(?:[:.–—]|-\s|$)|^(?:letter to the editor|in reply|reply to|comments? on|commentary on|response to\b(?=:|.{0,80}(?:\bet al\b|["“‘']|\bletters?\b|\bcomment|\bdr\b|\bprof)))/i,
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

/** Cochrane's journal holds systematic reviews and their protocols; its titles do not say so. */
const COCHRANE = /^(?:the )?cochrane database of systematic reviews|^cochrane database syst rev/i;

/** A kind with what it was told by. */
export interface JudgedKind {
  readonly kind: WorkKind;
  readonly ground?: KindGround;
}

const by = (kind: WorkKind, sort: KindGround['by'], words: string | undefined): JudgedKind =>
  words ? { kind, ground: { by: sort, words } } : { kind };

/**
 * The kind of evidence or document a record is, and its ground, from its publication types, then the wording of its title, then its CSL
 * type, then its subject headings. A plain journal article is a `study`; a record without any ground is a `document`.
 */
export function kindOf({
  type = '',
  publicationTypes = [],
  subjects = [],
  title = '',
  container = '',
}: KindSigns): JudgedKind {
  const types = publicationTypes.map((name) => name.trim().toLowerCase());
  if (
    isNoticeTitle(title, type) ||
    types.some((name) => /^retraction of publication$|^published erratum$|^retraction$|^erratum$/.test(name))
  )
    return { kind: 'document' };
  const formal = TYPES[type];
  // The form of a book, thesis or dataset says more than the words of its title.
  if (formal && formal !== 'study' && formal !== 'chapter') return by(formal, 'form', type);
  const stated = PUBLICATION_TYPES.find(([name]) => types.some((item) => name.test(item)));
  // What stands behind the colon says what this is; before it may stand what it is about.
  const subtitle =
    /:\s+(?:an? |the )?(?!.*\b(?:meta-?anal|systematic|protocol))((?:nested )?(?:qualitative|case[-–\s]control|cohort|cross[-–\s]sectional)\b[^:]*)$/i.exec(
      title,
    )?.[1];
  const worded =
    DESIGNS.find(([words]) => subtitle !== undefined && words.test(subtitle)) ??
    TITLES.find(([words, kind]) => words.test(title) && !(kind === 'guideline' && ABOUT_GUIDELINES.test(title)));
  if (COCHRANE.test(container))
    return worded?.[1] === 'protocol' || stated?.[1] === 'protocol'
      ? { kind: 'protocol' }
      : by('systematic-review', 'container', container);
  if (formal === 'chapter') return by(formal, 'form', type);
  const kind = strongest([stated?.[1], worded?.[1], formal]);
  if (kind === stated?.[1] && kind !== 'study')
    return by(
      kind,
      'type',
      publicationTypes.find((name) => stated[0].test(name.trim().toLowerCase())),
    );
  if (kind === worded?.[1])
    return by(kind, 'title', (worded[0].exec(subtitle ?? '') ?? worded[0].exec(title))?.[0].trim());
  // What a library has filed it under is a last resort: trials and reviews are filed under "Prospective Studies", too.
  for (const [name, filed] of SUBJECTS) {
    const subject = subjects.find((each) => name.test(each.trim().toLowerCase()));
    if (kind === 'study' && subject) return by(filed, 'subject', subject);
  }
  return by(kind, 'form', kind === 'document' ? undefined : type);
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
  'case-control',
  'cohort',
  'cross-sectional',
  'qualitative',
  'case-report',
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
