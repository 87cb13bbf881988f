import type { KindGround, WorkKind } from '../model/work';
import { foreignKind } from './kind-foreign';
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
  [/^clinical trial protocol$|^study ?protocol$|^study ?registration$/, 'protocol'],
  [/guideline|^consensus (?:development conference|statement)/, 'guideline'],
  [/meta-analysis$/, 'meta-analysis'],
  [/^scoping[ -]review$/, 'scoping-review'],
  [/^systematic[ -]review$/, 'systematic-review'],
  [/^clinical conference$/, 'commentary'],
  [/clinical trial|controlled trial|^equivalence trial$/, 'trial'],
  [/^preprint$/, 'preprint'],
  [/^case reports?$|^case-report$/, 'case-report'],
  [/^editorial$|^introductory journal article$|^introduction$/, 'editorial'],
  [
    /^letter$|^reply$|^comment$|^commentary$|^article-commentary$|^discussion$|^opinion$|^viewpoint$|^(?:book|product)[ -]review$|^interview$|^personal narrative$|^lecture$|^address$/,
    'commentary',
  ],
  [/^news$|^newspaper article$/, 'news'],
  [/^review(?:[ -]article)?$|^scientific integrity review$/, 'review'],
  [/^dataset$|^data-?paper$/, 'dataset'],
  [/^methods-article$/, 'method'],
  [/^technical report$/, 'report'],
  [/^academic dissertation$/, 'thesis'],
  [/study$|^(?:original )?research[ -]article$|^brief-report$|^rapid-communication$/, 'study'],
];

/** Publication types of what is about people, other works or meetings, and no evidence of anything. */
const OF_NO_KIND =
  /^(?:retraction(?: of publication| notice)?|published erratum|erratum|correction|expression[ -]of[ -]concern|(?:auto)?biography|obituary|portrait|bibliography|directory|patient education handout|paratext)$/;

/** Designs of studies without assigned treatment, as titles name them. */
const DESIGNS: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /\b(?:nested )?case[-–\s]?control(?:led)?\b.{0,25}\b(?:study|studies|analysis)\b|\bcase[-–]control\b/i,
    'case-control',
  ],
  [
    /\bcohorts?\b.{0,30}\b(?:study|studies|analysis|profile)\b|\b(?:birth|prospective|retrospective|registry-based) cohort\b|\blongitudinal study\b|\bprospective (?:observational )?study\b|\bfollow-up study\b|\bfollow-?up of (?:the|an?) .{0,40}\bcohort\b/i,
    'cohort',
  ],
  [
    /\bcross[-–\s]sectional\b|\bprevalence (?:study|survey)\b|\b(?:online|postal|national|population-based|questionnaire) survey\b/i,
    'cross-sectional',
  ],
  [
    /^(?!.*\b(?:mixed[- ]methods?|quantitative)\b).*?(?:\bqualitative\b.{0,40}\b(?:study|analysis|investigation|exploration|interviews?|inquiry|evaluation)\b|\b(?:focus groups?|interview) study\b|\bgrounded theory\b|\bethnograph(?:y|ic)\b|\b(?:interpretative )?phenomenological\b|\ban? qualitative\b)/i,
    'qualitative',
  ],
  [
    /\bcase (?:report|series)\b|:\s*(?:a|two|three|four|five|six|\d{1,2}) cases?\b|^an? (?:rare |unusual |fatal |first )?case of\b|\breport of (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (?:\w+ )?(?:cases?|patients?)\b|\bin an? \d{1,2}[- ](?:year|month|week|day)[- ]old\b/i,
    'case-report',
  ],
];

/** The same designs as MeSH files them. */
const SUBJECTS: readonly (readonly [RegExp, WorkKind])[] = [
  [/^case[- ]control studies$/, 'case-control'],
  [/^(?:cohort|follow-up|longitudinal|prospective|retrospective) studies$/, 'cohort'],
  [/^cross-sectional studies$/, 'cross-sectional'],
  [/^qualitative research$|^interviews as topic$|^focus groups$|^grounded theory$/, 'qualitative'],
];

