import type { Notice } from '../model/work';

/** What Crossref, Europe PMC and PubMed call notices, by the words they use. Undefined for what is not one. */
export function noticeKind(words: string): Notice['kind'] | undefined {
  const name = words.toLowerCase().replace(/[_-]/g, ' ').trim();
  if (/^partial(?:ly)? retract(?:ion|ed)(?: in)?$/.test(name)) return 'partial-retraction';
  if (/^reinstate(?:ment|d)(?: in)?$/.test(name)) return 'reinstatement';
  if (/^retract(?:ion|ed)(?: in| publication)?$|^retract and replace$|^retracted and republished(?: in)?$/.test(name))
    return 'retraction';
  if (/^(?:withdrawal|withdrawn|removal|removed)(?: in)?$/.test(name)) return 'withdrawal';
  if (/^expression of concern(?: in)?$|^concern$/.test(name)) return 'concern';
  if (
    /^(?:correct(?:ion|ed)|corrigendum|erratum|err|addendum|clarification|corrected and republished)(?: in)?$/.test(
      name,
    )
  )
    return 'correction';
  if (
    /^(?:new version|new edition|update in|preprint of|republished in|is preprint of|is replaced by|is previous version of)$/.test(
      name,
    )
  )
    return 'newer-version';
  return undefined;
}

/** Kinds of notices, gravest first. */
export const GRAVITY: readonly Notice['kind'][] = [
  'retraction',
  'withdrawal',
  'partial-retraction',
  'concern',
  'correction',
  'reinstatement',
  'newer-version',
];

const TAKEN_BACK: readonly Notice['kind'][] = ['retraction', 'withdrawal', 'partial-retraction'];

/** Whether a date is surely after another, so far as both are exact. */
const isLater = (date = '', other = ''): boolean => {
  const length = Math.min(date.length, other.length);
  return length > 0 && date.slice(0, length) > other.slice(0, length);
};

/** Notices without those that later ones have undone, and without what is only a coarser word for another of them. */
function standing(notices: readonly Notice[]): readonly Notice[] {
  const lifted = notices.filter(({ kind }) => kind === 'reinstatement');
  const isLifted = ({ kind, date }: Notice) =>
    TAKEN_BACK.includes(kind) && lifted.some((reinstated) => !isLater(date, reinstated.date));
  const left = notices.filter((notice) => !isLifted(notice));
  const fell = left.some(({ kind }) => TAKEN_BACK.includes(kind));
  // OpenAlex flags whatever Retraction Watch lists: also what was only withdrawn, or retracted in part.
  const isTold = left.some(({ kind }) => kind === 'partial-retraction' || kind === 'withdrawal');
  return left.filter(
    ({ kind, source, doi, date }) =>
      !(kind === 'reinstatement' && fell) &&
      !(isTold && kind === 'retraction' && source === 'openalex' && !doi && !date),
  );
}

/**
 * Notices of several records as one list, gravest first. Two are the same when kind and DOI agree; one without a DOI adds
 * nothing where another of its kind has one. A work that was reinstated is no longer retracted, unless it was again.
 */
export function uniteNotices(notices: readonly Notice[]): Notice[] {
  const united: Notice[] = [];
  for (const notice of standing(notices)) {
    const place = united.findIndex(
      (other) => other.kind === notice.kind && (!other.doi || !notice.doi || other.doi === notice.doi),
    );
    const known = united[place];
    if (!known) united.push(notice);
    else if ((notice.doi && !known.doi) || (notice.date && !known.date))
      united[place] = { ...notice, ...known, doi: known.doi ?? notice.doi, date: known.date ?? notice.date };
  }
  return united
    .map(({ kind, date, doi, source }) => ({ kind, ...(date && { date }), ...(doi && { doi }), source }))
    .sort((a, b) => GRAVITY.indexOf(a.kind) - GRAVITY.indexOf(b.kind));
}
