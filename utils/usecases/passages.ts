import type { PageHistory, Travel } from '../model/deed';
import { failed, failedAs, type Result, success } from '../model/failure';
import type { Passage } from '../model/passage';
import type { PassageChange } from '../platform/messages';
import { withBothEdits } from './both-edits';
import type { Deeds } from './deeds';
import type { PassageStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { intoTrash, outOfTrash } from './trash';

/** What can be done with passages. Everything may be said twice and is then done once. */
export interface Passages {
  /** The kept passages of a page, oldest first. */
  onPage(keys: readonly string[]): Promise<Result<readonly Passage[]>>;
  /** Saves a passage; one whose id is known already is given back as it is stored, whatever became of it. */
  save(passage: Passage, where: Where): Promise<Result<Passage>>;
  /**
   * @param seen - What the window that changes it had seen of it; see `both-edits.ts`.
   * @param travel - Given where it takes back what was done, or does it again; so below.
   */
  change(
    id: string,
    change: PassageChange,
    where: Where,
    seen?: PassageChange,
    travel?: Travel,
  ): Promise<Result<Passage>>;
  /** Puts a passage into the trash; one that is not there, or is unknown, is none any more. */
  remove(id: string, where: Where, travel?: Travel): Promise<Result<Record<string, never>>>;
  /** Takes a passage out of the trash. */
  restore(id: string, where: Where, travel?: Travel): Promise<Result<Passage>>;
  /** What was done to the passages of a page since the browser was started. */
  history(keys: readonly string[]): Promise<Result<PageHistory>>;
}

const gone = () => failedAs('invalid', 'passages', 'passageGone');

const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag, index) => tag === b[index]);

/**
 * Passages over a store.
 *
 * @param now - Milliseconds since the epoch.
 */
export function createPassages(store: PassageStore, now: () => number, deeds: Deeds): Passages {
  /** Changes what is stored, and remembers what was done. */
  async function update(
    id: string,
    where: Where,
    change: (stored: Passage | undefined) => Passage | undefined,
    travel?: Travel,
  ): Promise<Result<Passage>> {
    const refusal = refusePrivate(where);
    if (refusal) return refusal;
    let before: Passage | undefined;
    const result = await store.update(id, (stored) => {
      before = stored;
      return change(stored);
    });
    if (!result.ok) return result;
    if (!result.value) return gone();
    await deeds.record(before, result.value, travel);
    return success(result.value);
  }
  /** A change of a known passage; the same passage from `change` changes nothing. */
  const alter = (id: string, where: Where, change: (stored: Passage) => Passage, travel?: Travel) =>
    update(id, where, (stored) => stored && change(stored), travel);

  return {
    async onPage(keys) {
      const found = await store.onPage(keys);
      if (!found.ok) return found;
      return success(found.value.filter(({ deleted }) => deleted === undefined).sort((a, b) => a.created - b.created));
    },
    async save(passage, where) {
      if (passage.page.keys.length === 0 && !where.isPrivate) {
        return failed(
          'invalid',
          'passages.save',
          'This page has no lasting address, so a passage of it could not be found again.',
        );
      }
      const { deleted: _deleted, ...fresh } = passage;
      return update(passage.id, where, (stored) => stored ?? fresh);
    },
    change(id, wanted, where, seen, travel) {
      const changed = (stored: Passage): Passage => {
        const change = withBothEdits(stored, wanted, seen);
        const next = {
          ...stored,
          colour: change.colour ?? stored.colour,
          remark: change.remark ?? stored.remark,
          tags: change.tags ?? stored.tags,
          selectors: change.selectors ?? stored.selectors,
        };
        const same =
          next.colour === stored.colour &&
          next.remark === stored.remark &&
          sameTags(next.tags, stored.tags) &&
          JSON.stringify(next.selectors) === JSON.stringify(stored.selectors);
        return same ? stored : { ...next, modified: now() };
      };
      return alter(id, where, changed, travel);
    },
    async remove(id, where, travel) {
      const result = await alter(id, where, (stored) => intoTrash(stored, now()), travel);
      return result.ok || result.failure.kind === 'invalid' ? success({}) : result;
    },
    restore: (id, where, travel) => alter(id, where, (stored) => outOfTrash(stored, now()), travel),
    async history(keys) {
      const found = await store.onPage(keys);
      return found.ok ? success(await deeds.ofPage(keys, found.value)) : found;
    },
  };
}