/** Titles of studies about guidelines, reviews or trials, which name the kind of what they are about. */
const ABOUT: Readonly<Partial<Record<WorkKind, RegExp>>> = {
  guideline:
    /\b(?:adher|compl(?:y|ian)|conform|concord|implement|uptake|impact|effect|influence|quality of|apprais|awareness|knowledge|barriers?|attitudes?|evaluat|survey|dissemin|use of|following|according to|based on|consistent with)\w*\b.{0,80}\bguidelines?\b|\bguidelines?[- ](?:adher|implement|recommended|concordan|based|compl)\w*/i,
  trial:
    /\b(?:secondary|post[- ]hoc|mediation|moderation|exploratory|economic|cost\S*|process|subgroup)\b.{0,30}\b(?:analys[ei]s|evaluations?|utility|effectiveness)\b.{0,60}\btrial\b|\b(?:recruit\w*|retention|attrition|consent|unblinding|lessons|experiences?|barriers|willingness|participation|participating)\b.{0,60}\btrial\b|\bhow to\b.{0,60}\btrial\b/i,
};
const ABOUT_REVIEWS =
  /\b(?:how to|guid(?:e|ance)|introduction|primer|tutorial|conducting|writing|reading|reporting|registration|quality|apprais\w*|checklist|statement|preferred|tools?|searching|automat\w*|methods? (?:for|of|in))\b.{0,80}\b(?:systematic reviews?|meta-analys[ei]s)\b/i;
/** Several reviews before the colon are what a title is about, unless they are counted or put together. */
const PLURAL_REVIEWS = /\b(?:systematic reviews|meta-analyses)\b/i;

/** Whether a title only speaks of works of a kind. */
function isAbout(kind: WorkKind, title: string): boolean {
  if (kind !== 'systematic-review' && kind !== 'meta-analysis') return ABOUT[kind]?.test(title) ?? false;
  const [main, ...subtitles] = title.split(/[:?]\s/);
  const own = subtitles.at(-1) ?? '';
  if (/\b(?:systematic review|meta-?analy|umbrella|overview of|meta-?synthesis)/i.test(own) && !ABOUT_REVIEWS.test(own))
    return false;
  if (/\b(?:umbrella review|overview of|(?:two|three|\d+) (?:systematic|meta))/i.test(title)) return false;
  return (
    ABOUT_REVIEWS.test(title) ||
    (PLURAL_REVIEWS.test(main!) && !/\b(?:systematic review|meta-?analysis)\b/i.test(title))
  );
}

const SORTS_OF_REVIEW =
  '(?:(?:and|literature|critical|qualitative|quantitative|mixed[- ]methods?|mixed|narrative|meta-analytic|evidence|cochrane|realist|integrative|updated?|living|methodological|search|of|the|with|bibliometric|comprehensive|rapid|umbrella|clinical|economic|diagnostic|prognostic|theory|policy|network|meta-analysis|scoping|peer-reviewed|a)[ ,/-]+){0,4}';

/** Openings of titles of what is written about studies, whatever the titles of those name. */
const OPENINGS: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /^(?:(?:guest |invited )?editorial|editor['’]s (?:note|choice|introduction)|from the editors?|foreword|preface|introduction to (?:the|this) (?:special|themed?) (?:issue|section))\b\s*(?:[:.–—,]|-\s|$|on\b|comment|to\b|by\b)|:\s*(?:an |guest )?editorial$|^introduction to (?:the|this) (?:special|themed?) (?:issue|section)\b|^introduction: special issue\b/i,
    'editorial',
  ],
  [
    /^(?:(?:invited )?(?:commentary|perspective|viewpoint|opinion|discussion|comment)|rejoinder|(?:counter)?point|correspondence|letters?|reply|(?:the )?authors?['’]? (?:reply|response)|re|book reviews?|debate)\s*(?:[:.–—]|-\s|$)|^(?:letters? to the editors?|in reply|reply to|re-reply|comments? (?:on|to|regarding)|commentary on|discussion of|rejoinder to|response to\b(?=:|.{0,80}(?:\bet al\b|["“‘']|\bletters?\b|\bcomment|\bdr\b|\bprof)))|:\s*(?:an? |the )?(?:commentary|viewpoint|rejoinder|author['’]?s['’]? reply)$|\bletter to the editor\b/i,
    'commentary',
  ],
];

