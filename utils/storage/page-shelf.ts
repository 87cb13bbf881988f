import type { Passage } from '../model/passage';
import type { ReadingItem } from '../model/reading-item';
import type { Database, OpenOptions } from './database';
import { itemOf } from './items';
import { type Watched, watch } from './watch';

/** What is asked of the library about a page. */
export interface PageWish {
  /** Under which the page's passages are kept. */
  readonly pageKeys: readonly string[];
  /** Keys of the works it cites; see `workKeys` of the reading list. */
  readonly workKeys: readonly string[];
}

/** A work of the reading list that has to do with a page, and why. */
export interface RelatedToPage {
  readonly item: ReadingItem;
  /** `page`: it is this page itself. `met`: it was met here. Else what it shares with works that the page cites, or with passages of it. */
  readonly reason: 'page' | 'met' | 'collection' | 'tag';
  /** Name of the collection or tag. */
  readonly shared?: string;
}

/** What the library knows of a page. */
export interface PageShelf {
  /** Passages saved on it, the oldest first. */
  readonly passages: readonly Passage[];
  /** Items of works that it cites, by each of the keys asked for. */
  readonly cited: ReadonlyMap<string, ReadingItem>;
  /** Other works of the reading list. */
  readonly related: readonly RelatedToPage[];
  /** When something was first kept of this page, milliseconds since the epoch; undefined where nothing was. */
  readonly firstKept?: number;
}

/** Most related works. */
const MOST_RELATED = 12;
/** Keys that are looked up at a time. */
const AT_ONCE = 2000;

async function itemsUnder(database: Database, keys: readonly string[]) {
  const rows = new Map<string, { row: ReadingItem; keys: readonly string[] }>();
  for (let from = 0; from < keys.length; from += AT_ONCE) {
    const found = await database.items
      .where('keys')
      .anyOf(keys.slice(from, from + AT_ONCE))
      .distinct()
      .toArray();
    for (const row of found) if (row.deleted === undefined) rows.set(row.id, { row: itemOf(row), keys: row.keys });
  }
  return [...rows.values()];
}

/** What tells why an item has to do with some works and passages: a collection or a tag that it shares with one of them. */
async function createReasons(database: Database, near: readonly ReadingItem[], passages: readonly Passage[]) {
  const tags = new Set([...near, ...passages].flatMap((entry) => entry.tags));
  const ids = [...new Set(near.flatMap(({ collections }) => collections ?? []))];
  const kept = (await database.collections.bulkGet(ids)).filter((each) => each?.deleted === undefined);
  const names = new Map(kept.flatMap((each) => (each ? [[each.id, each.name] as const] : [])));
  return (item: ReadingItem): Omit<RelatedToPage, 'item'> | undefined => {
    const collection = item.collections?.find((id) => names.has(id));
    if (collection) return { reason: 'collection', shared: names.get(collection) };
    const tag = item.tags.find((each) => tags.has(each));
    return tag === undefined ? undefined : { reason: 'tag', shared: tag };
  };
}

/** Asks the library once; see {@link watchPageShelf}. */
export async function readPageShelf(database: Database, { pageKeys, workKeys }: PageWish): Promise<PageShelf> {
  const kept = await database.passages
    .where('page.keys')
    .anyOf([...pageKeys])
    .distinct()
    .toArray();
  const passages = kept.filter(({ deleted }) => deleted === undefined).sort((a, b) => a.created - b.created);

  const cited = new Map<string, ReadingItem>();
  const wanted = new Set(workKeys);
  for (const { row, keys } of await itemsUnder(database, workKeys))
    for (const key of keys) if (wanted.has(key) && !cited.has(key)) cited.set(key, row);

  const listed = new Set([...cited.values()].map(({ id }) => id));
  const related = new Map<string, RelatedToPage>();
  for (const { row } of await itemsUnder(database, pageKeys))
    if (!listed.has(row.id)) related.set(row.id, { item: row, reason: 'page' });

  const near = [...cited.values(), ...[...related.values()].map(({ item }) => item)];
  const reasonOf = await createReasons(database, near, passages);
  // Which addresses a page has, its keys say; a work is met at an address.
  const here = new Set(pageKeys.flatMap((key) => (key.startsWith('url:') ? [key.slice('url:'.length)] : [])));
  const metHere = ({ encounters }: ReadingItem) =>
    encounters.filter(({ url }) => here.has(url.split('#')[0] ?? '')).map(({ at }) => at);
  const times = [...passages.map(({ created }) => created), ...near.flatMap(metHere)];
  if (here.size > 0) {
    await database.items
      .orderBy('modified')
      .reverse()
      .until(() => related.size >= MOST_RELATED)
      .each((row) => {
        if (row.deleted !== undefined || listed.has(row.id) || related.has(row.id)) return;
        const met = metHere(row);
        times.push(...met);
        const reason = met.length > 0 ? ({ reason: 'met' } as const) : reasonOf(row);
        if (reason) related.set(row.id, { item: itemOf(row), ...reason });
      });
  }
  const rank = { page: 0, met: 1, collection: 2, tag: 3 };
  return {
    passages,
    cited,
    related: [...related.values()].sort((a, b) => rank[a.reason] - rank[b.reason]),
    ...(times.length > 0 && { firstKept: Math.min(...times) }),
  };
}

/** Tells what the library knows of a page, now and after every change. Returns its undo. */
export const watchPageShelf = (
  wish: PageWish,
  tell: (watched: Watched<PageShelf>) => void,
  options: OpenOptions = {},
): (() => void) => watch((database) => readPageShelf(database, wish), tell, options);
