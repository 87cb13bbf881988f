import type { Passage, Place } from '../../utils/model/passage';
import { anchorSelectors } from '../../utils/page/anchor';
import { pageText, readAhead } from '../../utils/page/page-text';
import type { TextModel } from '../../utils/page/text-model';
import { createSuggester, type SuggestedPlace } from '../../utils/quotes/suggest-places';

/** The places of one passage, in one state of the page. */
export interface Suggested {
  readonly model: TextModel;
  /** The words of the passage that are not on the page: all, or those of them that stand apart from the others. */
  readonly lost: Place;
  readonly places: readonly SuggestedPlace[];
}

/** Time that reading the page may take at a stretch, milliseconds. */
const SLICE_MS = 12;

/**
 * Looks for places of passages in a page, one after the other.
 *
 * @param onFound - Hears of each passage's places as they are found.
 */
export async function searchPlaces(
  root: Node,
  passages: readonly Passage[],
  signal: AbortSignal,
  onFound: (passage: Passage, found: Suggested) => void,
): Promise<void> {
  const pause = () => new Promise<void>((go) => setTimeout(go));
  await readAhead(root, SLICE_MS, pause);
  const { model } = pageText(root);
  await pause();
  const suggest = createSuggester(model.text);
  for (const passage of passages) {
    await pause();
    if (signal.aborted) break;
    const lost = lostPlace(root, passage);
    const places = suggest({ ...lost.quote, hintStart: lost.position?.start ?? null });
    onFound(passage, { model, lost, places });
  }
}

/** What of a passage is not on the page. */
export const lostPlace = (root: Node, { selectors }: Passage): Place =>
  anchorSelectors(root, selectors)?.missing ?? selectors;

/** Whether a page still has the text in which places were found. */
export const isCurrent = (root: Node, model: TextModel): boolean => pageText(root).model === model;
