/** Readers of untrusted JSON: each gives a value of the right sort or nothing, never an exception. */

export type Shape = Readonly<Record<string, unknown>>;

/** An object; an empty one for anything else. */
export const shape = (value: unknown): Shape =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Shape) : {};

/** A list, at most 5,000 long; an empty one for anything else, a list of one for a lone object or string. */
export function list(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.length > 5000 ? value.slice(0, 5000) : value;
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** A trimmed string (a number in digits); empty for anything else. */
export function text(value: unknown): string {
  if (typeof value === 'string') return value.trim();
  return typeof value === 'number' && Number.isFinite(value) ? String(value) : '';
}

/** A count of zero or more, also when sent as digits; undefined for anything else. */
export function count(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The first of several values that has words; empty where none has. */
export function firstText(...values: readonly unknown[]): string {
  for (const value of values) {
    const found = text(value);
    if (found) return found;
  }
  return '';
}

/** `[year, month?, day?]` cut before its first impossible part; undefined without a year between 1400 and 2200. */
export function dateParts(parts: readonly unknown[]): number[] | undefined {
  const [year, month, day] = parts.map((part) => count(part));
  if (year === undefined || year < 1400 || year > 2200) return undefined;
  if (month === undefined || month < 1 || month > 12) return [year];
  if (day === undefined || day < 1 || day > 31) return [year, month];
  return [year, month, day];
}

/** The date parts of `2012-03-14`, `2012-03` or `2012`; undefined for anything else. */
export function isoDateParts(value: unknown): number[] | undefined {
  const match = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?/.exec(text(value));
  return match ? dateParts(match.slice(1)) : undefined;
}

/** Date parts as an ISO 8601 date of the same precision. */
export const isoDate = (parts: readonly number[]): string =>
  parts.map((part, i) => String(part).padStart(i ? 2 : 4, '0')).join('-');
