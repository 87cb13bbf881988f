import type { BrokenEntry, BrokenPlace, BrokenWhy } from '../model/imported';
import type { Colour, Place, TextPosition, TextQuote } from '../model/passage';
import type { Inline } from '../model/rich-text';
import type { CslItem } from '../model/work';

/** A work as a file tells of it. Nothing in it has been checked against anything but the file's own rules. */
export interface ReadItem {
  /** `id` is the file's own key, or empty. */
  readonly csl: CslItem;
  /** Title with its marks; empty where none was told. */
  readonly title: readonly Inline[];
  readonly remark: string;
  readonly tags: readonly string[];
  /** The reference as it was printed, where that is all there is. */
  readonly printed?: string;
}

/** A passage as a file tells of it. */
export interface ReadPassage {
  readonly url: string;
  /** Title of its page; empty where not told. */
  readonly title: string;
  readonly quote: TextQuote;
  readonly position?: TextPosition;
  /** Its other words, which stand apart. */
  readonly more?: readonly Place[];
  readonly colour?: Colour;
  readonly remark: string;
  readonly tags: readonly string[];
  /** Milliseconds since the epoch; undefined where not told. */
  readonly created?: number;
}

/** Everything in a file: what could be read, and what could not. */
export interface ReadFile {
  readonly items: readonly ReadItem[];
  readonly passages: readonly ReadPassage[];
  readonly broken: readonly BrokenEntry[];
}

export type { BrokenEntry, BrokenWhy } from '../model/imported';

/** Characters of a broken entry that are kept: enough for the whole of nearly any, so that a reader can mend what was left out. */
const LONGEST_BROKEN = 5000;

/** A broken entry with its text, cut where it is very long. */
export const brokenEntry = (where: BrokenPlace, why: BrokenWhy, text: string): BrokenEntry => ({
  where,
  why,
  text: text.slice(0, LONGEST_BROKEN).toWellFormed(),
});

/** A file that is not of its format at all. */
export const unreadable = (why: BrokenWhy, text: string): ReadFile => ({
  items: [],
  passages: [],
  broken: [brokenEntry(['file'], why, text)],
});

/** Tags from one field that holds several: each once, none empty. */
export const tagsFrom = (parts: readonly string[]): readonly string[] => [
  ...new Set(parts.map((part) => part.trim()).filter(Boolean)),
];

/** The fields of a record that have a value. */
export function known<Fields extends Readonly<Record<string, unknown>>>(fields: Fields): Partial<Fields> {
  return Object.fromEntries(
    Object.entries(fields).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as Partial<Fields>;
}

/** What was read of a file in slices of at most so many entries, at least one; what could not be read is in the first. */
export function* slicesOf({ items, passages, broken }: ReadFile, most: number): Generator<ReadFile> {
  for (let from = 0; from < Math.max(items.length + passages.length, 1); from += most) {
    const to = from + most;
    yield {
      items: items.slice(from, to),
      passages: passages.slice(Math.max(from - items.length, 0), Math.max(to - items.length, 0)),
      broken: from === 0 ? broken : [],
    };
  }
}

/** The slices of a file as they were before. */
export const joinedSlices = (slices: readonly ReadFile[]): ReadFile => ({
  items: slices.flatMap(({ items }) => items),
  passages: slices.flatMap(({ passages }) => passages),
  broken: slices.flatMap(({ broken }) => broken),
});
