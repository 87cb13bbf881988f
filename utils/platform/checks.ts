/** Reads a value of unknown shape as a `T`, or throws {@link Wrong}. Objects come out with the known fields only. */
export type Check<T> = (raw: unknown, at: string) => T;

/** Thrown by a {@link Check}; `guards.ts` turns it into a failure. */
export class Wrong extends Error {}

const wrong = (at: string, expected: string): never => {
  throw new Wrong(`${at} is not ${expected}`);
};

/** A string of `least` to `most` UTF-16 units. */
export const text =
  (most: number, least = 0): Check<string> =>
  (raw, at) =>
    typeof raw === 'string' && raw.length >= least && raw.length <= most
      ? raw
      : wrong(at, `a text of ${least} to ${most} characters`);

/** A string, cut at `most` UTF-16 units: for words that a page chooses, whose length must not keep a reader from saving. */
export const clipped =
  (most: number): Check<string> =>
  (raw, at) =>
    typeof raw === 'string' ? raw.slice(0, most) : wrong(at, 'a text');

/** A string of a certain form. */
export const textLike =
  (form: RegExp, called: string): Check<string> =>
  (raw, at) =>
    typeof raw === 'string' && form.test(raw) ? raw : wrong(at, called);

/** An absolute address that may be shown as a link: nothing that runs code. */
export const address: Check<string> = (raw, at) => {
  const url = text(8192, 1)(raw, at);
  try {
    if (['http:', 'https:', 'file:', 'ftp:'].includes(new URL(url).protocol)) return url;
  } catch {
    // Not an address at all: said below.
  }
  return wrong(at, 'an address of a document');
};

/** A finite number from `low` to `high`. */
export const number =
  (low: number, high: number): Check<number> =>
  (raw, at) =>
    typeof raw === 'number' && raw >= low && raw <= high ? raw : wrong(at, `a number from ${low} to ${high}`);

/** A whole number that counts something, from 0. */
export const count: Check<number> = (raw, at) =>
  Number.isSafeInteger(raw) && (raw as number) >= 0 ? (raw as number) : wrong(at, 'a whole number from 0');

/** One of a closed set of words. */
export const oneOf =
  <T extends string>(words: readonly T[]): Check<T> =>
  (raw, at) =>
    words.includes(raw as T) ? (raw as T) : wrong(at, `one of ${words.join(', ')}`);

/** At most `most` of the same. */
export const list =
  <T>(item: Check<T>, most: number): Check<readonly T[]> =>
  (raw, at) =>
    Array.isArray(raw) && raw.length <= most
      ? raw.map((entry, index) => item(entry, `${at}[${index}]`))
      : wrong(at, `a list of at most ${most}`);

/** What may be missing. `null` counts as missing: some browsers send it for `undefined`. */
export const optional =
  <T>(check: Check<T>): Check<T | undefined> =>
  (raw, at) =>
    raw === undefined || raw === null ? undefined : check(raw, at);

/** An object with these fields; others are left behind. */
export const object =
  <T>(fields: { readonly [K in keyof T]-?: Check<T[K]> }): Check<T> =>
  (raw, at) => {
    if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return wrong(at, 'an object');
    const read: Record<string, unknown> = {};
    for (const [name, check] of Object.entries(fields) as [string, Check<unknown>][]) {
      const value = check((raw as Record<string, unknown>)[name], `${at}.${name}`);
      if (value !== undefined) read[name] = value;
    }
    return read as T;
  };
