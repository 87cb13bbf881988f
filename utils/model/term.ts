/** A word that the reader has explained to themselves. */
export interface Term {
  readonly id: string;
  /** As the reader wrote it; found in any case. */
  readonly word: string;
  readonly definition: string;
  /** Milliseconds since the epoch. */
  readonly modified: number;
}

/** Where the reader's own words are kept in `storage.local`. */
export const TERMS_KEY = 'terms';

/** Most terms that are kept, and the longest word and definition, characters. */
export const MOST_TERMS = 2000;
/** Longest word, characters. */
export const LONGEST_WORD = 100;
/** Longest definition, characters. */
export const LONGEST_DEFINITION = 5000;

const clean = (value: unknown, most: number): string =>
  typeof value === 'string'
    ? value
        .replace(/[^\S\n]+/g, ' ')
        .trim()
        .slice(0, most)
    : '';

/** What two spellings of one word have in common. */
export const wordKey = (word: string): string => word.replace(/\s+/g, ' ').trim().normalize('NFC').toLowerCase();

/** One term from whatever is there; undefined where it is none. */
export function readTerm(raw: unknown): Term | undefined {
  const { id, word, definition, modified } = (raw ?? {}) as Record<string, unknown>;
  const [said, means] = [clean(word, LONGEST_WORD).replace(/\s+/g, ' '), clean(definition, LONGEST_DEFINITION)];
  if (said === '' || means === '' || typeof id !== 'string' || !/^[\w-]{8,64}$/.test(id)) return undefined;
  return { id, word: said, definition: means, modified: Number.isFinite(modified) ? (modified as number) : 0 };
}

/** Terms from whatever is stored, each word once; what is damaged is left out. In the order of the words. */
export function readTerms(raw: unknown): readonly Term[] {
  const terms = new Map<string, Term>();
  for (const each of Array.isArray(raw) ? raw : []) {
    const term = readTerm(each);
    if (term && terms.size < MOST_TERMS) terms.set(wordKey(term.word), term);
  }
  return [...terms.values()].sort((a, b) => wordKey(a.word).localeCompare(wordKey(b.word)));
}

/** Terms with one more; one that has its id, or its word, gives way to it. */
export const withTerm = (terms: readonly Term[], term: Term): readonly Term[] =>
  readTerms([...terms.filter(({ id }) => id !== term.id), term]);

/** Terms as a file that can be read again. */
export const termsFile = (terms: readonly Term[]): string =>
  `${JSON.stringify({ 'ibid-terms': 1, terms: terms.map(({ word, definition }) => ({ word, definition })) }, undefined, 2)}\n`;

/**
 * Terms from a file: one of ours, or lines of `word: what it means`.
 *
 * @param newId - Gives each its id.
 * @returns The terms, and how many entries could not be read.
 */
export function readTermsFile(
  text: string,
  newId: () => string,
  now: number,
): { readonly terms: readonly Term[]; readonly broken: number } {
  const entries = entriesOf(text);
  const terms = entries.flatMap(
    ({ word, definition }) => readTerm({ id: newId(), word, definition, modified: now }) ?? [],
  );
  return { terms, broken: entries.length - terms.length };
}

function entriesOf(text: string): readonly { readonly word?: unknown; readonly definition?: unknown }[] {
  try {
    const { terms } = JSON.parse(text) as { terms?: unknown };
    if (Array.isArray(terms)) return terms.map((each) => (typeof each === 'object' && each ? each : {}));
  } catch {
    // Not one of ours: lines.
  }
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  return lines.map((line) => {
    const [, word, definition] = /^([^:\t]+)[:\t](.*)$/.exec(line) ?? [];
    return { word, definition };
  });
}
