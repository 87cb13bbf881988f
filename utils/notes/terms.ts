import { type Term, wordKey } from '../model/term';

/** Scripts that put no space between words: there an edge tells nothing. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u;
/** A run of letters and digits. */
const RUN = /[\p{L}\p{M}\p{N}]+/gu;

/** Where a word that the reader has explained stands in a text: UTF-16 offsets, end exclusive. */
export interface FoundTerm {
  readonly term: Term;
  readonly start: number;
  readonly end: number;
}

/** Finds words that the reader has explained. */
export interface TermFinder {
  /** Where they stand in a text, in order, without overlaps; of two at one place the longer. Stops after `most`. */
  find(text: string, most?: number): readonly FoundTerm[];
}

/** One word as an expression: whole, in any case, over any white space and with any hyphen. */
function patternOf(word: string): string {
  const isBound = (character: string) => /[\p{L}\p{N}]/u.test(character) && !UNSPACED.test(character);
  const letters = [...word];
  const body = letters
    .map((letter) =>
      letter === '-' ? '[-\u2010\u2011]' : /\s/.test(letter) ? '\\s+' : letter.replace(/[\\^$.*+?()[\]{}|/]/, '\\$&'),
    )
    .join('');
  return `${isBound(letters[0]!) ? '(?<![\\p{L}\\p{N}])' : ''}${body}${isBound(letters.at(-1)!) ? '(?![\\p{L}\\p{M}\\p{N}])' : ''}`;
}

/**
 * A finder of some terms. Words are looked up by their first run of letters, so that time grows with the text and hardly with the
 * number of terms; those that begin with a sign, or stand in scripts without spaces, are searched for together.
 */
export function createTermFinder(terms: readonly Term[]): TermFinder {
  const byRun = new Map<string, { readonly term: Term; readonly pattern: RegExp }[]>();
  const others = new Map<string, Term>();
  const longestFirst = [...terms].sort((a, b) => b.word.length - a.word.length);
  for (const term of longestFirst) {
    const word = term.word.normalize('NFC');
    const [run] = word.match(RUN) ?? [];
    if (!run || !word.startsWith(run) || UNSPACED.test(run)) {
      others.set(wordKey(word), term);
      continue;
    }
    const key = run.toLowerCase();
    byRun.set(key, [...(byRun.get(key) ?? []), { term, pattern: new RegExp(patternOf(word), 'iuy') }]);
  }
  const rest = others.size > 0 && new RegExp([...others.values()].map(({ word }) => patternOf(word)).join('|'), 'giu');

  function* all(text: string): Generator<FoundTerm> {
    for (const { 0: run, index } of byRun.size > 0 ? text.matchAll(RUN) : [])
      for (const { term, pattern } of byRun.get(run.toLowerCase()) ?? []) {
        pattern.lastIndex = index;
        if (pattern.test(text)) yield { term, start: index, end: pattern.lastIndex };
      }
    for (const { 0: word, index } of rest ? text.matchAll(rest) : []) {
      const term = others.get(wordKey(word.replace(/[\u2010\u2011]/g, '-')));
      if (term) yield { term, start: index, end: index + word.length };
    }
  }
  return {
    find(text, most = Number.POSITIVE_INFINITY) {
      const found: FoundTerm[] = [];
      let end = 0;
      const inOrder = rest ? [...all(text)].sort((a, b) => a.start - b.start || b.end - a.end) : all(text);
      for (const each of inOrder) {
        if (each.start < end) continue;
        found.push(each);
        end = each.end;
        if (found.length >= most) break;
      }
      return found;
    },
  };
}
