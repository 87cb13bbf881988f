import { useEffect, useState } from 'preact/hooks';
import type { LibraryActions } from '../../components/library/library-page';
import { t } from '../../components/library/words';
import type { Collection } from '../../utils/model/collection';
import { sendToBackground } from '../../utils/platform/send';
import { watchCollections } from '../../utils/storage/watched';
import { edited, type Telling } from './telling';

/** The reader's collections, live. */
/** @param isOpen - Whether the library is shown: nothing is read before its first entries. */
export function useCollections(isOpen: boolean): readonly Collection[] {
  const [collections, setCollections] = useState<readonly Collection[]>([]);
  useEffect(() => {
    if (isOpen) return watchCollections((watched) => watched.type === 'open' && setCollections(watched.value));
  }, [isOpen]);
  return collections;
}

/**
 * What can be done with collections.
 *
 * @param shown - The works of the collection that is shown, in their order.
 * @param wanted - The collection that is shown as soon as it is known.
 */
export function collectionActions(
  { tell, settle }: Telling,
  ask: LibraryActions['ask'],
  active: () => string | undefined,
  shown: () => Promise<readonly string[]>,
  wanted: { current: string | undefined },
): Pick<LibraryActions, 'changeCollection' | 'makeCollection' | 'deleteCollection' | 'moveItem'> {
  return {
    changeCollection: (id, change, seen) =>
      edited({ tell, settle }, sendToBackground('changeCollection', { id, change, seen }), change),
    async makeCollection(name, search) {
      const id = crypto.randomUUID();
      // It is shown once it is in the list, so that its name and its works come at one time.
      if (!search) wanted.current = id;
      await settle(sendToBackground('changeCollection', { id, change: { name, search } }));
    },
    async deleteCollection({ id, name, search }) {
      const say = (isDeleted: boolean) => sendToBackground('changeCollection', { id, change: { isDeleted } });
      if (!(await settle(say(true)))) return;
      ask({ text: '', chosen: {}, order: 'best' });
      tell({ message: t(search ? 'forgotSearch' : 'deletedCollection', name), undo: [() => say(false)] });
    },
    async moveItem(item, by) {
      const id = active();
      const order = [...(await shown())];
      const from = order.indexOf(item);
      const to = from + by;
      if (id === undefined || from < 0 || to < 0 || to >= order.length) return;
      order.splice(to, 0, ...order.splice(from, 1));
      await settle(sendToBackground('changeCollection', { id, change: { order } }));
    },
  };
}
