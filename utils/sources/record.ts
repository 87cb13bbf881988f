import { canonicalIdentifier } from '../model/canonical';
import { type Identifier, identifierKey, type Scheme } from '../model/identifier';
import { type Inline, plainText, type Section, sectionText } from '../model/rich-text';
import type { CslItem, CslName, FreeCopy, Notice, Provenance, Relation, Work, WorkKind } from '../model/work';
import { cleanText } from '../works/clean';
import { uniteFreeCopies } from '../works/free-copies';
import type { JudgedKind } from '../works/kind';
import { isNoticeTitle, noticeFromAbstract, noticeFromTitle } from '../works/notice-titles';
import { uniteNotices } from '../works/notices';
import { relationKind, uniteRelations } from '../works/relations';
import { list, type Shape, shape } from './shape';

/** What a source read out of one answer, before it is a work. Empty strings and lists stand for "not said". */
export interface Reading {
  readonly type: string;
  /** A kind that the service itself says, or one judged from signs. */
  readonly kind: WorkKind | JudgedKind;
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
  readonly related?: readonly (Relation | undefined)[];
  readonly citedBy?: number;
}

/** Canonical identifier from a field of an answer; undefined where the field is empty or holds something else. */
export const idFrom = (scheme: Scheme, value: string): Identifier | undefined =>
  value ? canonicalIdentifier(scheme, value) : undefined;

/** A relation to another work, from the service's own word for it; undefined where either tells nothing. */
export function relationFrom(
  source: string,
  words: string,
  id: Identifier | undefined,
  date = '',
): Relation | undefined {
  const kind = relationKind(words);
  return kind && id && { kind, id, ...(date && { date }), source };
}

/** The works among the items of a list; unreadable ones are left out. */
export const readEach = (items: unknown, read: (item: Shape) => Work | undefined): readonly Work[] =>
  list(items)
    .map((item) => read(shape(item)))
    .filter(isDefined);

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
  const said = Object.fromEntries(
    Object.entries(reading.csl ?? {})
      .map(([field, words]) => [field, words.includes('<') ? cleanText(words) : words])
      .filter(([, words]) => words !== ''),
  );
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
  const opening = abstract[0] ? sectionText(abstract[0]).slice(0, 300) : '';
  const isNotice = reading.ignoresTitle || isNoticeTitle(title, reading.type);
  const own = isNotice ? [] : [noticeFromTitle(title, source, reading.type), noticeFromAbstract(opening, source)];
  const notices = uniteNotices([...(reading.notices ?? []), ...own].filter(isDefined));
  const freeCopies = uniteFreeCopies(reading.freeCopies ?? []);
  const related = uniteRelations((reading.related ?? []).filter(isDefined), new Set(ids.map(identifierKey)));
  const { kind, ground }: JudgedKind = typeof reading.kind === 'string' ? { kind: reading.kind } : reading.kind;
  const fields = [
    ...Object.keys(csl).filter((field) => field !== 'id'),
    'kind',
    ...(abstract.length ? ['abstract'] : []),
    ...(notices.length ? ['notices'] : []),
    ...(freeCopies.length ? ['freeCopies'] : []),
    ...(related.length ? ['related'] : []),
    ...(reading.citedBy === undefined ? [] : ['citedBy']),
  ];
  const provenance: Record<string, Provenance> = Object.fromEntries(fields.map((field) => [field, { source, at: 0 }]));
  return {
    csl,
    ...(reading.title.length > 0 && { title: reading.title }),
    ids,
    kind,
    ...(ground && { kindGround: ground }),
    abstract,
    notices,
    freeCopies,
    ...(related.length > 0 && { related }),
    ...(reading.citedBy !== undefined && { citedBy: reading.citedBy }),
    provenance,
  };
}
