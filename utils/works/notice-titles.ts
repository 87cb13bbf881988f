import type { Notice } from '../model/work';

/** Between a mark and the title that it stands before: "RETRACTED: …", "[Retracted] …", "(WITHDRAWN) …", "RETRACTED — …". */
const AFTER = String.raw`(?:[\]):]+\s*[:.–—-]?\s*|\s*[–—]\s+|\s+-\s+|\.\s+(?=\p{Lu}))`;
const SORT = String.raw`(?:\s+(?:(?:research |review |original )?article|chapter|paper|preprint|manuscript|publication|and (?:replaced|republished)|by (?:the )?(?:authors?|publisher|editors?)|as duplicate))?`;

const inFront = (mark: string): RegExp =>
  new RegExp(String.raw`^\W{0,3}(?:(?:article|paper|chapter) )?(?:${mark})${SORT}${AFTER}`, 'iu');
const atEnd = (mark: string): RegExp =>
  new RegExp(
    String.raw`\s*(?:[[(](?:${mark})${SORT}\b[^[\]()]{0,80}[\])]|[–—-]\s?(?:${mark.toUpperCase()})(?: ARTICLE)?)\W*$`,
    'u',
  );

/** Marks in front of or behind a title, by what they say of its own work. Publishers put them there once something has come to light. */
const MARKS: readonly (readonly [Notice['kind'], readonly RegExp[]])[] = [
  [
    'retraction',
    [
      inFront('retracted'),
      /^\W{0,2}RETRACTED(?: ARTICLE| CHAPTER| PAPER)?\s+(?=\p{Lu}\p{Ll})/u,
      atEnd('[Rr]etracted|RETRACTED'),
    ],
  ],
  [
    'withdrawal',
    [
      /^\W{0,2}WITHDRAWN\b[^:]{0,60}:\s*/,
      inFront('withdrawn|removed|temporary removal'),
      /^\W{0,2}(?:this (?:article|preprint|paper|manuscript) has been withdrawn)\b\W*/i,
      atEnd('[Ww]ithdrawn|WITHDRAWN'),
    ],
  ],
  // IEEE's mark of works found to hold what is others'.
  ['concern', [/^notice of violation of ieee publication principles\W+/i]],
];

/** Before the titles of papers of conferences these words are a mark, too: proceedings print no notices (IEEE). */
const OF_PAPERS = /^(?:notice of retraction|retraction notice)\W+/i;
/** CSL types of what is printed together with others and never a notice by itself. */
const isPaper = (type: string): boolean => type === 'paper-conference' || type === 'chapter';

/** Titles that stand for themselves, and words that name a notice when a colon, "to" or the title in quotes follows. */
const NOTICE_NAMES = [
  '(?:(?:public |formal )?notice of |editorial |partial |full |joint |article )?retraction(?: (?:note|notice|statement|letter|announcement|and (?:replacement|republication|apology)))?',
  'statement of retraction',
  '(?:notice of )?(?:article )?withdrawal notice|notice of (?:article )?withdrawal|statement of withdrawal|removal notice|notice of removal|retraction and withdrawal',
  '(?:notice of )?reinstatement|reinstatement notice',
  "(?:(?:an? |interim )?editorial(?: note)?[:,]? ?|publisher[’']?s? |notice of |notification of |interim )?expressions? of (?:editorial )?concern|editor(?:ial)?[’']?s? (?:note|notice) of concern|notice of concern|editorial concern",
  "(?:(?:author|publisher|authors[’']|publisher[’']s|editorial|editor[’']s|amendments?: author|second|formal|typographical) )?(?:corrections?|corrigend(?:um|a)|errat(?:um|a)|amendments?|addend(?:um|a))(?: (?:notice|note|and addend(?:um|a)))?",
  "notice of (?:correction|erratum|corrigendum)|correction notice|publisher[’']?s? note|clarifications?",
  'retraktion|berichtigung|zurückziehung|fe de erratas?|retractación|corrección|rétractation|errata corrige',
].join('|');
const NOTICE = new RegExp(
  String.raw`^\W{0,2}(?:${NOTICE_NAMES})(?:\s*:\s*|\s*\.\s+(?=\p{Lu})|\s+[–—-]\s+|\s+(?:to|zu|à|a|al)\b|\s+(?:for|of|de|in)\b(?=:|\s+(?:the article\b|["“‘'«„]|.{0,80}\bet al\b|.{0,100}\b(?:19|20)\d\d[;,]\s?\d))|\W*$)`,
  'iu',
);
/** Words of which studies are titled, too: "Withdrawal: …" is about drugs, and "Clarification: …" about beer. */
const QUOTED = /^(?:withdrawal|retraction|removal)(?: of)?:?\s+["“‘«„]/i;
/** What some publishers put behind the title of the work that their notice is about. */
const BEHIND = /\[(?:retraction|withdrawal|corrigendum|erratum|correction|addendum|expression of concern)\]\W*$/i;
/** Journals' pages of corrections. */
const PAGES = /^(?:department of error|corrections?(?: and clarifications?)?|errat(?:um|a)|corrigenda)\W*$/i;

/** Whether a title is that of a notice about another work, as against the title of a work that one was published about. */
export function isNoticeTitle(title: string, type = ''): boolean {
  if (PAGES.test(title) || QUOTED.test(title) || BEHIND.test(title)) return true;
  return NOTICE.test(title) && !(isPaper(type) && OF_PAPERS.test(title));
}

/** What a title says of its own work's standing: publishers put it in front once a work is withdrawn. */
export function noticeFromTitle(title: string, source: string, type = ''): Notice | undefined {
  const kind =
    isPaper(type) && OF_PAPERS.test(title)
      ? 'retraction'
      : MARKS.find(([, marks]) => marks.some((mark) => mark.test(title)))?.[0];
  return kind && { kind, source };
}

/** A title as it was before anything was said about its work in it. */
export function titleBefore(title: string): string {
  const marks = [...MARKS.flatMap(([, all]) => all), OF_PAPERS];
  return marks.reduce((rest, mark) => rest.replace(mark, ''), title);
}

/** What stands in the place of the abstract of a work that was taken back; such words about another work are a notice's. */
const OWN_WORD =
  /^\W*(?:this|the present) (?:article|paper|manuscript|preprint|chapter|work|publication|study|submission|review)(?: [\w()-]+){0,3}? (?:has been|was|is being|is)(?: \w+){0,2}? (withdrawn|retracted|removed)\b|^\W*(?:the |all )?authors? (?:have|has|had|wish(?:es)? to)(?: \w+)? (withdr[ae]wn?|retract(?:ed)?) (?:this|the|their) (?:manuscript|article|preprint|paper|work|study|submission)\b/i;

/** What the first words of an abstract say of its own work's standing: preprints that were withdrawn have nothing else. */
export function noticeFromAbstract(opening: string, source: string): Notice | undefined {
  const match = OWN_WORD.exec(opening);
  if (!match) return undefined;
  return { kind: /^retract/i.test(match[1] ?? match[2] ?? '') ? 'retraction' : 'withdrawal', source };
}