/** Wordings of titles that name a kind; tried in order. Case is ignored. */
const TITLES: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /\b(?:study|review|trial) protocol\b|\bprotocol (?:for|of) (?:an?|the|two|three)\b.{0,120}\b(?:trials?|stud(?:y|ies)|reviews?|meta-analys[ei]s|surveys?|evaluation|cohort|project)\b|:\s*(?:a |the )?protocol\b|\bprotocol paper\b|\b(?:rationale(?:,)? (?:and|&) (?:study )?design|design (?:and|&) rationale|rationale, (?:study )?design|study design and (?:protocol|rationale)|statistical analysis plan)\b/i,
    'protocol',
  ],
  [
    /\b(?:practice|clinical|treatment|management|reporting|consensus) guidelines?\b|\bguidelines? for reporting\b|^guidelines? (?:for|on)\b|:\s(?!.*\b(?:us|follow|apply|comply|compar|adher|implement|accord)\w*)[^:]*\bguidelines?$|\b(?:consensus|position) statement\b/i,
    'guideline',
  ],
  // The society that gives it, in capitals.
  [/^(?:The )?(?:(?:19|20)\d\d )?[A-Z]{2,8}(?:\/[A-Z]{2,8}){0,5} [Gg]uidelines?\b/, 'guideline'],
  [/\bumbrella review\b|\b(?:over|re)view of (?:systematic )?reviews\b/i, 'systematic-review'],
  [
    /\bmeta-?\s?analy(?:sis|ses)\b|\bmeta-?analytic(?:al)? (?:[\w-]+ ){0,2}(?:review|study|synthesis|investigation|comparison|assessment|evaluation|examination|integration|update|evidence|approach)\b|\bmeta-?regression\b/i,
    'meta-analysis',
  ],
  [/\bscoping (?:literature )?review\b|\bscoping study\b/i, 'scoping-review'],
  [
    new RegExp(
      String.raw`\bsystematic(?:ally)?[ -]+${SORTS_OF_REVIEW}(?:reviews?|overviews?)\b|\bcochrane review\b|\bmeta-?(?:synthesis|ethnograph\w*|aggregation)\b|\bqualitative evidence synthesis\b`,
      'i',
    ),
    'systematic-review',
  ],
  [
    /\brandomi[sz]ed\b.{0,60}\b(?:trial|study|comparison|experiment)\b|\bcontrolled trial\b|\bclinical trial\b|\bRCT\b|\bphase (?:I|II|III|IV|[1-4])[ab]? (?:trial|study)\b|\b(?:(?:double|single|triple)[- ]blind(?:ed)?|placebo-controlled)\b.{0,60}\b(?:trial|study)\b|\b(?:stepped[- ]wedge|cluster|pragmatic|pilot|feasibility|open-label|non-?inferiority|superiority|equivalence|factorial|cross-?over|single-arm|prevention|field) trial\b/i,
    'trial',
  ],
  [/(?<=:\s{1,3})an? (?:[\w-]+ ){0,3}trial\b(?! (?:of strength|and error))/i, 'trial'],
  ...DESIGNS,
  [
    /\breview of (?:the )?(?:literature|evidence|reviews)\b|\b(?:narrative|literature|critical|integrative|state-of-the-art|rapid|mapping|realist|conceptual|historical|evidence) review\b|\brealist synthesis\b|\bevidence (?:gap )?map\b|:\s*an?(?: (?!chart|record|records|note|notes|case|peer|drug|registry|database|audit|file)\w+)? review$/i,
    'review',
  ],
  [
    /:\s+an? (?:[\w-]+ ){0,3}data ?set\b|^(?:an? |the )(?:[\w-]+ ){0,3}data ?set (?:of|for|on)\b|\bdata descriptor\b/i,
    'dataset',
  ],
  [
    /\b(?:R|Python|Stata|Julia|MATLAB|Bioconductor|SAS) (?:package|library|module|toolbox|macro)\b|:\s*(?:an? |the )?(?:[\w-]+ ){0,4}(?:software|toolkit|toolbox|web ?server|web ?tool|pipeline|package|application|app) (?:for|to)\b|\bopen[- ]source (?:software|tool|toolkit|package|platform|library)\b|^(?:an? )?(?:new|novel|improved|simple|fast|efficient|robust) (?:method|algorithm|procedure)s? (?:for|to)\b/i,
    'method',
  ],
];

