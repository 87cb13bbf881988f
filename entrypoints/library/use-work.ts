import { useEffect, useState } from 'preact/hooks';
import type { RelatedItem, WorkView } from '../../components/library/work-page';
import type { Collection } from '../../utils/model/collection';
import type { ReadingItem } from '../../utils/model/reading-item';
import { itemOf } from '../../utils/storage/items';
import type { Entry, TextSearch } from '../../utils/storage/search-index';
import { watch } from '../../utils/storage/watch';

type Find = (search: TextSearch, most: number) => Promise<readonly Entry[]>;

/** Works shown for one reason. */
const EACH = 4;
const MOST = 12;

const inAddress = (): string | undefined => /^#work=([\w-]+)$/.exec(location.hash)?.[1];

/** The works that share something with one, each for its strongest reason. */
async function relatedTo(item: ReadingItem, collections: readonly Collection[], find: Find) {
  const base = { text: '', isTyping: false, order: 'best' as const };
  const names = new Map(collections.map(({ id, name }) => [id, name]));
  const phrase = (words: string) => ({ ...base, text: `"${words.replaceAll('"', ' ')}"`, chosen: { in: ['items'] } });
  const authors = (item.work.csl.author ?? []).slice(0, 3).flatMap(({ family }) => family ?? []);
  const pages = [...new Set(item.encounters.map(({ title }) => title.trim()))].filter(Boolean).slice(0, 3);
  const reasons: readonly (readonly [RelatedItem['reason'], string, TextSearch])[] = [
    ...(item.collections ?? []).flatMap((id) =>
      names.has(id)
        ? [['collection', names.get(id)!, { ...base, chosen: { in: ['items'], collection: [id] } }] as const]
        : [],
    ),
    ...pages.map((title) => ['page', title, phrase(title)] as const),
    ...authors.map((family) => ['author', family, phrase(family)] as const),
    ...item.tags.slice(0, 5).map((tag) => ['tag', tag, { ...base, chosen: { in: ['items'], tag: [tag] } }] as const),
  ];
  const related = new Map<string, RelatedItem>();
  for (const [reason, shared, search] of reasons) {
    const found = await find(search, EACH + 1);
    for (const { table, entry } of found) {
      if (table !== 'items' || entry.id === item.id || related.has(entry.id)) continue;
      // The words may stand elsewhere in the work: only what is shared indeed is a reason.
      const isShared =
        reason === 'author'
          ? entry.work.csl.author?.some(({ family }) => family === shared)
          : reason !== 'page' || entry.encounters.some(({ title }) => title.trim() === shared);
      if (isShared) related.set(entry.id, { item: entry, reason, shared });
    }
  }
  return [...related.values()].slice(0, MOST);
}

/** The work that the address names, live; undefined while it names none. */
export function useWork(collections: readonly Collection[], find: Find) {
  const [id, setId] = useState(inAddress);
  const [view, setView] = useState<WorkView>();
  useEffect(() => {
    const look = () => {
      setId(inAddress());
      scrollTo(0, 0);
    };
    addEventListener('hashchange', look);
    return () => removeEventListener('hashchange', look);
  }, []);
  useEffect(() => {
    setView(undefined);
    if (id === undefined) return;
    return watch(
      async (database) => {
        const row = await database.items.get(id);
        if (!row || row.deleted !== undefined) return { passages: [], related: [] };
        const passages = await database.passages
          .where('page.keys')
          .anyOf([...row.keys])
          .distinct()
          .toArray();
        return {
          item: itemOf(row),
          passages: passages.filter(({ deleted }) => deleted === undefined).sort((a, b) => a.created - b.created),
          related: [],
        };
      },
      (watched) => {
        if (watched.type === 'open') setView((before) => ({ ...watched.value, related: before?.related ?? [] }));
      },
      {},
    );
  }, [id]);
  const item = view?.item;
  useEffect(() => {
    if (!item) return;
    let isOver = false;
    void relatedTo(item, collections, find).then((related) => {
      if (!isOver) setView((before) => before && { ...before, related });
    });
    return () => {
      isOver = true;
    };
  }, [item?.id, item?.modified, collections]);
  return id === undefined ? undefined : { view };
}
