import { dateParts } from './shape';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/**
 * The date parts of a date as people write it ("2012 Mar 14", "March 14, 2012", "1998 Dec-1999 Jan", "c1994"): the first
 * year, and month and day where they stand right beside it. Undefined without a year.
 */
export function printedDate(words: string): number[] | undefined {
  const year = /(?:^|\D)(1[4-9]\d\d|20\d\d)(?!\d)/.exec(words)?.[1];
  if (!year) return undefined;
  const after = /\d{4} ([A-Z][a-z]{2})[a-z]*\.?(?: (\d{1,2}))?(?:$|[^\d\w])/.exec(words);
  const before = /\b([A-Z][a-z]{2})[a-z]*\.?(?: (\d{1,2}))?,? \d{4}/.exec(words);
  const [, name, day] = after ?? before ?? [];
  const month = name ? MONTHS.indexOf(name.toLowerCase()) + 1 : 0;
  return dateParts([Number(year), month || undefined, day ? Number(day) : undefined]);
}