/** Journals that print one sort of article, whose titles need not name it. */
const CONTAINERS: readonly (readonly [RegExp, WorkKind])[] = [
  [
    /^(?:the )?journal of (?:open source software|statistical software|visualized experiments)|^softwarex$|^methodsx$|^nature protocols|^star protocols|^current protocols\b/i,
    'method',
  ],
  [
    /^scientific data$|^data in brief$|^earth system science data$|^geoscience data journal$|^journal of open (?:psychology|humanities|archaeology|health) data$/i,
    'dataset',
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
  review: 'commentary',
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

/** No title is longer; what a hostile answer has in its place is not read to its end. UTF-16 units. */
const LONGEST_TITLE = 1500;

/**
 * The kind of evidence or document a record is, and its ground, from its publication types, then the wording of its title, then its CSL
 * type, then its subject headings. A plain journal article is a `study`; a record without any ground is a `document`.
 */
export function kindOf({
  type = '',
  publicationTypes = [],
  subjects = [],
  title: whole = '',
  container = '',
}: KindSigns): JudgedKind {
  const title = whole.slice(0, LONGEST_TITLE);
  const types = publicationTypes.map((name) => name.trim().toLowerCase());
  if (isNoticeTitle(title, type) || types.some((name) => OF_NO_KIND.test(name))) return { kind: 'document' };
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
    OPENINGS.find(([words]) => words.test(title)) ??
    DESIGNS.find(([words]) => subtitle !== undefined && words.test(subtitle)) ??
    TITLES.find(([words, kind]) => words.test(title) && !isAbout(kind, title));
  const foreign = worded ? undefined : foreignKind(title);
  const named = worded?.[1] ?? foreign?.kind;
  if (COCHRANE.test(container))
    return named === 'protocol' || stated?.[1] === 'protocol'
      ? { kind: 'protocol' }
      : by('systematic-review', 'container', container);
  if (formal === 'chapter') return by(formal, 'form', type);
  const printed = CONTAINERS.find(([name]) => name.test(container))?.[1];
  const kind = strongest([stated?.[1], named, formal === 'study' ? printed : undefined, formal]);
  if (kind === stated?.[1] && kind !== 'study')
    return by(
      kind,
      'type',
      publicationTypes.find((name) => stated[0].test(name.trim().toLowerCase())),
    );
  if (worded && kind === named)
    return by(kind, 'title', (worded[0].exec(subtitle ?? '') ?? worded[0].exec(title))?.[0].trim());
  if (foreign && kind === named) return by(kind, 'title', foreign.words);
  if (kind === printed) return by(kind, 'container', container);
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
  'scoping-review',
  'systematic-review',
  'trial',
  'case-control',
  'cohort',
  'cross-sectional',
  'qualitative',
  'case-report',
  'news',
  'editorial',
  'commentary',
  'review',
  'method',
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
