/**
 * What two edits of one text say together: nothing that either wrote is lost, and nothing stands twice.
 *
 * @param seen - What both began with.
 * @param mine - The edit that comes second.
 * @param stored - What the other edit has made of it.
 * @returns Where the other only added to the text, both additions; where it rewrote it, mine and then the other. Merging mine once
 *   more into what came of it changes nothing: a message may be said twice.
 */
export function mergeTexts(seen: string, mine: string, stored: string): string {
  if (stored === seen || stored === mine) return mine;
  if (mine === seen) return stored;
  if (mine.includes(stored)) return mine;
  if (stored.includes(mine)) return stored;
  // A function, since `$` means something in a replacement.
  if (seen !== '' && stored.includes(seen)) return stored.replace(seen, () => mine);
  return `${mine}\n\n${stored}`;
}

/**
 * What two edits of one list make together: what either put in is in it, what either took out is not.
 *
 * @param seen - What the second edit began with.
 */
export function mergeLists(
  seen: readonly string[],
  mine: readonly string[],
  stored: readonly string[],
): readonly string[] {
  const added = mine.filter((each) => !seen.includes(each) && !stored.includes(each));
  const removed = seen.filter((each) => !mine.includes(each));
  return [...stored.filter((each) => !removed.includes(each)), ...added];
}
