import { type Work, workYear } from '../model/work';

const words = (title: string): Set<string> =>
  new Set(
    title
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [],
  );

const firstFamily = (work: Work): string | undefined => {
  const first = work.csl.author?.[0];
  return (first?.family ?? first?.literal)?.toLowerCase();
};

/**
 * Whether two records can be of one work: their titles share at least half of their words, or, for translated titles, first
 * author and year agree. A record without a title contradicts nothing.
 */
export function canBeSameWork(a: Work, b: Work): boolean {
  const [title, other] = [words(a.csl.title ?? ''), words(b.csl.title ?? '')];
  if (title.size === 0 || other.size === 0) return true;
  const shared = [...title].filter((word) => other.has(word)).length;
  if (shared / Math.min(title.size, other.size) >= 0.5) return true;
  const [year, otherYear] = [workYear(a), workYear(b)];
  const yearsAgree = year !== undefined && otherYear !== undefined && Math.abs(year - otherYear) <= 1;
  return yearsAgree && firstFamily(a) !== undefined && firstFamily(a) === firstFamily(b);
}
