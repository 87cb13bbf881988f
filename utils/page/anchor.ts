import { type ElementPoint, type Place, placesOf, type Selectors } from '../model/passage';
import { elementAt } from './element-path';
import { pageText } from './page-text';
import type { Stretch, TextModel } from './text-model';

/** Where a passage stands on a page now. */
export interface Anchored {
  /** In the order of the page. */
  readonly stretches: readonly Stretch[];
  readonly ranges: readonly Range[];
  /** The first of its places that is not on the page, or not surely; undefined where all are. */
  readonly missing: Place | undefined;
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

const hintOf = ({ quote, position }: Place) => ({ ...quote, hintStart: position?.start ?? null });

/** Does a part of what finding a passage on a page takes, where that is much. @returns Whether there is more to do before. */
export const prepareToAnchor = (root: Node, selectors: Selectors): boolean =>
  placesOf(selectors).some((place) => pageText(root).find.prepare(hintOf(place)));

/**
 * Finds a passage: where its position says, where its words are, where words much like them are, where its elements say.
 * Position and elements count only when words and context agree letter for letter. Elements come last, since asking for
 * them costs more than a search; they tell apart what words cannot. A damaged selector is passed over.
 *
 * @returns undefined where nothing of the passage is on the page, or not surely.
 */
export function anchorSelectors(root: Node, selectors: Selectors): Anchored | undefined {
  const { model } = pageText(root);
  const places = placesOf(selectors).map((place) => ({ place, stretch: anchorPlace(root, place) }));
  const stretches = places.flatMap(({ stretch }) => stretch ?? []).sort((a, b) => a.start - b.start);
  if (stretches.length === 0) return undefined;
  const missing = places.find(({ stretch }) => !stretch)?.place;
  return { stretches, ranges: stretches.flatMap((stretch) => model.rangesOf(stretch)), missing };
}

function anchorPlace(root: Node, place: Place): Stretch | undefined {
  const { quote, range } = place;
  const { model, find } = pageText(root);
  const found = find(hintOf(place));
  if (found) return found;
  const { exact, prefix, suffix } = quote;
  const { text } = model;
  const whole = prefix + exact + suffix;
  // Asking the text first costs little; asking for elements makes the way from the page to its text, which is long.
  if (!exact || !range || !text.includes(whole)) return undefined;
  const start = offsetOfPoint(model, root.ownerDocument ?? (root as Document), range.start);
  if (start === undefined) return undefined;
  const stands = text.startsWith(whole, start - prefix.length);
  return stands && start >= prefix.length ? { start, end: start + exact.length } : undefined;
}
