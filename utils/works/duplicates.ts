import { type Work, workYear } from '../model/work';

/** A listed work, as much of it as tells it from others. */
export interface Listed {
  readonly id: string;
  /** The keys under which it is recognised. */
  readonly keys: readonly string[];
  readonly work: Work;
}

/** Shorter titles ("Introduction", "Editorial") are shared by works that have nothing to do with one another. */
const TITLE_LENGTH = 20;

/** Names under which two records of one work meet: their keys, and a long title with its year and first name. */
function namesOf({ keys, work }: Listed): readonly string[] {
  const title = (work.csl.title ?? '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const first = work.csl.author?.[0];
  const name = (first?.family ?? first?.literal ?? '').toLowerCase();
  const year = workYear(work);
  return title.length < TITLE_LENGTH || year === undefined ? keys : [...keys, `title:${title} ${year} ${name}`];
}

/** Finds works that are listed more than once. @returns Groups of two or more ids, in the order given. */
export function duplicates(listed: Iterable<Listed>): readonly (readonly string[])[] {
  const groupOf = new Map<string, Set<string>>();
  for (const each of listed) {
    const names = namesOf(each);
    const group = new Set([each.id]);
    for (const name of names) for (const id of groupOf.get(name) ?? []) group.add(id);
    // Every name of every member leads to the one group: a chain of works that share names in pairs is one work.
    const joined = new Set(names.flatMap((name) => groupOf.get(name) ?? []));
    for (const [name, old] of joined.size > 0 ? groupOf : []) if (joined.has(old)) groupOf.set(name, group);
    for (const name of names) groupOf.set(name, group);
  }
  return [...new Set(groupOf.values())].filter(({ size }) => size > 1).map((group) => [...group]);
}
