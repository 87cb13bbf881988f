import { type Identifier, identifierKey } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import type { Work } from '../model/work';
import type { Source } from '../sources/source';
import { canBeSameWork } from '../works/agree';
import { workFromReference } from '../works/from-reference';
import { mergeWorks } from '../works/merge';
import { type CachedRecord, cacheKey } from './look-up-ports';

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
  /** Whether any source has a record, and whether all of those that have one have it fresh enough not to bother the reader. */
  isKnown(): boolean;
  isGood(): boolean;
  hasRecord(source: Source): boolean;
  /** What a source is still to be asked: a new question, or an old record's again. Undefined where there is nothing. */
  questionFor(source: Source): { readonly identifier: Identifier; readonly isRefresh: boolean } | undefined;
  /** Notes that a source has been asked, so that it is not asked the same again. */
  markAsked(source: Source, identifier: Identifier): void;
  /** Cache keys of a source's possible answers that have not been read yet. */
  unreadKeys(sources: readonly Source[]): readonly string[];
}

/** @param at - Now, milliseconds since the epoch. */
export function createFindings(question: LookUpQuestion, at: number): Findings {
  const records = new Map<string, CachedRecord>();
  const asked = new Set<string>();
  const read = new Set<string>();
  const page = workFromReference(question, at);
  const first = question.identifiers[0];

  const age = (record: CachedRecord) => at - record.fetchedAt;
  const found = () => [...records.values()].filter((record) => record.work !== null);

  /** Records reached by the page's first identifier stand; those reached by others only if they agree with these. */
  function accepted(): readonly Work[] {
    const works = found().map(({ key, work }) => ({
      isFirst: !!first && key.endsWith(`|${identifierKey(first)}`),
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

  /** A source's possible questions, in its own order of schemes. */
  const questions = (source: Source): readonly Identifier[] =>
    source.answers.flatMap((scheme) => ids().filter((id) => id.scheme === scheme));

  const recordOf = (source: Source) => found().find((record) => record.source === source.id);

  return {
    add(more) {
      for (const record of more) records.set(record.key, record);
    },
    ids,
    work() {
      const merged = mergeWorks([...accepted(), page]);
      return { ...merged, ids: ids() };
    },
    isKnown: () => found().length > 0,
    isGood: () => found().some((record) => age(record) <= RECORD_MS),
    hasRecord: (source) => recordOf(source) !== undefined,
    questionFor(source) {
      const record = recordOf(source);
      const identifiers = questions(source);
      if (record) {
        const identifier = identifiers.find((id) => cacheKey(source.id, id) === record.key);
        const isDue = identifier && age(record) > STANDING_MS && !asked.has(record.key);
        return isDue ? { identifier, isRefresh: true } : undefined;
      }
      const identifier = identifiers.find((id) => {
        const key = cacheKey(source.id, id);
        const absence = records.get(key);
        return !asked.has(key) && !(absence && age(absence) <= ABSENCE_MS);
      });
      return identifier && { identifier, isRefresh: false };
    },
    markAsked: (source, identifier) => void asked.add(cacheKey(source.id, identifier)),
    unreadKeys(sources) {
      const keys = sources.flatMap((source) => questions(source).map((id) => cacheKey(source.id, id)));
      const fresh = keys.filter((key) => !read.has(key));
      for (const key of fresh) read.add(key);
      return fresh;
    },
  };
}
