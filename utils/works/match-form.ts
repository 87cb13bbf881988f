import type { Work } from '../model/work';
import { compact } from './match-words';

/** Types whose records are not what is printed with a journal's volume and pages. */
const NOT_PAGED = /^(?:dataset|software|thesis|document|graphic|review|webpage)$/;
const ARTICLE = /^article-(?:journal|magazine|newspaper)$/;

const MEETING =
  /\b(?:proc|proceedings|conf|conference|symp|symposium|workshop|congress|meeting|findings|lecture notes)\b/i;
const HELD = /\b(?:proc|proceedings|conf|conference|symp|symposium|workshop|congress|annual meeting)\b/;
const THESIS = /\b(?:thesis|dissertation|doctorate)\b/i;
const REPORT =
  /\b(?:technical|tech\.?|working|discussion|policy|white|research) (?:reports?|rep\.?|papers?)(?:[ ,.;:)\]]|$)/i;
const ABSTRACT = /\[(?:(?:meeting|conference) )?abstracts?\]/i;
const DATA =
  /\bdata\b|\bdata ?sets?\b|\bsoftware\b|\bversion\b|\bcode\b|\bzenodo\b|\bdryad\b|\bfigshare\b|\bdataverse\b|\bosf\b|\brepository\b/i;
/** A place and whoever publishes books there: no article is printed so. */
const PUBLISHER = /\b(?:press|publish(?:er|ers|ing)|verlag|editora|éditions|editorial)\b[^.]{0,40}$/i;

/** What a reference says of where a work was printed. */
export interface PrintedAt {
  readonly container: string | undefined;
  readonly volume: string | undefined;
  readonly page: string;
  /** Whether the record's journal is named. */
  readonly isNamed: boolean;
  /** Whether journal or volume are the record's. */
  readonly isHere: boolean;
  readonly isPage: boolean;
}

/** Whether a reference is to a thesis, a report, a meeting's abstract, a chapter, a book or data, and the record of something else that has its title. */
export function isOtherForm(text: string, { csl }: Work, at: PrintedAt): boolean {
  const title = csl.title ?? '';
  const around = text.toLowerCase().replace(title.toLowerCase(), ' ');
  if (THESIS.test(around)) return csl.type !== 'thesis' && !at.isHere;
  // A book is named behind its chapter.
  const book = /[.?!”"’']\s+In:?\s+(.{0,300})/.exec(text)?.[1];
  if (book !== undefined && csl.type === 'book' && title !== '' && compact(book).includes(compact(title))) return true;
  const isPaged = !!at.volume && at.page !== '';
  if (isPaged && !at.isHere) {
    if (NOT_PAGED.test(csl.type) || (csl.type === 'book' && at.container !== undefined)) return true;
    if (csl.type === 'paper-conference' && !MEETING.test(text)) return true;
  }
  if (/^(?:dataset|software)$/.test(csl.type))
    return !DATA.test(around) && !isNamedIn(around, csl.publisher) && (at.container !== undefined || isPaged);
  if (!ARTICLE.test(csl.type) || at.isPage) return false;
  const isSupplement =
    /\bsuppl|[\d)]\s?:\s?[sp]\d{1,4}(?!\d)/i.test(around) &&
    csl.page !== undefined &&
    !/^s|suppl/i.test(`${csl.page} ${csl.issue}`);
  // A journal of proceedings is printed as a meeting's would be.
  const isJournal = !/^$|\bproceedings\b/i.test(csl['container-title'] ?? '');
  // A report has a number that may be that of the volume.
  const isElsewhere =
    isJournal && ((!at.isHere && (HELD.test(around) || isOfPress(around, at))) || (!at.isNamed && REPORT.test(around)));
  return isSupplement || ABSTRACT.test(around) || isElsewhere;
}

const isNamedIn = (text: string, publisher = ''): boolean => {
  const name = compact(publisher);
  return name !== '' && compact(text).includes(name);
};

/** Whether what is printed ends as a book's place, publisher and year do. */
const isOfPress = (around: string, { volume, page }: PrintedAt): boolean =>
  volume === undefined && page === '' && PUBLISHER.test(around.replace(/[\s.,;:()]*\b(?:19|20)\d\d[\s.)]*$/, ''));

/** Words behind a title that make it something that only has the title, unless the record is of that form. */
const FORMS: readonly (readonly [words: RegExp, isOf: (work: Work) => boolean])[] = [
  [
    /^(?:errat(?:um|a)|corrigend(?:um|a)|correction|addendum|retraction(?: notice)?)\b/i,
    ({ kind }) => kind === 'document',
  ],
  [/^(?:repl(?:y|ies)|response|comments?|commentary|letter|editorial|(?:book )?review)\b/i, () => false],
  [/^(?:study )?protocol\b/i, ({ kind }) => kind === 'protocol'],
  [/^data ?set\b/i, ({ csl }) => csl.type === 'dataset'],
  [/^(?:slides?|poster|presentation|talk|video|podcast|blog)\b/i, ({ csl }) => !ARTICLE.test(csl.type)],
];

/** Whether what stands behind a title names another form of work than a record's: `(Erratum)`, `[dataset]`, `– reply`. */
export function formAfter(after: string, work: Work): boolean {
  const words = /^["”’»“']?[.,]?\s*(?:[([]|[–—-]\s)\s*(.{3,40})/u.exec(after)?.[1];
  const form = words && FORMS.find(([pattern]) => pattern.test(words));
  return !!form && !form[1](work);
}

/** Whether a title goes on with the number of a part: `. Part II`. */
export const partAfter = (after: string): boolean =>
  /^["”’»“']?[.,:;]?\s*[([]?\s*(?:part|pt|teil|partie|parte|no)\.?\s+(?:\d{1,2}|[ivx]{1,5}|one|two|three|[a-d])(?=[\s.,:;)\]]|$)/i.test(
    after,
  );
