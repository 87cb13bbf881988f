import type { Inline } from '../model/rich-text';

const MARKS = { i: 'em', b: 'strong', sub: 'sub', sup: 'sup' } as const;

/** CSL's marks for titles (https://docs.citationstyles.org/en/stable/specification.html#html-like-formatting-tags). */
const MARK = /<(?:(i|b|sub|sup)|(sc)|(span) (?:class="nocase"|style="font-variant: ?small-caps;?"))>/g;

/**
 * A title with CSL's own marks as rich text; every other tag, and a mark that is not closed, is text. Marks within marks are read. Small
 * capitals, and words whose capitals are to stay, are their words alone.
 */
export function readTitle(text: string): Inline[] {
  const nodes: Inline[] = [];
  let at = 0;
  for (const found of text.matchAll(MARK)) {
    if (found.index < at) continue;
    const mark = found[1] as keyof typeof MARKS | undefined;
    const name = mark ?? found[2] ?? found[3]!;
    const end = closing(text, name, found.index + found[0].length);
    if (end === undefined) continue;
    if (found.index > at) nodes.push(text.slice(at, found.index));
    const children = readTitle(text.slice(found.index + found[0].length, end));
    nodes.push(...(mark ? [{ mark: MARKS[mark], children }] : children));
    at = end + `</${name}>`.length;
  }
  if (at < text.length) nodes.push(text.slice(at));
  return joined(nodes);
}

/** Texts that stand side by side as one. */
function joined(nodes: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const node of nodes) {
    const last = all.at(-1);
    if (typeof node === 'string' && typeof last === 'string') all[all.length - 1] = last + node;
    else all.push(node);
  }
  return all;
}

/** Where the mark that was opened before `from` is closed; undefined where nowhere. */
function closing(text: string, name: string, from: number): number | undefined {
  let depth = 1;
  const edges = new RegExp(`<(/?)${name}(?: [^<>]*)?>`, 'g');
  edges.lastIndex = from;
  for (let edge = edges.exec(text); edge; edge = edges.exec(text)) {
    depth += edge[1] ? -1 : 1;
    if (depth === 0) return edge.index;
  }
  return undefined;
}
