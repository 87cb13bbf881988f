import { failed, type Result, success } from '../model/failure';
import type { Passage } from '../model/passage';
import type { PassageChange } from '../platform/messages';
import type { PassageStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { intoTrash, outOfTrash } from './trash';

/** What can be done with passages. Everything may be said twice and is then done once. */
export interface Passages {
  /** The kept passages of a page, oldest first. */
  onPage(keys: readonly string[]): Promise<Result<readonly Passage[]>>;
  /** Saves a passage; one whose id is known already is given back as it is stored, whatever became of it. */
  save(passage: Passage, where: Where): Promise<Result<Passage>>;
  change(id: string, change: PassageChange, where: Where): Promise<Result<Passage>>;
  /** Puts a passage into the trash; one that is not there, or is unknown, is none any more. */
  remove(id: string, where: Where): Promise<Result<Record<string, never>>>;
  /** Takes a passage out of the trash. */
  restore(id: string, where: Where): Promise<Result<Passage>>;
}

const gone = () => failed('invalid', 'passages', 'This passage is no longer in the library.');

const sameTags = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((tag, index) => tag === b[index]);

/**
 * Passages over a store.
 *
 * @param now - Milliseconds since the epoch.
 */
export function createPassages(store: PassageStore, now: () => number): Passages {
  /** A change of a known passage; `undefined` from `change`, or the same passage, changes nothing. */
  async function alter(id: string, where: Where, change: (stored: Passage) => Passage): Promise<Result<Passage>> {
    const refusal = refusePrivate(where);
    if (refusal) return refusal;
    const result = await store.update(id, (stored) => stored && change(stored));
    if (!result.ok) return result;
    return result.value ? success(result.value) : gone();
  }

  return {
    async onPage(keys) {
      const found = await store.onPage(keys);
      if (!found.ok) return found;
      return success(found.value.filter(({ deleted }) => deleted === undefined).sort((a, b) => a.created - b.created));
    },
    async save(passage, where) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      if (passage.page.keys.length === 0) {
        return failed(
          'invalid',
          'passages.save',
          'This page has no lasting address, so a passage of it could not be found again.',
        );
      }
      const { deleted: _deleted, ...fresh } = passage;
      const result = await store.update(passage.id, (stored) => stored ?? fresh);
      if (!result.ok) return result;
      return result.value ? success(result.value) : gone();
    },
    change: (id, change, where) =>
      alter(id, where, (stored) => {
        const next = {
          ...stored,
          colour: change.colour ?? stored.colour,
          remark: change.remark ?? stored.remark,
          tags: change.tags ?? stored.tags,
        };
        const same = next.colour === stored.colour && next.remark === stored.remark && sameTags(next.tags, stored.tags);
        return same ? stored : { ...next, modified: now() };
      }),
    async remove(id, where) {
      const result = await alter(id, where, (stored) => intoTrash(stored, now()));
      return result.ok || result.failure.kind === 'invalid' ? success({}) : result;
    },
    restore: (id, where) => alter(id, where, (stored) => outOfTrash(stored, now())),
  };
}
