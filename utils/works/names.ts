import type { CslName } from '../model/work';
import { cleanText } from './clean';

const isGroup =
  /\b(?:group|consortium|collaborat\w*|committee|society|association|university|institute|network|investigators|team|trialists?|organi[sz]ation|department|ministry|council|agency|cent(?:er|re)|foundation|initiative|project|programme?|alliance|panel|task ?force|federation|study|register|registry|service|commission|office|board|college|academy|hospital|inc|ltd|gmbh|corporation)\b/i;

const PARTICLES = new Set(
  'van von de der den di da du del della dos das la le ter ten te zu af al el bin ibn'.split(' '),
);

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
  const words = text.split(' ');
  if (words.length < 2 || words.length > 6) return { literal: text };
  let cut = words.length - 1;
  while (cut > 1 && PARTICLES.has(words[cut - 1]!.toLowerCase())) cut -= 1;
  return { family: words.slice(cut).join(' '), given: words.slice(0, cut).join(' ') };
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
