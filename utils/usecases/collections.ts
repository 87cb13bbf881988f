import type { Collection, CollectionChange } from '../model/collection';
import { failedAs, type Result, success } from '../model/failure';
import { withBothEdits } from './both-edits';
import type { CollectionStore } from './library-ports';
import { refusePrivate, type Where } from './private-windows';
import { intoTrash, outOfTrash } from './trash';

/** What can be done with collections. Everything may be said twice and is then done once. */
export interface Collections {
  /** Changes a collection; one that is unknown is made, where the change gives it a name. */
  change(id: string, change: CollectionChange, where: Where, seen?: CollectionChange): Promise<Result<Collection>>;
  /** Works were put into these or taken out of them: that is a change of theirs, too. Nothing is said where it fails. */
  touch(ids: readonly string[]): Promise<void>;
}

/** The collections into which a change puts a work, or out of which it takes it. */
export const movedAmong = (before: readonly string[] = [], after: readonly string[] = before): readonly string[] => [
  ...after.filter((id) => !before.includes(id)),
  ...before.filter((id) => !after.includes(id)),
];

/** The collection with a work's grade changed, and without its own search where that is to be forgotten. */
function withDetails(
  collection: Collection,
  graded: CollectionChange['graded'],
  dropsTopicSearch: boolean | undefined,
): Collection {
  const { topicSearch, ...rest } = collection;
  const kept = dropsTopicSearch || !topicSearch ? rest : collection;
  if (!graded) return kept;
  const { [graded.item]: _old, ...others } = kept.grades ?? {};
  return { ...kept, grades: graded.grade ? { ...others, [graded.item]: graded.grade } : others };
}

/**
 * Collections over a store.
 *
 * @param now - Milliseconds since the epoch.
 */
export function createCollections(store: CollectionStore, now: () => number): Collections {
  return {
    async change(id, { isDeleted, graded, dropsTopicSearch, ...fields }, where, seen) {
      const refusal = refusePrivate(where);
      if (refusal) return refusal;
      const at = now();
      const result = await store.update(id, (stored) => {
        if (!stored && fields.name === undefined) return undefined;
        const before = stored ?? { id, name: '', introduction: '', order: [], created: at, modified: at };
        const wanted = Object.fromEntries(
          Object.entries(withBothEdits(before, fields, seen)).filter(([, value]) => value !== undefined),
        );
        const next = withDetails({ ...before, ...wanted }, graded, dropsTopicSearch);
        const moved =
          isDeleted === undefined ? next : ((isDeleted ? intoTrash(next, at) : outOfTrash(next, at)) as Collection);
        if (stored && JSON.stringify(moved) === JSON.stringify(stored)) return stored;
        return { ...moved, modified: at };
      });
      if (!result.ok) return result;
      return result.value ? success(result.value) : failedAs('invalid', 'collections', 'collectionGone');
    },
    async touch(ids) {
      for (const id of ids) await store.update(id, (stored) => stored && { ...stored, modified: now() });
    },
  };
}
