import type { Result } from '../model/failure';
import type { Library } from './library';

/** Entries of each kind whose tags are counted, those changed last first: a large library must not be read whole. */
const MOST_ROWS = 5000;
/** Most tags that are given. */
const MOST_TAGS = 10_000;

/**
 * The tags that the reader uses, the most used of late first; of those used alike the one used last. Then those that only older
 * entries have, by the alphabet.
 */
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
    const late = [...counts].sort(([, a], [, b]) => b - a).map(([tag]) => tag);
    const all = await Promise.all(
      [database.passages, database.items].map((table) => table.orderBy('tags').uniqueKeys()),
    );
    const older = [...new Set(all.flat() as string[])].filter((tag) => !counts.has(tag)).sort();
    return [...late, ...older].slice(0, MOST_TAGS);
  });
