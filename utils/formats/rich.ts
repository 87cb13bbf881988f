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

/** Stands in a text that is not one line already. Nearly all texts are, and to make them anew takes most of the time of a large file. */
const NOT_ONE_LINE = /[^\S ]|\p{Cc}| {2}/u;

/** One line of text: control characters dropped, white space of any kind made single spaces, ends trimmed. */
export function oneLine(text: string): string {
  const line = NOT_ONE_LINE.test(text) ? text.replace(/[\s\u0085]+/g, ' ').replace(/\p{Cc}/gu, '') : text;
  return line.trim();
}
