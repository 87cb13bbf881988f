import type { Inline } from '../model/rich-text';

/** A title as PubMed and Europe PMC end it, without the full stop that is not part of it; an abbreviation's is ("in the U.S."). */
export function withoutFullStop(title: readonly Inline[]): Inline[] {
  const last = title.at(-1);
  if (typeof last !== 'string' || !/[^.]\.$/.test(last) || /(?:^|[\s.(])[A-Z]\.$/.test(last)) return [...title];
  return [...title.slice(0, -1), last.slice(0, -1)].filter((node) => node !== '');
}
