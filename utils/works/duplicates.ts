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

/** Works that are listed more than once, found as they are told one after another, so that thousands never take one long task. */
export interface Duplicates {
  add(listed: Listed): void;
  /** Groups of two or more ids, in the order given. A chain of works that share names in pairs is one work. */
  groups(): readonly (readonly string[])[];
}

/** @returns With no works yet. */
export function createDuplicates(): Duplicates {
  const ids: string[] = [];
  /** Of each work the earlier one that it is grouped with, or itself. */
  const leaders: number[] = [];
  const firstWith = new Map<string, number>();
  const leaderOf = (at: number): number => {
    let leader = at;
    while (leaders[leader] !== leader) {
      leaders[leader] = leaders[leaders[leader]!]!;
      leader = leaders[leader]!;
    }
    return leader;
  };
  return {
    add(listed) {
      const at = ids.push(listed.id) - 1;
      leaders.push(at);
      for (const name of namesOf(listed)) {
        const [one, other] = [leaderOf(at), leaderOf(firstWith.get(name) ?? at)];
        leaders[Math.max(one, other)] = Math.min(one, other);
        if (!firstWith.has(name)) firstWith.set(name, at);
      }
    },
    groups() {
      const groups = new Map<number, string[]>();
      for (const [at, id] of ids.entries()) {
        const leader = leaderOf(at);
        const group = groups.get(leader);
        if (group) group.push(id);
        else groups.set(leader, [id]);
      }
      return [...groups.values()].filter(({ length }) => length > 1);
    },
  };
}
