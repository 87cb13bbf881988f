import { type Identifier, identifierKey, SCHEMES } from '../model/identifier';
import { type Section, sectionText } from '../model/rich-text';
import { type CslItem, type CslName, commentatorOf, type Provenance, type Work, workYear } from '../model/work';
import { uniteFreeCopies } from './free-copies';
import { strongest } from './kind';
import { uniteNotices } from './notices';
import { uniteRelations } from './relations';

/** Whom to believe where records disagree, most trusted first; sources that are not named come last, in the order given. */
const TRUST = ['crossref', 'datacite', 'pubmed', 'europe-pmc', 'arxiv', 'openalex', 'semantic-scholar', 'page'];

/** Abstracts: curated and structured ones first. */
const ABSTRACT_TRUST = ['pubmed', 'europe-pmc', 'crossref', 'arxiv', 'datacite', 'openalex', 'semantic-scholar'];

const rank = (order: readonly string[], source: string): number => {
  const place = order.indexOf(source);
  return place < 0 ? order.length : place;
};

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Where a field of a record came from; for a record that does not say, where anything of it came from. */
const origin = (work: Work, field: string): Provenance =>
  work.provenance[field] ?? Object.values(work.provenance)[0] ?? { source: 'page', at: 0 };

/** Records by how far they are trusted in one field; of the same source the newer first. */
function byTrust(works: readonly Work[], field: string, order: readonly string[] = TRUST): Work[] {
  return [...works].sort((a, b) => {
    const [from, other] = [origin(a, field), origin(b, field)];
    return (
      rank(order, from.source) - rank(order, other.source) ||
      compare(from.source, other.source) ||
      other.at - from.at ||
      compare(JSON.stringify(a.csl), JSON.stringify(b.csl))
    );
  });
}

/** Whether a work is called by its identifier or address, because whoever told of it knew no title. */
const isNameOnly = ({ csl: { title, URL }, ids }: Work): boolean =>
  title === URL || ids.some((id) => identifierKey(id) === title);

const EMPTY: Work = {
  csl: { id: 'unknown', type: 'document' },
  ids: [],
  kind: 'document',
  abstract: [],
  notices: [],
  freeCopies: [],
  provenance: {},
};

/**
 * One work from what several sources say of it, field by field with provenance. The result does not depend on the order in
 * which the records came.
 *
 * - Title, venue and pages: the most trusted source that has them ({@link TRUST}).
 * - Year: what most sources say, else the most trusted; of equal years the most exact date.
 * - Authors: the most trusted list, unless another holds all of its family names and more (cut lists are common).
 * - Abstract: structured before plain, then by trust; never one much shorter than another, nor what a page about the work says
 *   where the work itself has one.
 * - Kind: the most telling one; a preprint only while no record says that it has appeared in a journal.
 * - Identifiers, notices and free copies are united; `citedBy` is the highest count.
 *
 * @param works - Records of the same work; one without any is an empty document.
 */
export function mergeWorks(works: readonly Work[]): Work {
  if (works.length < 2) return works[0] ?? EMPTY;
  const provenance: Record<string, Provenance> = {};
  const csl: Record<string, unknown> = {};
  const take = (field: keyof CslItem, work: Work | undefined) => {
    if (work?.csl[field] === undefined) return;
    csl[field] = work.csl[field];
    provenance[field] = origin(work, field);
  };
  for (const field of [...new Set(works.flatMap((work) => Object.keys(work.csl) as (keyof CslItem)[]))].sort())
    take(
      field,
      byTrust(works, field).find((work) => work.csl[field] !== undefined),
    );
  const typed = byTrust(works, 'type').find((work) => work.csl.type !== 'document') ?? works[0]!;
  take('type', typed);
  take('issued', bestDated(byTrust(works, 'issued')));
  take('author', bestAuthored(byTrust(works, 'author')));
  const ids = uniteIds(byTrust(works, 'DOI'));
  const all = byTrust(works, 'title').filter((work) => work.csl.title !== undefined);
  const titled = all.find((work) => !isNameOnly(work)) ?? all[0];
  take('title', titled);
  const summarised = bestAbstract(works);
  const kind = strongest(works.map((work) => kindBeside(work, works)));
  const doi = csl.DOI;
  // Beside the journal's record, a preprint server's word that the work has appeared would be said of the article itself.
  const notices = uniteNotices(byTrust(works, 'notices').flatMap((work) => work.notices)).filter(
    (notice) => kind === 'preprint' || notice.kind !== 'newer-version' || !doi || notice.doi !== doi,
  );
  const freeCopies = uniteFreeCopies(byTrust(works, 'freeCopies').flatMap((work) => work.freeCopies));
  const related = uniteRelations(
    byTrust(works, 'related').flatMap((work) => work.related ?? []),
    new Set(ids.map(identifierKey)),
  );
  const counted = highestCount(byTrust(works, 'citedBy'));
  const credit = (field: string, has: (work: Work) => boolean) => {
    const work = byTrust(works, field).find(has);
    if (work) provenance[field] = origin(work, field);
  };
  // Who says why is believed before who only says so, and a library's own word for it before the title's: the ground shown is
  // that of the source named.
  const kinds = byTrust(works, 'kind').filter((work) => work.kind === kind);
  const judged =
    kinds.find((work) => work.kindGround?.by === 'type') ?? kinds.find((work) => work.kindGround) ?? kinds[0];
  credit('kind', (work) => work === judged);
  credit('abstract', (work) => work === summarised);
  credit('notices', (work) => work.notices.length > 0);
  credit('freeCopies', (work) => work.freeCopies.length > 0);
  credit('related', (work) => work.related !== undefined);
  credit('citedBy', (work) => work === counted);
  return {
    csl: { ...csl, id: ids[0] ? identifierKey(ids[0]) : typed.csl.id, type: typed.csl.type } as CslItem,
    ...(titled?.title && { title: titled.title }),
    ids,
    kind,
    ...(judged?.kindGround && { kindGround: judged.kindGround }),
    abstract: summarised?.abstract ?? [],
    notices,
    freeCopies,
    ...(related.length > 0 && { related }),
    ...(counted && { citedBy: counted.citedBy }),
    provenance,
  };
}

