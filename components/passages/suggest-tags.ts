/** Most tags that are offered at once. */
const MOST = 6;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/**
 * The tags of the library that complete what is being written: those that begin with it, then those in which a word does, then
 * those that hold it; accents and case do not count.
 *
 * @param known - Tags of the library, the most wanted first.
 * @param chosen - Those that the passage has already.
 */
export function suggestTags(draft: string, known: readonly string[], chosen: readonly string[]): readonly string[] {
  const wanted = folded(draft.trim());
  const rank = (tag: string): number => {
    const at = folded(tag).indexOf(wanted);
    if (at <= 0) return at;
    return folded(tag).includes(` ${wanted}`) ? 1 : 2;
  };
  return known
    .filter((tag) => !chosen.includes(tag))
    .map((tag) => ({ tag, rank: rank(tag) }))
    .filter(({ rank }) => rank >= 0)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST)
    .map(({ tag }) => tag);
}

/** What is being written as a tag: as the library writes it, where it has the same word with other capitals. */
export function spelledTag(draft: string, known: readonly string[]): string {
  const tag = draft.replace(/\s+/g, ' ').trim();
  return known.includes(tag) ? tag : (known.find((other) => other.toLowerCase() === tag.toLowerCase()) ?? tag);
}
