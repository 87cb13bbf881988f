import type { Inline } from '../model/rich-text';

/** A title with its subtitle, unless that is in it already. */
export const withSubtitle = (title: string, subtitle: string): string =>
  subtitle && title && !title.toLowerCase().includes(subtitle.toLowerCase()) ? `${title}: ${subtitle}` : title;

/** A title as PubMed and Europe PMC end it, without the full stop that is not part of it; an abbreviation's is ("in the U.S."). */
export function withoutFullStop(title: readonly Inline[]): Inline[] {
  const last = title.at(-1);
  if (typeof last !== 'string' || !/(?:[^.]|^)\.$/.test(last) || /(?:^|[\s.(])[A-Z]\.$/.test(last)) return [...title];
  return [...title.slice(0, -1), last.slice(0, -1)].filter((node) => node !== '');
}

/** A title without the brackets in which PubMed puts translations. */
export const withoutBrackets = (raw: string): string => /^\[([\s\S]*)\]\.?$/.exec(raw)?.[1] ?? raw;
