import type { Collection } from '../model/collection';
import type { ReadingItem } from '../model/reading-item';
import type { Taken } from './format';
import { sortPassages } from './passages-of-works';

/** A part of the library: all of it, what has a tag, a collection, what was saved on a page, or entries with these ids. */
export type Scope =
  | { readonly type: 'all' }
  | { readonly type: 'tag'; readonly tag: string }
  | { readonly type: 'collection'; readonly collection: Collection }
  | { readonly type: 'page'; readonly url: string; readonly title: string }
  | { readonly type: 'ids'; readonly ids: ReadonlySet<string> };

/** Works in the reader's own order of a collection; those that are not named come after them. */
function byHand(items: readonly ReadingItem[], order: readonly string[]): readonly ReadingItem[] {
  const place = new Map(order.map((id, i) => [id, i]));
  const placeOf = ({ id }: ReadingItem) => place.get(id) ?? order.length;
  return [...items].sort((a, b) => placeOf(a) - placeOf(b));
}

/** Works that pass, and the passages that pass or were marked in one of them. */
function kept({ items, passages }: Taken, passes: (entry: Taken['items' | 'passages'][number]) => boolean): Taken {
  const works = items.filter(passes);
  const marked = new Set([...sortPassages({ items: works, passages }).ofWork.values()].flat());
  return { items: works, passages: passages.filter((passage) => passes(passage) || marked.has(passage)) };
}

/** The works and passages of a part of the library. What was chosen by id is just that; a topic brings the passages of its works along. */
export function scoped(taken: Taken, scope: Scope): Taken {
  switch (scope.type) {
    case 'all':
      return taken;
    case 'tag':
      return kept(taken, ({ tags }) => tags.includes(scope.tag));
    case 'collection': {
      const { id, order } = scope.collection;
      const found = kept(taken, (entry) => 'collections' in entry && (entry.collections?.includes(id) ?? false));
      return { ...found, items: byHand(found.items, order) };
    }
    case 'page':
      return {
        // A work belongs to the page where it was met.
        items: taken.items.filter(({ encounters }) => encounters.some(({ url }) => url === scope.url)),
        passages: taken.passages.filter(({ page }) => page.url === scope.url),
      };
    case 'ids':
      return {
        items: taken.items.filter(({ id }) => scope.ids.has(id)),
        passages: taken.passages.filter(({ id }) => scope.ids.has(id)),
      };
  }
}

/** Most pages that are offered by name: the newest. */
const MOST_PAGES = 40;

/** The pages on which passages were saved or works were met, each once, in the order of the library. */
export function pagesOf({ items, passages }: Taken): readonly { readonly url: string; readonly title: string }[] {
  const pages = new Map<string, string>();
  const places = [...passages.map(({ page }) => page), ...items.flatMap(({ encounters }) => encounters)];
  for (const { url, title } of places) {
    if (!pages.has(url) && pages.size < MOST_PAGES) pages.set(url, title.trim() || url);
  }
  return [...pages].map(([url, title]) => ({ url, title }));
}

/** Tags of works and passages, each once, by name. */
export const tagsOf = ({ items, passages }: Taken): readonly string[] =>
  [...new Set([...items, ...passages].flatMap(({ tags }) => tags))].sort((a, b) => a.localeCompare(b, 'en'));
