import type { Result } from '../model/failure';
import type { Library } from './library';

/** Entries of each kind that are looked at, those changed last first: no index knows tags, and a large library must not be read whole. */
const MOST_ROWS = 5000;
/** Most tags that are given. */
const MOST_TAGS = 1000;

/** The tags that the reader uses, the most used first; of those used alike the one used last. */
export const usedTags = (library: Library): Promise<Result<readonly string[]>> =>
  library.use('tags.used', async (database) => {
    const counts = new Map<string, number>();
    for (const table of [database.passages, database.items]) {
      await table
        .orderBy('modified')
        .reverse()
        .limit(MOST_ROWS)
        .each(({ tags, deleted }: { readonly tags: readonly string[]; readonly deleted?: number }) => {
          if (deleted === undefined) for (const tag of tags) counts.set(tag, (counts.get(tag) ?? 0) + 1);
        });
    }
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, MOST_TAGS)
      .map(([tag]) => tag);
  });
