import { canonicalIdentifier } from '../model/canonical';
import { type Identifier, identifierKey, sameIdentifier } from '../model/identifier';
import type { Disagreement, LookUpQuestion } from '../model/look-up';
import type { Work } from '../model/work';
import { parseEntry } from '../references/parse-entry';
import type { Asked, Filling, PrintedReference, Source } from '../sources/source';
import { canBeSameWork } from '../works/agree';
import { disagreementsOf } from '../works/disagreements';
import { workFromReference } from '../works/from-reference';
import { mergeWorks } from '../works/merge';
import { uniteNotices } from '../works/notices';
import { askedKey, type CachedRecord, cacheKey } from './look-up-ports';

const DAY_MS = 86_400_000;
/** A record is good for this long; a work's standing (retraction) is to be asked again after the shorter time. */
const RECORD_MS = 30 * DAY_MS;
const STANDING_MS = 7 * DAY_MS;
/** How long "not known there" is believed: services learn new works daily. */
const ABSENCE_MS = DAY_MS;

/** What is known of one question so far: the page's words, and what sources said, now or earlier. Pure but for its memory. */
export interface Findings {
  /** Takes in records, from the cache or fresh; a later one replaces an earlier one of the same source and identifier. */
  add(records: readonly CachedRecord[]): void;
  /** Every identifier known for the work, the page's first. */
  ids(): readonly Identifier[];
  /** All that is known, merged. */
  work(): Work;
  /** What the sources disagree on. */
  disagreements(): readonly Disagreement[];
  /** Works that the reference may name, as long as none is believed; or among which the reader picked. */
  candidates(): readonly Work[];
  isPicked(): boolean;
  /** Takes the reader's word for which candidate it is, or that it is none. @returns The records that say so, to be kept. */
  pick(identifier: Identifier | undefined): readonly CachedRecord[];
  /** Whether any source has a record, and whether all of those that have one have it fresh enough not to bother the reader. */
  isKnown(): boolean;
  isGood(): boolean;
  hasRecord(source: Source): boolean;
  /** Whether what some sources are kept for is still missing. */
  lacks(filling: Filling): boolean;
  /** What a source is still to be asked: a new question, or an old record's again. Undefined where there is nothing. */
  questionFor(source: Source): { readonly asked: Asked; readonly isRefresh: boolean } | undefined;
  /** Notes that a source has been asked, so that it is not asked the same again. */
  markAsked(source: Source, asked: Asked): void;
  /** Cache keys of a source's possible answers that have not been read yet. */
  unreadKeys(sources: readonly Source[]): readonly string[];
}

/**
 * @param at - Now, milliseconds since the epoch.
 * @param standingMs - Age from which a record is asked for again, for the work's standing.
 */
