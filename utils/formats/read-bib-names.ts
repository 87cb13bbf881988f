import type { CslName } from '../model/work';
import { readLatexText } from './read-latex';

/** Cuts a text where a separator stands outside all braces. */
function cut(text: string, separator: RegExp): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    if (depth !== 0 || text[at] === '}') continue;
    separator.lastIndex = at;
    const found = separator.exec(text);
    if (!found) continue;
    parts.push(text.slice(from, at));
    from = at + found[0].length;
    at = from - 1;
  }
  parts.push(text.slice(from));
  return parts.map((part) => part.trim());
}

const isBraced = (text: string): boolean =>
  text.startsWith('{') && text.endsWith('}') && cut(text, / +/y).length === 1 && closesAtEnd(text);

function closesAtEnd(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length - 1; at++) {
    if (text[at] === '{') depth++;
    else if (text[at] === '}') depth--;
    if (depth === 0) return false;
  }
  return true;
}

/** Whether the first letter of a word is small: `van`, `'t`. */
const isParticle = (word: string): boolean => /^[^\p{L}{]*\p{Ll}/u.test(word);

/** `von Last` as CSL has it: the words in lower case before the last are a particle. */
function lastName(text: string): CslName {
  const words = cut(text, /[ ~]+/y);
  let start = 0;
  while (start < words.length - 1 && isParticle(words[start]!)) start++;
  const particle = readLatexText(words.slice(0, start).join(' '));
  return {
    family: readLatexText(words.slice(start).join(' ')),
    ...(particle && { 'non-dropping-particle': particle }),
  };
}

/** `family=Doe, given=Jane`: BibLaTeX's extended names. */
function extendedName(parts: readonly string[]): CslName | undefined {
  const told = new Map(
    parts.map((part) => [/^\w+/.exec(part)?.[0] ?? '', readLatexText(part.replace(/^[\w-]+\s*=\s*/, ''))]),
  );
  const family = told.get('family');
  if (!parts.every((part) => /^(?:family|given|prefix|suffix|useprefix|id|cite)(?:-i)?\s*=/.test(part)) || !family)
    return undefined;
  return {
    family,
    ...(told.get('given') && { given: told.get('given')! }),
    ...(told.get('suffix') && { suffix: told.get('suffix')! }),
    ...(told.get('prefix') && { 'non-dropping-particle': told.get('prefix')! }),
  };
}

function readName(text: string): CslName | undefined {
  if (!text || text === 'others') return undefined;
  if (isBraced(text)) {
    const literal = readLatexText(text.slice(1, -1));
    return literal ? { literal } : undefined;
  }
  const parts = cut(text, /,/y);
  const extended = extendedName(parts);
  if (extended) return extended;
  if (parts.length === 1) {
    const words = cut(text, /[ ~]+/y);
    if (words.length === 1) return { family: readLatexText(text) };
    let start = words.slice(0, -1).findIndex(isParticle);
    if (start < 0) start = words.length - 1;
    const given = readLatexText(words.slice(0, start).join(' '));
    const { family, ...particle } = lastName(words.slice(start).join(' '));
    return { family, ...(given && { given }), ...particle };
  }
  const given = readLatexText(parts.at(-1)!);
  const suffix = parts.length > 2 ? readLatexText(parts[1]!) : '';
  const { family, ...particle } = lastName(parts[0]!);
  return { family, ...(given && { given }), ...(suffix && { suffix }), ...particle };
}

/** A name whose particle follows the given name where the family stands first. */
function dropping({ 'non-dropping-particle': particle, ...name }: CslName): CslName {
  return particle ? { ...name, 'dropping-particle': particle } : name;
}

/**
 * The names of one field, divided at `and`; what stands wholly in braces is a group.
 *
 * @param options - BibLaTeX's options of the entry: particles belong to the family name unless they say `useprefix=false`.
 */
export function readBibNames(field: string | undefined, options = ''): readonly CslName[] {
  if (!field) return [];
  const names = cut(field.replace(/\s+/g, ' '), / and (?=\S)/y)
    .map(readName)
    .filter((name) => name !== undefined);
  return /\buseprefix\s*=\s*false\b/i.test(options) ? names.map(dropping) : names;
}
