import type { Notice } from '../model/work';

/** What a title says of its own work's standing: publishers put it in front once a work is withdrawn. */
export function noticeFromTitle(title: string, source: string): Notice | undefined {
  if (
    /^\W{0,2}retracted(?: article| chapter| paper)?\b\W{0,2}[:\])]/i.test(title) ||
    /[[(]retracted(?: article\b[^[\]()]{0,60})?[\])]\W*$/i.test(title) ||
    /[-–—] ?RETRACTED\W*$/.test(title)
  )
    return { kind: 'retraction', source };
  if (/^\W{0,2}(?:withdrawn(?: article)?|removed|temporary removal)\b\W{0,2}[:\]]/i.test(title))
    return { kind: 'withdrawal', source };
  return undefined;
}

/** What Crossref, Europe PMC and PubMed call notices, by the words they use. Undefined for what is not one. */
export function noticeKind(words: string): Notice['kind'] | undefined {
  const name = words.toLowerCase().replace(/[_-]/g, ' ').trim();
  if (
    /^(?:partial )?retract(?:ion|ed)(?: in| publication)?$|^removal$|^retract and replace$|^retracted and republished(?: in)?$/.test(
      name,
    )
  )
    return 'retraction';
  if (/^withdrawal$|^withdrawn(?: in)?$/.test(name)) return 'withdrawal';
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

const GRAVITY: readonly Notice['kind'][] = ['retraction', 'withdrawal', 'concern', 'correction', 'newer-version'];

/**
 * Notices of several records as one list, gravest first. Two are the same when kind and DOI agree; one without a DOI adds
 * nothing where another of its kind has one.
 */
export function uniteNotices(notices: readonly Notice[]): Notice[] {
  const united: Notice[] = [];
  for (const notice of notices) {
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
