import type { CslName } from '../model/work';
import { cleanText } from './clean';

const isGroup =
  /\b(?:group|consortium|collaborat\w*|committee|society|association|university|institute|network|investigators|team|trialists?|organi[sz]ation|department|ministry|council|agency|cent(?:er|re)|foundation|initiative|project|programme?|alliance|panel|task ?force|federation|study|register|registry|service|commission|office|board|college|academy|hospital|inc|ltd|gmbh|corporation)\b/i;

const PARTICLES = new Set(
  'van von de der den di da du del della dos das la le ter ten te zu af al el bin ibn'.split(' '),
);

/** What follows a name of two words or more: "Ada Tarn Jr.", "Ada B. Tarn III". */
const SUFFIXED = /^(\S+ .*?\S),? ((?:[JS]r|JR|SR)\.?|I{2,3}|IV)$/;
/** Initials behind a family name, as libraries print them: "Tarn A.", "Tarn BC". Short names in capitals have a vowel: "Kim LI". */
const INITIALS = /^(?:(?:\p{Lu}\.-?){1,4}|\p{Lu}|(?:(?![AEIOUY])\p{Lu}){2,3})$/u;
/** In Han signs and Hangul most print the family first, some catalogues last. */
const HAN = /^[\p{Script=Han}\p{Script=Hangul}]{1,2} [\p{Script=Han}\p{Script=Hangul}]{1,3}$/u;

/**
 * A name printed in one piece ("Jane Q. Doe", "Vincent van Gogh", "Example Trial Group") as a CSL name. What cannot be
 * divided with confidence (groups, single words, names in scripts without spaces) stays whole.
 */
export function nameFromText(raw: string): CslName | undefined {
  const text = cleanText(raw).slice(0, 300);
  if (!text) return undefined;
  if (isGroup.test(text) || /\d|[()&/]/.test(text)) return { literal: text };
  const comma = /^([^,]+),\s*([^,]+?)(?:,\s*((?:jr|sr|i{1,3}|iv)\.?))?$/i.exec(text);
  if (comma) return nameFromParts(comma[1]!, comma[2]!, comma[3]);
  // More commas are those of several people.
  if (/,.*,/.test(text)) return { literal: text };
  const [, whole = text, suffix] = SUFFIXED.exec(text) ?? [];
  const words = whole.split(' ');
  if (words.length < 2 || words.length > 6 || HAN.test(text)) return { literal: text };
  const initials = words.at(-1)!;
  if (INITIALS.test(initials) && /\p{Ll}/u.test(words[0]!))
    return nameFromParts(words.slice(0, -1).join(' '), initials, suffix);
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has(words[cut - 1]!.toLowerCase())) cut -= 1;
  return nameFromParts(words.slice(cut).join(' '), words.slice(0, cut).join(' '), suffix);
}

/** A name that came in parts; undefined where no part has words. */
export function nameFromParts(family: string, given: string, suffix = ''): CslName | undefined {
  const [clean, first, last] = [cleanText(family), cleanText(given), cleanText(suffix)];
  if (!clean) return first ? { literal: first } : undefined;
  return { family: clean, ...(first && { given: first }), ...(last && { suffix: last }) };
}

/** The name of a group, whole; undefined where it has no words. */
export function groupName(raw: string): CslName | undefined {
  const literal = cleanText(raw).slice(0, 300);
  return literal ? { literal } : undefined;
}
