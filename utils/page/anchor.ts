import type { ElementPoint, Selectors } from '../model/passage';
import { elementAt } from './element-path';
import { pageText } from './page-text';
import type { Stretch, TextModel } from './text-model';

/** Where a passage stands on a page now. */
export interface Anchored {
  readonly stretch: Stretch;
  readonly ranges: readonly Range[];
  /** Whether words and context are exactly those that were saved. */
  readonly isUnchanged: boolean;
}

/** Offset into the model of a stored point; undefined where it names no place any more. */
function offsetOfPoint(model: TextModel, document: Document, point: ElementPoint): number | undefined {
  const element = elementAt(point.path, document);
  if (!element) return undefined;
  const walker = document.createTreeWalker(element, 4);
  let left = point.offset;
  for (let text = walker.nextNode() as Text | null; text; text = walker.nextNode() as Text | null) {
    if (left < text.length) return model.offsetOf(text, left);
    left -= text.length;
  }
  return undefined;
}

/**
 * Finds a passage: where its position says, where its elements say, where its words are, where words much like them are.
 * The first two count only when words and context agree letter for letter, so their order does not matter; the cheaper one
 * comes first. A damaged selector is passed over.
 *
 * @returns undefined where the passage is not on the page, or not surely.
 */
export function anchorSelectors(root: Node, selectors: Selectors): Anchored | undefined {
  const { model, find } = pageText(root);
  const { quote, position, range } = selectors;
  const anchored = (stretch: Stretch, isUnchanged: boolean): Anchored => ({
    stretch,
    ranges: model.rangesOf(stretch),
    isUnchanged,
  });
  const stands = (start: number) => {
    const end = start + quote.exact.length;
    return (
      model.text.startsWith(quote.exact, start) &&
      model.text.startsWith(quote.suffix, end) &&
      model.text.endsWith(quote.prefix, start) && { start, end }
    );
  };
  const atPosition = quote.exact && position && stands(position.start);
  if (atPosition) return anchored(atPosition, true);
  const document = root.ownerDocument ?? (root as Document);
  const start = range && offsetOfPoint(model, document, range.start);
  const atElements = quote.exact && start !== undefined && stands(start);
  if (atElements) return anchored(atElements, true);
  const found = find({ ...quote, hintStart: position?.start ?? start ?? null });
  return found ? anchored(found, false) : undefined;
}
