import { canonicalIdentifier } from '../model/canonical';
import { type Identifier, identifierKey, type Scheme } from '../model/identifier';
import { type Inline, plainText, type Section } from '../model/rich-text';
import type { CslItem, CslName, FreeCopy, Notice, Provenance, Work, WorkKind } from '../model/work';
import { uniteFreeCopies } from '../works/free-copies';
import { noticeFromTitle, uniteNotices } from '../works/notices';

/** What a source read out of one answer, before it is a work. Empty strings and lists stand for "not said". */
export interface Reading {
  readonly type: string;
  readonly kind: WorkKind;
  readonly title: readonly Inline[];
  readonly ids: readonly (Identifier | undefined)[];
  readonly authors: readonly (CslName | undefined)[];
  readonly editors?: readonly (CslName | undefined)[];
  readonly issued: readonly number[] | undefined;
  /** Further CSL variables; empty strings are left out. */
  readonly csl?: Readonly<Partial<Record<keyof CslItem, string>>>;
  readonly abstract?: readonly Section[];
  readonly notices?: readonly (Notice | undefined)[];
  /** Whether "Retracted:" before the title is not to be believed: the record is the notice, or the service says it better. */
  readonly ignoresTitle?: boolean;
  readonly freeCopies?: readonly FreeCopy[];
  readonly citedBy?: number;
}

/** Canonical identifier from a field of an answer; undefined where the field is empty or holds something else. */
export const idFrom = (scheme: Scheme, value: string): Identifier | undefined =>
  value ? canonicalIdentifier(scheme, value) : undefined;

const isDefined = <T>(value: T | undefined): value is T => value !== undefined;

/**
 * A work from what one source read, or undefined when nothing in it tells one work from another (no title, no identifier,
 * no author). Every field's provenance is the source; the time of the answer is stamped on by who fetched it.
 */
export function workFrom(source: string, reading: Reading): Work | undefined {
  const seen = new Map(reading.ids.filter(isDefined).map((id) => [identifierKey(id), id]));
  const ids = [...seen.values()];
  const title = plainText(reading.title);
  const author = reading.authors.filter(isDefined);
  const editor = (reading.editors ?? []).filter(isDefined);
  if (!title && !ids.length && !author.length) return undefined;
  const value = (scheme: Scheme) => ids.find((id) => id.scheme === scheme)?.value;
  const [DOI, PMID, PMCID] = [value('doi'), value('pmid'), value('pmcid')];
  const abstract = reading.abstract ?? [];
  const said = Object.fromEntries(Object.entries(reading.csl ?? {}).filter(([, words]) => words !== ''));
  const csl: CslItem = {
    id: ids[0] ? identifierKey(ids[0]) : `${source}:${title.slice(0, 80)}`,
    type: reading.type,
    ...(title && { title }),
    ...(author.length > 0 && { author }),
    ...(editor.length > 0 && { editor }),
    ...(reading.issued && { issued: { 'date-parts': [reading.issued] } }),
    ...said,
    ...(DOI && { DOI }),
    ...(PMID && { PMID }),
    ...(PMCID && { PMCID }),
  };
  const titled = reading.ignoresTitle ? undefined : noticeFromTitle(title, source);
  const notices = uniteNotices([...(reading.notices ?? []), titled].filter(isDefined));
  const freeCopies = uniteFreeCopies(reading.freeCopies ?? []);
  const fields = [
    ...Object.keys(csl).filter((field) => field !== 'id'),
    'kind',
    ...(abstract.length ? ['abstract'] : []),
    ...(notices.length ? ['notices'] : []),
    ...(freeCopies.length ? ['freeCopies'] : []),
    ...(reading.citedBy === undefined ? [] : ['citedBy']),
  ];
  const provenance: Record<string, Provenance> = Object.fromEntries(fields.map((field) => [field, { source, at: 0 }]));
  return {
    csl,
    ...(reading.title.length > 0 && { title: reading.title }),
    ids,
    kind: reading.kind,
    abstract,
    notices,
    freeCopies,
    ...(reading.citedBy !== undefined && { citedBy: reading.citedBy }),
    provenance,
  };
}
