import { type Inline, plainText } from '../model/rich-text';
import { oneLine, renderRich } from './rich';

/**
 * What has a meaning in LaTeX, or prints as something else in its oldest encoding (`<` prints `¡`). Where there is a choice,
 * it is the spelling that most readers of BibTeX give back; the grave accent and the bar stay themselves, because of the
 * readers tried some lose the commands for them.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '{\\textbackslash}',
  '{': '\\{',
  '}': '\\}',
  '~': '{\\textasciitilde}',
  '^': '{\\textasciicircum}',
  '<': '$<$',
  '>': '$>$',
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
function hasBalancedBraces(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth++;
    if (character === '}' && --depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Plain text as LaTeX text in UTF-8, white space kept.
 *
 * @param isBalanced - Whether the braces of the whole field are. Where not, they are written by name: BibTeX counts braces
 *   even after a backslash, so that one lone `\{` would swallow the rest of the file.
 */
function latexText(text: string, isBalanced: boolean): string {
  return text.replace(/[\\{}~^<>&%$#_]/g, (character) => {
    if (!isBalanced && character === '{') return '{\\textbraceleft}';
    if (!isBalanced && character === '}') return '{\\textbraceright}';
    return SPECIAL[character]!;
  });
}

/** Plain text as one line of LaTeX. */
export const latexLine = (text: string): string => latexText(oneLine(text), hasBalancedBraces(text));

/**
 * A title as LaTeX in which every word whose capitals carry meaning is in braces, because most bibliography styles
 * lower-case titles: `{DNA}`, `{McDonald}`, `{iPhone}-era`, but not the first word's initial.
 */
export function latexTitle(title: readonly Inline[]): string {
  const isBalanced = hasBalancedBraces(plainText(title));
  let isFirst = true;
  const words = (leaf: string): string =>
    leaf
      .split(/([\s\p{Pd}/]+)/u)
      .map((word) => {
        const [, before = '', core = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}]*)$/su.exec(word) ?? [];
        const carries = /\p{Lu}/u.test(isFirst ? core.slice(1) : core) && (!isBalanced || hasBalancedBraces(core));
        if (core) isFirst = false;
        if (!carries) return latexText(word, isBalanced);
        return `${latexText(before, isBalanced)}{${latexText(core, isBalanced)}}${latexText(after, isBalanced)}`;
      })
      .join('');
  return oneLine(renderRich(title, words, (mark, inner) => (MARKS[mark] ? `${MARKS[mark]}{${inner}}` : inner)));
}
