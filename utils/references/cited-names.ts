import { MORE_AUTHORS, PARTICLE, UNCASED } from './authors';
import { UNSPACED } from './entry-index';

/** A name in running text: one author's words, without initials, with the offset of each. */
export interface CitedName {
  readonly words: readonly { readonly text: string; readonly start: number }[];
}

/** Names that stand before a year. */
export interface CitedNames {
  /** In order; empty where no name stands there. */
  readonly names: readonly CitedName[];
  /** `et al.` follows. */
  readonly isMore: boolean;
}

const ET_AL = new RegExp(`[\\s,]*(?:${MORE_AUTHORS})[’'s]{0,2}[\\s,，、،]*$`, 'iu');
const TOKEN = new RegExp(`[${UNSPACED}]+|[\\p{L}\\p{M}][\\p{L}\\p{M}'’.‐-]*|\\S`, 'gu');
const AND = /^(?:[,;/&،，、・·と及和]|and|und|et|y|e|i|och|og|en|ve|ja|oraz|và|и|with)$/u;
/** Inside the names of people, and of groups. */
export const IS_PARTICLE = new RegExp(`^${PARTICLE}$`);
const INSIDE = /^(?:of|for|the|on|für|pour|para)$/;
const NAME = new RegExp(`^(?:(?:[dl]['’]|[ae]l-)?\\p{Lu}|[${UNSPACED}${UNCASED}])`, 'u');
const INITIALS = /^(?:\p{Lu}\p{Ll}?\.)+-?$|^\p{Lu}$|^(?:Jr|Sr)\.?$/u;

/** Capitalised at the beginning of a sentence or bracket. */
const NO_NAME =
  /^(?:See|Also|Cf\.?|But|In|As|E\.g\.|From|Vgl\.|Siehe|(?:Jan|Febr)uary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber)$/;

/** Stretches that are read for names, the longer where the shorter is full of them, UTF-16 units. */
const SHORT = 50;
const LONG = 160;

const isName = (token: string): boolean => NAME.test(token) && !NO_NAME.test(token);

/** The short name of a group, in brackets behind the long one or alone. */
const SHORT_NAME = /[[(](\p{Lu}[\p{L}&.-]{1,9})[\])],?\s?$/u;

/** What a name, or `et al.`, ends with. */
const MAY_END = /[\p{L}\p{M}.’'][\s,，、،]{0,3}$/u;

/**
 * The names that end where a year or its bracket begins.
 *
 * @param from - Offset before which nothing belongs to them; `end` where they end.
 */
export function namesBefore(text: string, from: number, end: number): CitedNames {
  const [short, group] = SHORT_NAME.exec(text.slice(Math.max(from, end - 15), end)) ?? [];
  if (short && group) {
    const start = end - short.length;
    const long = namesBefore(text, from, start);
    return long.names.length > 0 ? long : { names: [{ words: [{ text: group, start }] }], isMore: false };
  }
  if (!MAY_END.test(text.slice(Math.max(from, end - 5), end))) return NONE;
  return (
    namesSince(text, from, Math.max(from, end - SHORT), end) ??
    namesSince(text, end - LONG, Math.max(from, end - LONG), end) ??
    NONE
  );
}

const NONE: CitedNames = { names: [], isMore: false };

/** The names of a stretch; undefined where they may begin before it, which they may not before `from`. */
function namesSince(text: string, from: number, begin: number, end: number): CitedNames | undefined {
  const left = text.slice(begin, end);
  const more = ET_AL.exec(left.slice(-40));
  const stretch = (more ? left.slice(0, left.length - more[0].length) : left).replace(/[\s,，、،'’]+$/, '');
  const names: { text: string; start: number }[][] = [[]];
  const tokens = [...stretch.matchAll(TOKEN)];
  for (let index = tokens.length - 1; index >= 0; index--) {
    const { 0: token, index: at } = tokens[index]!;
    // The stretch begins in the middle of a word.
    if (at === 0 && begin > from) return undefined;
    const name = names[0]!;
    if (AND.test(token)) {
      if (name.length > 0) names.unshift([]);
      else if (names.length === 1) break;
    } else if (INITIALS.test(token) || (name.length > 0 && INSIDE.test(token))) continue;
    else if ((name.length > 0 && IS_PARTICLE.test(token)) || isName(token))
      name.unshift({ text: token.replace(/['’]s?$|(?<=\p{L}{3})['’]\p{Ll}{1,4}$|\.$/u, ''), start: begin + at });
    else break;
  }
  return { names: names.filter((name) => name.length > 0).map((words) => ({ words })), isMore: more !== null };
}
