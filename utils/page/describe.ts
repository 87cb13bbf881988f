import { type ElementPoint, joinPlaces, type Place, type Selectors } from '../model/passage';
import { describeQuote } from '../quotes/describe-quote';
import { parentOf } from './dom';
import { pathOf } from './element-path';
import { pageText } from './page-text';
import type { Stretch } from './text-model';

/** Longest quote that is kept, UTF-16 units. */
export const LONGEST_QUOTE = 100_000;

/** The words of a range, without white space at their ends; undefined where it holds none. */
export function stretchOf(root: Node, range: AbstractRange): Stretch | undefined {
  const { model } = pageText(root);
  let start = model.offsetOf(range.startContainer, range.startOffset);
  let end = model.offsetOf(range.endContainer, range.endOffset);
  while (start < end && /\s/.test(model.text[start]!)) start += 1;
  while (end > start && /\s/.test(model.text[end - 1]!)) end -= 1;
  return start < end ? { start, end } : undefined;
}

function pointOf(node: Node, offset: number): ElementPoint | undefined {
  const parent = parentOf(node) as Element | null;
  if (parent?.nodeType !== 1) return undefined;
  const path = pathOf(parent, node.ownerDocument!);
  if (path === undefined) return undefined;
  let before = 0;
  const walker = node.ownerDocument!.createTreeWalker(parent, 4);
  for (let text = walker.nextNode() as Text | null; text && text !== node; text = walker.nextNode() as Text | null)
    before += text.length;
  return { path, offset: before + offset };
}

/**
 * Everything that helps to find a stretch of a page again: its words with context, their position, and the elements they
 * stand in.
 */
export function describeStretch(root: Node, stretch: Stretch): Place {
  const { model } = pageText(root);
  const quote = describeQuote(model.text, stretch.start, stretch.end);
  const position = { start: stretch.start, end: stretch.end };
  const ranges = model.rangesOf(stretch);
  const [first, last] = [ranges[0], ranges.at(-1)];
  const start = first && pointOf(first.startContainer, first.startOffset);
  const end = last && pointOf(last.endContainer, last.endOffset);
  return start && end ? { quote, position, range: { start, end } } : { quote, position };
}

/** The same of stretches that stand apart and are one passage. */
export const describeStretches = (root: Node, [first, ...others]: readonly [Stretch, ...Stretch[]]): Selectors =>
  joinPlaces([describeStretch(root, first), ...others.map((other) => describeStretch(root, other))]);

/** The selectors of a range; undefined where it holds no words of the page. */
export function describeRange(root: Node, range: AbstractRange): Selectors | undefined {
  const stretch = stretchOf(root, range);
  return stretch && describeStretch(root, stretch);
}
