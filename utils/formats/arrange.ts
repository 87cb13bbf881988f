import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import { workYear } from '../model/work';
import type { Taken } from './format';
import { itemTitle } from './record';

/** Orders in which works and passages may be written; `kept` is the library's own: newest first. */
export const WRITTEN_ORDERS = ['kept', 'oldest', 'author', 'year', 'title'] as const;
/** One of {@link WRITTEN_ORDERS}. */
export type WrittenOrder = (typeof WRITTEN_ORDERS)[number];

/** What works may stand together by; a topic is a tag of the reader's. */
export const GROUPINGS = ['none', 'kind', 'year', 'topic'] as const;
/** One of {@link GROUPINGS}. */
export type Grouping = (typeof GROUPINGS)[number];

/** Works that stand together, under a heading; its words are empty where nothing is grouped. */
export interface Group {
  readonly heading: string;
  readonly items: readonly ReadingItem[];
}

/** `systematic-review` as people read it. */
export const inWords = (id: string): string => id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');

const author = ({ work: { csl } }: ReadingItem): string => {
  const name = csl.author?.[0] ?? csl.editor?.[0];
  return name?.family ?? name?.literal ?? name?.given ?? '';
};

/** Sorts by a text, without regard to case and accents; what has none comes last. */
const byText =
  <T>(textOf: (each: T) => string) =>
  (a: T, b: T): number => {
    const [first, second] = [textOf(a).trim(), textOf(b).trim()];
    return Number(!first) - Number(!second) || COLLATOR.compare(first, second);
  };
const COLLATOR = new Intl.Collator('en', { sensitivity: 'base', numeric: true });

const title = (item: ReadingItem): string => plainText(itemTitle(item));
const yearOf = ({ work }: ReadingItem): number => workYear(work) ?? Number.NEGATIVE_INFINITY;

const SORTS: Readonly<Record<Exclude<WrittenOrder, 'kept'>, (a: ReadingItem, b: ReadingItem) => number>> = {
  oldest: (a, b) => a.added - b.added,
  author: byText(author),
  year: (a, b) => (yearOf(a) === yearOf(b) ? 0 : yearOf(b) - yearOf(a)),
  title: byText(title),
};

/** Works in an order, groups together, and passages likewise: those of one page stay in the order of their making. */
export function arranged({ items, passages }: Taken, order: WrittenOrder, groupBy: Grouping): Taken {
  const sorted = order === 'kept' ? items : [...items].sort(SORTS[order]);
  return {
    items: groupsOf(sorted, groupBy).flatMap((group) => group.items),
    passages:
      order === 'oldest'
        ? [...passages].sort((a, b) => a.created - b.created)
        : order === 'title'
          ? [...passages].sort(byText(({ page }) => page.title))
          : passages,
  };
}

/** What a work is listed under. Of several topics it is the first, so that no work is written twice. */
function headingOf(item: ReadingItem, groupBy: Grouping): string {
  if (groupBy === 'kind') return inWords(item.work.kind);
  if (groupBy === 'year') return String(workYear(item.work) ?? '');
  return groupBy === 'topic' ? (item.tags[0] ?? '') : '';
}

const NAMELESS: Readonly<Record<Grouping, string>> = {
  none: '',
  kind: '',
  year: 'Without a year',
  topic: 'Without a topic',
};

/**
 * Works in groups, each in the order given: kinds and topics by name, years from the newest; what has none is last. One
 * group without a heading where nothing is grouped.
 */
export function groupsOf(items: readonly ReadingItem[], groupBy: Grouping = 'none'): readonly Group[] {
  if (groupBy === 'none') return [{ heading: '', items }];
  const groups = new Map<string, ReadingItem[]>();
  for (const item of items) {
    const heading = headingOf(item, groupBy);
    const group = groups.get(heading);
    if (group) group.push(item);
    else groups.set(heading, [item]);
  }
  const names = [...groups.keys()].sort(
    groupBy === 'year' ? (a, b) => Number(!a) - Number(!b) || Number(b) - Number(a) : byText((name) => name),
  );
  return names.map((name) => ({ heading: name || NAMELESS[groupBy], items: groups.get(name)! }));
}
