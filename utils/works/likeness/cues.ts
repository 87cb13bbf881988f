const count = (text: string, cue: RegExp): number => text.match(cue)?.length ?? 0;

const UP =
  /\b(?:increas|higher|greater|rais|elevat|more\b|improv|enhanc|longer|larger|rose\b|better|superior|upregulat|promot|positive|gain|prolong|stimulat|induc|activat)/i;
const DOWN =
  /\b(?:decreas|lower|reduc|fewer|less\b|declin|shorter|smaller|fell|worse|inferior|downregulat|inhibit|suppress|attenuat|negative|loss\b|impair|prevent|protect|inverse)/i;
const NONE =
  /\b(?:no (?:\w+ ){0,3}(?:differen|effect|change|association|increase|decrease|improvement|benefit|impact|evidence|influence)|(?:did|does|do|was|were|is|are|has|have|had) not|not (?:significant|statistically|associat|differ|affect|improve|reduce)|similar|comparable|unchanged|non-?significan|neither|failed|lack|no significant|equal|without|unaffected|equivalent|non-?inferior)/i;

/** Which way a sentence says that things went. */
export interface Direction {
  readonly up: boolean;
  readonly down: boolean;
  /** No difference, or a denial. */
  readonly none: boolean;
}

/** Which way a sentence says that things went, by its words; English only. */
export const directionOf = (sentence: string): Direction => ({
  up: UP.test(sentence),
  down: DOWN.test(sentence),
  none: NONE.test(sentence),
});

/** Wordings that report a finding. */
const FINDING =
  /\bp\s*(?:-?value)?\s*[<>=≤]\s*0?[.·]\d|95\s*%|\bCI\b|\bsignifican|\b(?:increas|decreas|reduc|improv|higher|lower|greater|fewer|associated|resulted|show(?:s|ed|n)?\b|demonstrat|found|reveal|suggest|conclu|no differen|did not|was not|were not|effective|superior|similar)|\b(?:OR|RR|HR)\b|\d\s*%|±/gi;

/** How much a sentence is worded as a finding, 0 to 1. */
export const findingShare = (sentence: string): number => Math.min(count(sentence, FINDING), 4) / 4;

const AIM =
  /\b(?:aim(?:s|ed)?|objectives?|purpose|goals?|hypothesi[sz]ed?|to (?:determine|evaluate|assess|investigate|compare|examine|explore|test|study|identify)|we (?:investigated|evaluated|assessed|examined|compared|tested|studied|aimed|sought|conducted)|were (?:randomi[sz]ed|assigned|allocated|enrolled|recruited|included)|randomly|outcomes? (?:was|were|measures?)|trial registration|unclear|unknown|remains?)\b/i;

/** Whether a sentence announces what was studied, or how, rather than what came out. */
export const isAim = (sentence: string): boolean => AIM.test(sentence);

const DEEDS =
  'analy[sz]ed?|characteri[sz]ed?|described?|present|review|explored?|measured|performed|developed|used|utili[sz]ed|undertook|sought|aimed|studied|' +
  'genotyped|compared|evaluated|examined|investigated|tested|assessed|determined?';
const DONE =
  'used|utili[sz]ed|performed|measured|isolated|studied|exposed|subject(?:ed)?|conducted|tested|analy[sz]ed|collected|obtained|evaluated|' +
  'examined|assessed|compared';
const DEED = new RegExp(
  `\\b(?:we|study|paper|article|here|authors?)\\b.{0,40}?\\b(?:${DEEDS})\\b|\\b(?:was|were) (?:${DONE})\\b`,
  'i',
);

/** Whether a sentence says what was done: `cells were exposed to`, `here we analysed`. */
export const isDeed = (sentence: string): boolean => DEED.test(sentence);

const STATISTIC =
  /\bp\s*(?:-?values?)?\s*(?:[<>=≤≥]|was|of)\s*0?[.·]\d|95\s*%\s*(?:CI|confidence)|±|\b(?:OR|RR|HR|aOR|SMD|MD)\b/i;

/** Whether a sentence has a test's result: a p value, an interval, a ratio. */
export const hasStatistic = (sentence: string): boolean => STATISTIC.test(sentence);

/** What tells an abstract that reports measurements on patients, animals or cells from any other text. */
const CLINICAL =
  /\b(?:patients?|participants?|women|men|children|mice|rats?|cells?|clinical|disease|treatment|therapy|placebo|randomi[sz]ed|cohort|mortality|protein|gene|receptor|infection|cancer|trial|dose|mg|serum|plasma|tissue|blood|symptoms?|risk)\b/gi;

/** How far a text is one of measurements, 0 to 1: only there do findings have a wording of their own. */
export function clinicalShare(sentences: readonly string[]): number {
  const hits = sentences.reduce((sum, sentence) => sum + count(sentence, CLINICAL), 0);
  // The square root: a few such words are enough to tell; their number is a matter of style.
  return Math.sqrt(Math.min(1, hits / Math.max(1, sentences.length)));
}

/** The numbers of a text, with a full stop as decimal mark and without marks between thousands. */
export const numbersOf = (text: string): Set<string> =>
  new Set(
    (text.match(/\d+(?:[.,·]\d+)*/g) ?? []).map((number) =>
      number.replace('·', '.').replace(/(\d),(?=\d{3}(?!\d))/g, '$1'),
    ),
  );
