import { fold, stemsOf } from './words';

/** What a claim says about what. */
export interface ClaimParts {
  /** Stems of the words before the predicate and after it; both empty where no predicate was recognised. */
  readonly subject: readonly string[];
  readonly outcome: readonly string[];
  /** Stems of what it is compared with: `… than under white lamps`. */
  readonly comparator: readonly string[];
}

const COMPARED = /\b(?:(?:when |as )?compared (?:with|to)|in comparison (?:with|to)|versus|vs\.?|relative to|than)\s/i;

const QUALITIES =
  '(?:no|a|an|little|any|significant|minimal|strong|beneficial|adverse|negative|positive|greater|similar|direct)';
const MANNERS = '(?:significantly|positively|negatively|inversely|directly|strongly|substantially|also)';
const EFFECTS =
  '(?:increas|decreas|reduc|improv|lower|rais|enhanc|inhibit|suppress|induc|prevent|promot|caus|affect|predict|impair|worsen|' +
  'protect|requir|regulat|activat|stimulat|trigger|facilitat|modulat|mediat|block|attenuat|alter|influenc|delay|accelerat|' +
  'associat|correlat|link|relat|prolong|shorten|provid|produc|yield)';
/** The words by which a claim says that one thing does something to another. */
const PREDICATE = new RegExp(
  `\\b(?:(?:ha[sd]|have|show(?:s|ed)?|exerts?) (?:${QUALITIES} )*(?:effects?|impacts?|influences?|benefits?)(?: (?:on|for|in))?|` +
    `(?:(?:does|do|did|is|are|was|were|can|could|may|might) (?:not )?)?(?:${MANNERS} )*${EFFECTS}(?:es|ed|s|e|ing)?(?: (?:with|to|in|by|from|for|against))?|` +
    'leads? to|results? in|contributes? to)\\b',
  'i',
);

/** Something has to stand before a predicate or a comparison, in UTF-16 units. */
const SHORTEST_PART = 3;
const SHORTEST_HEAD = 10;

/** Takes a claim apart at its predicate and its comparison; English only. */
export function claimParts(claim: string): ClaimParts {
  const compared = COMPARED.exec(claim);
  const cut = compared && compared.index > SHORTEST_HEAD ? compared : undefined;
  const head = cut ? claim.slice(0, cut.index) : claim;
  const comparator = cut ? unique(claim.slice(cut.index + cut[0].length)) : [];
  const predicate = PREDICATE.exec(head);
  const end = predicate ? predicate.index + predicate[0].length : 0;
  if (!predicate || predicate.index <= SHORTEST_PART || end >= head.length - SHORTEST_PART)
    return { subject: [], outcome: [], comparator };
  return { subject: unique(head.slice(0, predicate.index)), outcome: unique(head.slice(end)), comparator };
}

const unique = (text: string): string[] => [...new Set(stemsOf(fold(text)))];
