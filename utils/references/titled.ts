import { type EntryIndex, type ListedEntry, lettersOf } from './entry-index';
import { foldName } from './fold';

/** What fills a part of a bracket before a page: a title, perhaps behind the family name of its author. */
const TITLED =
  /(?:^|;)[^\p{Lu}“"‘«„]*((?:(\p{Lu}[\p{L}’'-]+)[^,;“"]*,\s)?[“"‘«„]?(\p{Lu}[^“”"«»();]{3,60}?)\P{L}+(?:pp?\.\s?)?)$/u;

/**
 * The entries that a title before a page stands for, as literature cites the works of an author that it has several of, and
 * those that name none: `(Tarn, “Harbour Lamps” 5)`, `(“Leaving Lamps” 7)`.
 *
 * @param before - What stands before the page in its bracket.
 * @returns With how many UTF-16 units before the page the title or its author begins; undefined for most brackets.
 */
export function titledIn<E extends ListedEntry>(
  before: string,
  { named }: EntryIndex<E>,
): { readonly length: number; readonly entries: readonly E[] } | undefined {
  const [, { length } = '', name, title = ''] = TITLED.exec(before) ?? [];
  const words = title.match(/\p{L}{3,}/gu) ?? [];
  const letters = lettersOf(title);
  const key = name ?? words.at(-1);
  if (!key || (!name && words.length < 2)) return undefined;
  const entries = (named.get(foldName(key)) ?? [])
    .filter(({ first, entry: { text } }) =>
      name ? first.has(foldName(name)) && lettersOf(text).includes(letters) : lettersOf(text).startsWith(letters),
    )
    .map(({ entry }) => entry);
  return entries.length > 0 ? { length, entries } : undefined;
}
