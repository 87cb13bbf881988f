import type { Selectors } from '../model/passage';
import { createSuggester } from '../quotes/suggest-places';
import { anchorSelectors, prepareToAnchor } from './anchor';
import { pageText, readAhead } from './page-text';
import type { Stretch } from './text-model';

/** Words that were looked for, where they are. */
export interface FoundWords {
  readonly ranges: readonly Range[];
  /** As the page has them. */
  readonly words: string;
}

/** Longest slice of work, milliseconds. */
const SLICE_MS = 12;

/** Likeness from which other words are shown as much like the quote, and by how much they have to be more like it than the next. */
const ALIKE = 0.5;
const LEAD = 0.1;

/** The one place that is much like a quote, for who is told that it is no more than that. */
function placeLike(text: string, { quote }: Selectors): Stretch | undefined {
  const [best, next] = createSuggester(text)({ ...quote, hintStart: null });
  return best && best.confidence >= ALIKE && best.confidence - (next?.confidence ?? 0) >= LEAD ? best : undefined;
}

/**
 * Finds a quote on a page as saved passages are found, in slices, so that a large page stays responsive.
 *
 * @param isLoose - Whether words that are only much like it will do where it is not surely there.
 */
export async function findQuote(
  root: Node,
  selectors: Selectors,
  isLoose: boolean,
  pause: () => Promise<void>,
): Promise<FoundWords | undefined> {
  await readAhead(root, SLICE_MS, pause);
  let until = performance.now() + SLICE_MS;
  while (prepareToAnchor(root, selectors)) {
    if (performance.now() < until) continue;
    await pause();
    until = performance.now() + SLICE_MS;
  }
  const { model } = pageText(root);
  const { text } = model;
  const sure = anchorSelectors(root, selectors);
  const like = isLoose && !sure ? placeLike(text, selectors) : undefined;
  const found = like ? { stretches: [like], ranges: model.rangesOf(like) } : sure;
  if (!found || found.ranges.length === 0) return undefined;
  return { ranges: found.ranges, words: found.stretches.map(({ start, end }) => text.slice(start, end)).join(' ') };
}