export function createFindings(question: LookUpQuestion, at: number, standingMs: number = STANDING_MS): Findings {
  const records = new Map<string, CachedRecord>();
  const done = new Set<string>();
  const read = new Set<string>();
  const page = workFromReference(question, at);
  const address = canonicalIdentifier('url', question.url ?? '');
  const reference = searchable(question);
  const first = question.identifiers[0] ?? reference ?? address;

  const age = (record: CachedRecord) => at - record.fetchedAt;
  const found = () => [...records.values()].filter((record) => record.work !== null);

  /** Records reached by the page's first identifier stand; those reached by others only if they agree with these. */
  function accepted(): readonly Work[] {
    const works = found().map(({ key, work }) => ({
      isFirst: !!first && key.endsWith(`|${askedKey(first)}`),
      work: work!,
    }));
    const anchors = works.filter(({ isFirst }) => isFirst).map(({ work }) => work);
    const anchor = mergeWorks(anchors.length ? anchors : works.slice(0, 1).map(({ work }) => work));
    return works.filter(({ isFirst, work }) => isFirst || canBeSameWork(anchor, work)).map(({ work }) => work);
  }

  function ids(): readonly Identifier[] {
    const all = [...question.identifiers, ...accepted().flatMap((work) => work.ids)];
    return [...new Map(all.map((id) => [identifierKey(id), id])).values()];
  }

  const isCited = (id: Identifier): boolean => question.identifiers.some((cited) => sameIdentifier(cited, id));

  /** A source's possible questions, in its own order of schemes. */
  function questions(source: Source): readonly Asked[] {
    const askable = address ? [...ids(), address] : ids();
    const named = source.answers.flatMap((scheme) =>
      askable.filter((id) => id.scheme === scheme && (source.covers?.(id) ?? true)),
    );
    return source.search && reference ? [...named, reference] : named;
  }

  /** What searches for the reference gave beside a work to be believed. */
  const searches = () => (reference ? [...records.values()].filter(({ works }) => works) : []);

  const recordOf = (source: Source) => found().find((record) => record.source === source.id);

  return {
    add(more) {
      for (const record of more) records.set(record.key, record);
    },
    ids,
    disagreements: () => disagreementsOf([...accepted(), page]),
    candidates() {
      const isOpen = found().length === 0 || searches().some(({ isPicked }) => isPicked);
      const all = isOpen ? searches().flatMap(({ works = [] }) => works) : [];
      return [...new Map(all.map((work) => [identifierKey(work.ids[0]!), work])).values()];
    },
    isPicked: () => searches().some(({ isPicked }) => isPicked),
    pick(identifier) {
      const picked = searches().map(({ isPicked: _before, ...record }): CachedRecord => {
        const work = record.works?.find(({ ids }) => ids.some((id) => identifier && sameIdentifier(id, identifier)));
        return { ...record, work: work ?? null, ...(work && { isPicked: true }) };
      });
      // What another choice has led to is about another work.
      records.clear();
      read.clear();
      for (const record of picked) {
        records.set(record.key, record);
        read.add(record.key);
      }
      return picked;
    },
    work() {
      const works = [...accepted(), page];
      const merged = mergeWorks(works);
      // A page that cites the preprint is told that it has appeared, though what is shown is the article.
      const appeared = works
        .filter((work) => work.ids.some(isCited))
        .flatMap(({ notices }) => notices)
        .filter(({ kind, doi }) => kind === 'newer-version' && doi && !isCited({ scheme: 'doi', value: doi }));
      return { ...merged, notices: uniteNotices([...merged.notices, ...appeared]), ids: ids() };
    },
    isKnown: () => found().length > 0,
    isGood: () => found().some((record) => age(record) <= RECORD_MS),
    lacks(filling) {
      if (filling === 'record') return found().length === 0;
      return accepted().every((work) => work[filling].length === 0);
    },
    hasRecord: (source) => recordOf(source) !== undefined,
    questionFor(source) {
      const record = recordOf(source);
      const possible = questions(source);
      if (record?.isPicked) return undefined;
      if (record) {
        const asked = possible.find((each) => cacheKey(source.id, each) === record.key);
        const isDue = asked && age(record) > standingMs && !done.has(record.key);
        return isDue ? { asked, isRefresh: true } : undefined;
      }
      const asked = possible.find((each) => {
        const key = cacheKey(source.id, each);
        const absence = records.get(key);
        return !done.has(key) && !(absence && age(absence) <= ABSENCE_MS);
      });
      return asked && { asked, isRefresh: false };
    },
    markAsked: (source, asked) => void done.add(cacheKey(source.id, asked)),
    unreadKeys(sources) {
      const keys = sources.flatMap((source) => questions(source).map((each) => cacheKey(source.id, each)));
      const fresh = keys.filter((key) => !read.has(key));
      for (const key of fresh) read.add(key);
      return fresh;
    },
  };
}

/** Shortest reference with a title in it, and the most of one that a search takes, UTF-16 units. */
const [SHORTEST, LONGEST] = [30, 600];

/** The page's own reference, where it is all there is to find the work by and has a title to know it by again. */
function searchable({ identifiers, referenceText = '' }: LookUpQuestion): PrintedReference | undefined {
  const value = referenceText.replace(/\s+/g, ' ').trim().slice(0, LONGEST);
  const isAll = identifiers.length === 0 && value.length >= SHORTEST;
  return isAll && parseEntry(value).title !== undefined ? { scheme: 'reference', value } : undefined;
}
