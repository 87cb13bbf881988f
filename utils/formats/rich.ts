import type { Inline } from '../model/rich-text';

type Mark = Exclude<Inline, string>['mark'];

/**
 * Rich text as text of some format.
 *
 * @param text - Escapes the characters of a leaf.
 * @param wrap - Puts a format's own mark round what is already escaped.
 */
export function renderRich(
  nodes: readonly Inline[],
  text: (leaf: string) => string,
  wrap: (mark: Mark, inner: string) => string,
): string {
  return nodes
    .map((node) => (typeof node === 'string' ? text(node) : wrap(node.mark, renderRich(node.children, text, wrap))))
    .join('');
}

/** One line of text: control characters dropped, white space of any kind made single spaces, ends trimmed. */
export const oneLine = (text: string): string =>
  text
    .replace(/[\s\u0085]+/g, ' ')
    .replace(/\p{Cc}/gu, '')
    .trim();