/** A preprint server's record beside a journal's record of the same work says where it came from, not what it is. */
function kindBeside(work: Work, all: readonly Work[]): Work['kind'] {
  if (work.kind !== 'preprint') return work.kind;
  const own = rank(TRUST, origin(work, 'kind').source);
  const hasAppeared = all.some(
    (other) => other.csl.type === 'article-journal' && rank(TRUST, origin(other, 'type').source) < own,
  );
  return hasAppeared ? 'study' : 'preprint';
}

function bestDated(works: readonly Work[]): Work | undefined {
  const dated = works.filter((work) => workYear(work) !== undefined);
  const votes = (work: Work) => dated.filter((other) => workYear(other) === workYear(work)).length;
  const precision = (work: Work) => work.csl.issued?.['date-parts']?.[0]?.length ?? 0;
  const most = Math.max(0, ...dated.map(votes));
  const year = workYear(dated.find((work) => votes(work) === most) ?? EMPTY);
  const agreed = dated.filter((work) => workYear(work) === year);
  const exact = Math.max(0, ...agreed.map(precision));
  return agreed.find((work) => precision(work) === exact) ?? works.find((work) => work.csl.issued !== undefined);
}

const fold = (words: string): string =>
  words
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

const familyNames = (authors: readonly CslName[]): string[] =>
  authors.map((name) => fold(name.family ?? name.literal?.split(' ').at(-1) ?? ''));

function bestAuthored(works: readonly Work[]): Work | undefined {
  let best: Work | undefined;
  for (const work of works) {
    const authors = work.csl.author;
    if (!authors?.length) continue;
    if (!best) {
      best = work;
      continue;
    }
    const known = familyNames(best.csl.author!);
    const names = new Set(familyNames(authors));
    if (authors.length > known.length && known.every((name) => names.has(name))) best = work;
  }
  return best;
}

const lengthOf = (abstract: readonly Section[]): number =>
  abstract.reduce((sum, section) => sum + sectionText(section).length, 0);

function bestAbstract(works: readonly Work[]): Work | undefined {
  const given = works.filter((work) => work.abstract.length > 0);
  const own = given.filter((work) => !commentatorOf(work));
  const summarised = own.length > 0 ? own : given;
  const longest = Math.max(0, ...summarised.map((work) => lengthOf(work.abstract)));
  const isStructured = (work: Work) => work.abstract.filter((section) => section.heading).length >= 2;
  // A cut abstract ("… [truncated at 250 words]") loses the results, which are what a reader came for.
  const whole = summarised.filter((work) => lengthOf(work.abstract) >= longest * 0.6);
  const trusted = byTrust(whole, 'abstract', ABSTRACT_TRUST);
  return trusted.find(isStructured) ?? trusted[0];
}

function highestCount(works: readonly Work[]): Work | undefined {
  const counted = works.filter((work) => work.citedBy !== undefined);
  return counted.length ? counted.reduce((best, work) => (work.citedBy! > best.citedBy! ? work : best)) : undefined;
}

/** Identifiers of all records without repeats, by scheme, those of the most trusted record first. */
function uniteIds(works: readonly Work[]): Identifier[] {
  const seen = new Map<string, Identifier>();
  for (const id of works.flatMap((work) => work.ids)) if (!seen.has(identifierKey(id))) seen.set(identifierKey(id), id);
  return [...seen.values()].sort((a, b) => SCHEMES.indexOf(a.scheme) - SCHEMES.indexOf(b.scheme));
}

/** The same work with the time at which its source answered in every provenance that has none yet. */
export function stamped(work: Work, at: number): Work {
  const provenance = Object.fromEntries(
    Object.entries(work.provenance).map(([field, from]) => [field, from.at ? from : { ...from, at }]),
  );
  return { ...work, provenance };
}
