import type { ReadingItem } from '../model/reading-item';
import { plainText } from '../model/rich-text';
import { type WorkKind, workYear } from '../model/work';
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
export function arranged(
  { items, passages }: Taken,
  order: WrittenOrder,
  groupBy: Grouping,
  names?: GroupNames,
): Taken {
  const sorted = order === 'kept' ? items : [...items].sort(SORTS[order]);
  return {
    items: groupsOf(sorted, groupBy, names).flatMap((group) => group.items),
    passages:
      order === 'oldest'
        ? [...passages].sort((a, b) => a.created - b.created)
        : order === 'title'
          ? [...passages].sort(byText(({ page }) => page.title))
          : passages,
  };
}

/** What a work is listed under. Of several topics it is the first, so that no work is written twice. */
function headingOf(item: ReadingItem, groupBy: Grouping, names: GroupNames): string {
  if (groupBy === 'kind') return names.kind(item.work.kind);
  if (groupBy === 'year') return String(workYear(item.work) ?? '');
  return groupBy === 'topic' ? (item.tags[0] ?? '') : '';
}

/** What groups are called that are not named by a tag or year. */
export interface GroupNames {
  kind(kind: WorkKind): string;
  readonly noYear: string;
  readonly noTopic: string;
}

const IN_ENGLISH: GroupNames = { kind: inWords, noYear: 'Without a year', noTopic: 'Without a topic' };

/**
 * Works in groups, each in the order given: kinds and topics by name, years from the newest; what has none is last. One
 * group without a heading where nothing is grouped.
 */
export function groupsOf(
  items: readonly ReadingItem[],
  groupBy: Grouping = 'none',
  names: GroupNames = IN_ENGLISH,
): readonly Group[] {
  if (groupBy === 'none') return [{ heading: '', items }];
  const groups = new Map<string, ReadingItem[]>();
  for (const item of items) {
    const heading = headingOf(item, groupBy, names);
    const group = groups.get(heading);
    if (group) group.push(item);
    else groups.set(heading, [item]);
  }
  const headings = [...groups.keys()].sort(
    groupBy === 'year' ? (a, b) => Number(!a) - Number(!b) || Number(b) - Number(a) : byText((name) => name),
  );
  const nameless = groupBy === 'year' ? names.noYear : names.noTopic;
  return headings.map((heading) => ({ heading: heading || nameless, items: groups.get(heading)! }));
}
