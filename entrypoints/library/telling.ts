import { t } from '../../components/library/words';
import type { Reply } from '../../utils/platform/messages';

/** What the page says of something that was done. */
export interface Told {
  readonly message: string;
  /** What Undo brings back, oldest first. */
  readonly undo: readonly (() => Promise<Reply<unknown>>)[];
  /** Ids of entries that were deleted one after the other: the next is told, and undone, with these. */
  readonly deleted?: readonly string[];
  /** Id of the entry that stood after what was deleted last. */
  readonly next?: string;
}

/** How what was done is said. */
export interface Telling {
  tell(told: Told | undefined): void;
  /** Says why something did not work; gives what came back where it did. */
  settle<T>(saying: Promise<Reply<T>>): Promise<T | undefined>;
}

const WRITTEN = ['remark', 'headline', 'introduction'] as const;
type Written = { readonly [Name in (typeof WRITTEN)[number]]?: string };

/**
 * Gives an entry as it is stored after a change, and says so where it holds what another window has written meanwhile; undefined
 * where it could not be changed.
 */
export async function edited<Row extends Written>(
  { tell, settle }: Telling,
  saying: Promise<Reply<Row>>,
  change: Written,
): Promise<Row | undefined> {
  const stored = await settle(saying);
  const isBoth = WRITTEN.some((field) => change[field] !== undefined && stored?.[field] !== change[field]);
  if (stored && isBoth) tell({ message: t('bothKept'), undo: [] });
  return stored;
}
