import type { Disagreement } from '../model/look-up';
import { type Work, workYear } from '../model/work';

const compact = (title: string): string =>
  title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether two titles are one: spelling of signs aside, and a subtitle that only one has. */
const isSameTitle = (a: string, b: string): boolean =>
  compact(a).startsWith(compact(b)) || compact(b).startsWith(compact(a));

/** What each source says, where two say different things. */
function differing(
  field: Disagreement['field'],
  works: readonly Work[],
  saidBy: (work: Work) => string | undefined,
  isSame: (a: string, b: string) => boolean,
): Disagreement[] {
  const said = new Map<string, string>();
  for (const work of works) {
    const value = saidBy(work);
    const source = work.provenance[field === 'year' ? 'issued' : 'title']?.source;
    if (value && source && !said.has(source)) said.set(source, value);
  }
  const values = [...said.values()];
  if (values.every((value) => isSame(value, values[0]!))) return [];
  return [{ field, said: [...said].map(([source, value]) => ({ source, value })) }];
}

/** Where the records of one work disagree on its title or year. The page's own reading of its reference is one of them. */
export const disagreementsOf = (works: readonly Work[]): Disagreement[] => [
  ...differing('title', works, ({ csl }) => csl.title, isSameTitle),
  ...differing(
    'year',
    works,
    (work) => workYear(work)?.toString(),
    (a, b) => a === b,
  ),
];
