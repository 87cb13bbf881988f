import type { CslDate } from '../model/work';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const valid = (parts: readonly number[]): readonly number[] => {
  const [year, month, day] = parts;
  if (year === undefined || !Number.isInteger(year) || Math.abs(year) > 99_999) return [];
  if (month === undefined || !(month >= 1 && month <= 12)) return [year];
  return day !== undefined && day >= 1 && day <= 31 ? [year, month, day] : [year, month];
};

/** A date from its parts; undefined without a year. Months and days that cannot be are left out. */
export function dateFrom(...parts: readonly (number | undefined)[]): CslDate | undefined {
  const end = parts.indexOf(undefined);
  const known = valid((end < 0 ? parts : parts.slice(0, end)) as readonly number[]);
  return known.length > 0 ? { 'date-parts': [known] } : undefined;
}

/** A date, season or range of ISO 8601 (`2019-05`, `1998-24`, `1998/2004`, `1905~`, `-0749` for 750 BC); undefined where it is none. */
export function readIsoDate(text: string | undefined): CslDate | undefined {
  const ends = (text ?? '')
    .trim()
    .split('/')
    .map((end) => /^(-?\d{1,5})(?:-(\d\d?))?(?:-(\d\d?))?(?:T[\d:.Z+-]+)?([~?%]?)$/.exec(end.trim()));
  if (!ends[0]) return undefined;
  // Seasons are numbered behind the months.
  const season = Number(ends[0][2]) - 20;
  const parts = ends.flatMap((found) => {
    if (!found) return [];
    const year = Number(found[1]);
    const known = valid([year <= 0 ? year - 1 : year, ...[found[2], found[3]].filter((part) => part).map(Number)]);
    return known.length > 0 ? [known] : [];
  });
  return {
    'date-parts': parts.slice(0, 2),
    ...(ends[0][4] && { circa: true }),
    ...(season >= 1 && season <= 4 && { season: String(season) }),
  };
}

/** The month that a number or name means; undefined where none. */
export function monthOf(text: string | undefined): number | undefined {
  const words = (text ?? '').trim().toLowerCase();
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const found = MONTHS.indexOf(words.slice(0, 3));
  return found < 0 ? undefined : found + 1;
}

/** A date as people and services print it, year first: `2019 May 17`, `2019/05/17`, `2019`. */
export function readPrintedDate(text: string | undefined): CslDate | undefined {
  const found = /^\s*(-?\d{1,5})(?:[\s/-]+([A-Za-z]{3,}|\d{1,2}))?(?:[\s/-]+(\d{1,2}))?/.exec(text ?? '');
  return found ? dateFrom(Number(found[1]), monthOf(found[2]), found[3] ? Number(found[3]) : undefined) : undefined;
}
