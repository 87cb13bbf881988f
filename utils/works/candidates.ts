import { type Work, workYear } from '../model/work';
import { foldName } from '../references/fold';
import { yearsPrinted } from '../references/printed-year';

/** Candidates that are offered: more would be a list of search results. */
const MOST = 3;
/** The share of a title's words that has to be in the reference, with an author or the year, and where neither is. */
const LEAST_SHARE = 0.6;
const LEAST_ALONE = 0.85;

const wordsOf = (text: string): string[] =>
  foldName(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2);

/**
 * The works, as a search gave them, that a printed reference may name though none is to be believed: most of their title is
 * printed there, and an author or the year, or nearly all of it. The likeliest first; without an identifier none can be picked.
 */
export function candidatesFor(reference: string, works: readonly Work[]): readonly Work[] {
  const printed = new Set(wordsOf(reference));
  const years = yearsPrinted(reference).map(({ year }) => year);
  return works
    .map((work) => {
      const title = wordsOf(work.csl.title ?? '');
      const share = title.filter((word) => printed.has(word)).length / (title.length || 1);
      const hasAuthor = (work.csl.author ?? []).some(({ family, literal }) => {
        const name = wordsOf(family ?? literal ?? '');
        return name.length > 0 && name.every((word) => printed.has(word));
      });
      const year = workYear(work);
      const hasYear = year !== undefined && years.some((each) => Math.abs(each - year) <= 1);
      return {
        work,
        share,
        score: share + (hasAuthor ? 0.5 : 0) + (hasYear ? 0.25 : 0),
        isNamed: hasAuthor || hasYear,
      };
    })
    .filter(({ work, share, isNamed }) => share >= (isNamed ? LEAST_SHARE : LEAST_ALONE) && work.ids.length > 0)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
    .map(({ work }) => work);
}
