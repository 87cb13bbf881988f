import type { Inline } from '../model/rich-text';

const MARKS = { i: 'em', b: 'strong', sub: 'sub', sup: 'sup' } as const;

/**
 * A title with CSL's own marks (`<i>`, `<b>`, `<sub>`, `<sup>`) as rich text; every other tag, and a mark that is not closed, is text.
 * Marks within marks are read.
 */
export function readTitle(text: string): Inline[] {
  const nodes: Inline[] = [];
  let at = 0;
  for (const found of text.matchAll(/<(i|b|sub|sup)>/g)) {
    if (found.index < at) continue;
    const name = found[1] as keyof typeof MARKS;
    const end = closing(text, name, found.index + found[0].length);
    if (end === undefined) continue;
    if (found.index > at) nodes.push(text.slice(at, found.index));
    nodes.push({ mark: MARKS[name], children: readTitle(text.slice(found.index + found[0].length, end)) });
    at = end + `</${name}>`.length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return nodes;
}

/** Where the mark that was opened before `from` is closed; undefined where nowhere. */
function closing(text: string, name: string, from: number): number | undefined {
  let depth = 1;
  const edges = new RegExp(`<(/?)${name}>`, 'g');
  edges.lastIndex = from;
  for (let edge = edges.exec(text); edge; edge = edges.exec(text)) {
    depth += edge[1] ? -1 : 1;
    if (depth === 0) return edge.index;
  }
  return undefined;
}
