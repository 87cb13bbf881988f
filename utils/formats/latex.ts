import type { Inline } from '../model/rich-text';
import { oneLine, renderRich } from './rich';

/**
 * Braces are written by name: BibTeX counts braces even after a backslash, so that one unbalanced `\{` would swallow the
 * rest of the file.
 */
const SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
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

/** Plain text as LaTeX text in UTF-8, white space kept. Only ASCII characters with a meaning in LaTeX are changed. */
export const latexText = (text: string): string => text.replace(/[\\{}~^&%$#_]/g, (character) => SPECIAL[character]!);

/** Plain text as one line of LaTeX. */
export const latexLine = (text: string): string => latexText(oneLine(text));

/**
 * A title as LaTeX in which every word whose capitals carry meaning is in braces, because most bibliography styles
 * lower-case titles: `{DNA}`, `{McDonald}`, `{Łódź}`, but not the first word's initial.
 */
export function latexTitle(title: readonly Inline[]): string {
  let first = true;
  const words = (leaf: string): string =>
    leaf
      .split(/(\s+)/)
      .map((word) => {
        if (!word.trim()) return word;
        const letters = word.replace(/^[^\p{L}\p{N}]+/u, '');
        const matters = first ? /\p{Lu}/u.test(letters.slice(1)) : /\p{Lu}/u.test(letters);
        if (letters) first = false;
        return matters ? `{${latexText(word)}}` : latexText(word);
      })
      .join('');
  return oneLine(renderRich(title, words, (mark, inner) => (MARKS[mark] ? `${MARKS[mark]}{${inner}}` : inner)));
}
