import { type Citation, citationIdentifiers } from '../model/citation';
import { failedAs, type Result, success } from '../model/failure';
import { identifierKey } from '../model/identifier';
import type { LookUpQuestion } from '../model/look-up';
import { pageKeys } from '../model/page-key';
import type { Encounter, ReadingItem } from '../model/reading-item';
import type { Work } from '../model/work';
import type { ItemChange } from '../platform/messages';
import { withBothEdits } from './both-edits';
import type { ItemStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { thinWork } from './thin-work';
import { intoTrash, outOfTrash } from './trash';

/** What can be done with the reading list. Everything may be said twice and is then done once. */
export interface ReadingList {
  /**
   * Lists the work of a citation, once, and adds the place where it was met, once. A work that was in the trash comes out
   * of it. A remark is added to what it has, once.
   */
  save(
    citation: Citation,
    page: { readonly url: string; readonly title: string },
    where: Where,
    remark?: string,
  ): Promise<Result<ReadingItem>>;
  /** @param seen - What the window that changes it had seen of it; see `both-edits.ts`. */
  change(id: string, change: ItemChange, where: Where, seen?: ItemChange): Promise<Result<ReadingItem>>;
  /** Puts an item into the trash; one that is unknown is none any more. */
  remove(id: string, where: Where): Promise<Result<Record<string, never>>>;
  restore(id: string, where: Where): Promise<Result<ReadingItem>>;
}

/** What the reading list leans on. */
export interface ReadingListNeeds {
  readonly items: ItemStore;
  /** The record that the cache holds, merged from all services; undefined where there is none. No requests. */
  readonly known: (question: LookUpQuestion) => Promise<Work | undefined>;
  /** What two records of one work say together; the first is the one stored. */
  readonly merge: (stored: Work, found: Work) => Work;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
  readonly newId: () => string;
}

/**
 * The keys under which a work is recognised: its identifiers, else the cited address, else its printed reference. Two
 * questions that share a key are about one work.
 *
 * @returns Empty where nothing tells the work from any other.
 */
export function workKeys(work: Pick<Work, 'ids'>, question: LookUpQuestion): readonly string[] {
  const ids = [...work.ids, ...question.identifiers].map(identifierKey);
  if (ids.length > 0) return [...new Set(ids)];
  if (question.url) return pageKeys({ url: question.url });
  const printed = (question.referenceText ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return printed ? [`text:${printed.slice(0, 400)}`] : [];
}

const sameSentence = (a: string | undefined, b: string | undefined) =>
  (a ?? '').replace(/\s+/g, ' ').trim() === (b ?? '').replace(/\s+/g, ' ').trim();

/** The places where a work was met, with one more; the same list where that page and sentence are in it already. */
export function withEncounter(encounters: readonly Encounter[], met: Encounter): readonly Encounter[] {
  const keys = pageKeys({ url: met.url });
  const isKnown = encounters.some(
    (old) => sameSentence(old.sentence, met.sentence) && pageKeys({ url: old.url }).some((key) => keys.includes(key)),
  );
  return isKnown ? encounters : [...encounters, met];
}

const gone = () => failedAs('invalid', 'items', 'itemGone');

/** The reading list over a store and the cache. */
export function createReadingList({ items, known, merge, now, newId }: ReadingListNeeds): ReadingList {
  async function alter(
    id: string,
    where: Where,
    change: (stored: ReadingItem) => ReadingItem,
  ): Promise<Result<ReadingItem>> {
    const refusal = refusePrivate(where);
    if (refusal) return refusal;
    const result = await items.update(id, (stored) => stored && change(stored));
    if (!result.ok) return result;
    return result.value ? success(result.value) : gone();
  }

  return {
    async save(citation, page, where, remark = '') {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const at = now();
      const question: LookUpQuestion = {
        identifiers: citationIdentifiers(citation),
        referenceText: citation.reference?.text,
        url: citation.url,
      };
      const found = (await known(question)) ?? thinWork(citation, at);
      // A reference that has names only now is known by what is printed, too: on a page, that is all there is to tell it by.
      const printed = question.identifiers.length > 0 ? [] : workKeys({ ids: [] }, question);
      const keys = [...new Set([...workKeys(found, question), ...printed])];
      const met: Encounter = { url: page.url, title: page.title, sentence: citation.claim, at };
      const fresh: ReadingItem = {
        id: newId(),
        work: found,
        status: 'to-read',
        remark,
        tags: [],
        encounters: [met],
        added: at,
        modified: at,
      };
      // A bare label says what it means on its own page only.
      const orHere = keys.length > 0 ? keys : [`label:${citation.label} ${pageKeys({ url: page.url })[1] ?? page.url}`];
      return items.upsert(orHere, (stored) => {
        if (!stored) return fresh;
        const { deleted, ...kept } = stored;
        const encounters = withEncounter(kept.encounters, met);
        // A paragraph of its own: a word that is part of another remark is not kept yet.
        const isKept = remark === '' || `\n\n${kept.remark}\n\n`.includes(`\n\n${remark}\n\n`);
        const remarks = isKept ? kept.remark : `${kept.remark}\n\n${remark}`.trim();
        const isChanged = deleted !== undefined || encounters !== kept.encounters || remarks !== kept.remark;
        const modified = isChanged ? at : kept.modified;
        return { ...kept, work: merge(kept.work, found), remark: remarks, encounters, modified };
      });
    },
    change: (id, change, where, seen) =>
      alter(id, where, (stored) => {
        const both = withBothEdits(stored, change, seen);
        const wanted = Object.fromEntries(Object.entries(both).filter(([, value]) => value !== undefined));
        const next: ReadingItem = { ...stored, ...wanted };
        return JSON.stringify(next) === JSON.stringify(stored) ? stored : { ...next, modified: now() };
      }),
    async remove(id, where) {
      const result = await alter(id, where, (stored) => intoTrash(stored, now()));
      return result.ok || result.failure.kind === 'invalid' ? success({}) : result;
    },
    restore: (id, where) => alter(id, where, (stored) => outOfTrash(stored, now())),
  };
}
