import { YEAR } from '../model/undated';
import { listNamed } from './headings';
import { isInstitution, referenceLikeness } from './looks-like';

/** A list of a page that may be its bibliography, as plain data. */
export interface CandidateList {
  /** Text of the heading above it; empty where there is none. */
  readonly heading: string;
  /** Lower-case words of role, class and id of the list and of the boxes around it. */
  readonly hints: string;
  /** Words of its items, without back-links and numbers; a sample of up to a few dozen will do. */
  readonly items: readonly string[];
  /** How much of its text is that of links, 0 to 1. */
  readonly linked: number;
}

/** What a list is. */
export interface ListVerdict {
  readonly kind: 'bibliography' | 'notes' | 'none';
  /** 0 to 1; 0 for none. */
  readonly confidence: number;
}

const ROLE = /doc-(?:bibliography|biblioentry|endnotes?|footnotes?)\b/;
const NAMED =
  /(?:^|[\s_-])(?:references?|ref-?list|bibliograph\w*|biblio|citations?|works-?cited|literatur\w*|csl-bib-body|thebibliography|bibitem)(?=$|[\s_-]|\d)/;
const NAMED_NOTES = /(?:^|[\s_-])(?:footnotes?|endnotes?|fn-?(?:list|group)|notes?)(?=$|[\s_-]|\d)/;
const ELSEWHERE =
  /(?:^|[\s_-])(?:nav\w*|menu|toc|breadcrumbs?|sidebar|related|recommend\w*|recent|popular|trending|latest|news\w*|teaser|feed|comments?|cited-?by|share|social|footer|pagination|archive|search-?results?|cart|products?)(?=$|[\s_-]|\d)/;

/** Dates to the day or hour, as news and posts have them, but not the day on which an entry was read. */
const DAY =
  /\b\d{1,2}\.?\s(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?,?\s(?:19|20)\d\d|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s\d{1,2},?\s(?:19|20)\d\d|\b(?:19|20)\d\d[-/.]\d\d?[-/.]\d\d?\b|\b\d+\s(?:hours?|minutes?|days?|weeks?)\sago\b|(?:19|20)\d\d年\d{1,2}月\d{1,2}日/i;
const READ_ON =
  /\b(?:retrieved|accessed|archived|viewed|visited|abgerufen|consult\p{L}*|acess\p{L}*)\b|引用日期|取得日|閲覧|doi|isbn/iu;

const UNSPACED = /[\u3040-\u30ff\u3400-\u9fff]/;

/** Most items that are looked at. */
const SAMPLE = 40;
const ENOUGH = 4;

/** Headings of lists of what somebody made or won. */
const OF_WORKS = /(?:film|disc|vide)ogra|awards|episodes|track|credits/i;

/** What is no more than an address looks like nothing, but is one. */
const ADDRESS = /^:?\s*(?:https?:\/\/|www\.)\S+$/;

const share = (items: readonly string[], is: (item: string) => boolean): number =>
  items.length === 0 ? 0 : items.filter(is).length / items.length;

/**
 * Whether a list is a page's bibliography, its notes, or neither: by role, names, heading and, where none of them says anything,
 * by the looks of its items. Lists of news, links, contents and years are neither.
 */
export function listVerdict({ heading, hints, items, linked }: CandidateList): ListVerdict {
  const sample = items.filter((item) => item.trim() !== '').slice(0, SAMPLE);
  if (sample.length === 0) return NONE;
  if (OF_WORKS.test(heading)) return NONE;
  const named = listNamed(heading.trim());
  const hasRole = ROLE.test(hints);
  const isAlike = share(sample, (item) => referenceLikeness(item) >= 0.5 || ADDRESS.test(item));
  const isDated = share(sample, (item) => YEAR.test(item));
  const isNews = share(sample, (item) => DAY.test(item) && !READ_ON.test(item));
  const isShort = share(sample, (item) => item.length < (UNSPACED.test(item) ? 10 : 25));

  let points = isAlike * 3 + isDated * 1.5;
  if (sample.length < 3 && !named) points -= 1;
  if (hasRole) points += 5;
  if (named) points += 3;
  if (NAMED.test(hints)) points += 2;
  else if (NAMED_NOTES.test(hints)) points += 1.5;
  // What merely stands in a box called news is judged by its looks; what is called references as well is believed.
  if (!hasRole && ELSEWHERE.test(hints)) points -= named ? 1 : 3;
  points -= isNews * 3;
  if (!hasRole) points -= isShort * 2;
  if (!named) points -= share(sample, (item) => isInstitution(item.slice(0, 80))) * 6;
  if (!hasRole && linked > 0.8 && isAlike < 0.5) points -= 2;
  if (points < ENOUGH) return NONE;

  const isNotes =
    /notes signs/.test(hints) ||
    (named !== 'references' &&
      (named === 'notes' || (NAMED_NOTES.test(hints) && !NAMED.test(hints)) || /doc-(?:foot|end)note/.test(hints)));
  return {
    kind: isNotes && isAlike < 0.75 ? 'notes' : 'bibliography',
    confidence: Math.min(0.99, 0.5 + points / 20),
  };
}

const NONE: ListVerdict = { kind: 'none', confidence: 0 };
