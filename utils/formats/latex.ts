import { type Inline, plainText } from '../model/rich-text';
import { oneLine, renderRich } from './rich';

/**
 * What has a meaning in LaTeX, or prints as something else in its oldest encoding (`<` prints `¡`). Where there is a choice,
 * it is the spelling that most readers of BibTeX give back; the bar stays itself, because some readers lose its command.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '&': '\\&',
  '%': '\\%',
  $: '\\$',
  '#': '\\#',
  _: '\\_',
};

const MARKS = {
  em: '\\emph',
  strong: '\\textbf',
  sub: '\\textsubscript',
  sup: '\\textsuperscript',
  formula: '',
} as const;

/** Whether every brace of a text has its partner. */
export function hasBalancedBraces(text: string): boolean {
  if (!/[{}]/.test(text)) return true;
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/** Stand for quotation marks, and for braces that keep capitals, while the rest is escaped. */
const [OPENS, CLOSES, KEEPS, KEPT] = ['\uE000', '\uE001', '\uE002', '\uE003'];

/** The text with its straight quotation marks told apart, where they come in pairs: in LaTeX a straight one always closes. */
const quoted = (text: string): string => {
  const free = text.replace(/[\uE000-\uE003]/g, '\uFFFD');
  // Few texts have any; to look for a pair from every letter takes long.
  return free.includes('"')
    ? free.replace(/(?<![\p{L}\p{N}])"(?! )([^"]*[^"\s])"(?![\p{L}\p{N}])/gu, `${OPENS}$1${CLOSES}`)
    : free;
};

/**
 * Plain text as LaTeX text in UTF-8, white space kept.
 *
 * @param isBalanced - Whether the braces of the whole field are. Where not, they are written by name: BibTeX counts braces
 *   even after a backslash, so that one lone `\{` would swallow the rest of the file.
 */
function latexText(text: string, isBalanced: boolean): string {
  return text.replace(/-(?=-)|'(?=['\uE001])|[<>`]+|[\\{}~^&%$#_\uE000-\uE003]/g, (character) => {
    if (character === OPENS) return '``';
    if (character === CLOSES) return "''";
    if (character === KEEPS) return '{';
    if (character === KEPT) return '}';
    // As mathematics they are given back by most readers; in text `<` prints `¡`, and a grave accent opens a quotation.
    if (/[<>`]/.test(character)) return `$${character}$`;
    // Two of these in a row would be joined to another sign.
    if (/[-']/.test(character)) return `${character}{}`;
    if (!isBalanced && character === '{') return '{\\textbraceleft}';
    if (!isBalanced && character === '}') return '{\\textbraceright}';
    return SPECIAL[character]!;
  });
}

/** Plain text as one line of LaTeX. */
export const latexLine = (text: string): string => latexText(quoted(oneLine(text)), hasBalancedBraces(text));

/**
 * A title as LaTeX in which every word whose capitals carry meaning is in braces, because most bibliography styles
 * lower-case titles: `{DNA}`, `{McDonald}`, `{iPhone}-era`, but not the first word's initial.
 */
export function latexTitle(title: readonly Inline[]): string {
  const isBalanced = hasBalancedBraces(plainText(title));
  let isFirst = true;
  const keep = (word: string): string => {
    const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
    const carries = /\p{Lu}/u.test(isFirst ? core.slice(1) : core) && (!isBalanced || hasBalancedBraces(core));
    if (core) isFirst = false;
    return carries ? before + KEEPS + core + KEPT + after : word;
  };
  // A word ends at brackets and quotation marks too, so that no brace is closed within the quotation that it was opened before.
  const words = (leaf: string): string =>
    latexText(quoted(leaf).replace(/[^\s\p{Pd}/()[\]\uE000\uE001]+/gu, keep), isBalanced);
  return oneLine(renderRich(title, words, (mark, inner) => (MARKS[mark] ? `${MARKS[mark]}{${inner}}` : inner)));
}
