import type { Passage, Place, Selectors } from '../../utils/model/passage';
import type { BarState } from './bar-view';

/** A passage that the bar is open for: one that is there, or the one that a selection would become. */
export interface Subject {
  readonly selectors: Selectors;
  readonly ranges: readonly Range[];
  passage: Passage | undefined;
  state: BarState;
  /** The field that is open. */
  field: 'remark' | 'tags' | undefined;
  message: string | undefined;
  /** The saved passage that the selection touches. */
  readonly over?: Passage | undefined;
  /** The passage that the bar was last open for, where the selection stands apart from it: its words can be added. */
  readonly beside?: Passage | undefined;
  /** Saved passages at the same place. */
  readonly others: readonly Passage[];
  history: History;
  /** Given where the bar is about what was done on the page, not about one passage. */
  readonly page?: { readonly canUndo: boolean; readonly canRedo: boolean };
}

/** How a passage was before its changes, and before they were taken back; latest last. */
export interface History {
  readonly past: Passage[];
  readonly future: Passage[];
}
/** Nothing has been changed yet. */
export const newHistory = (): History => ({ past: [], future: [] });

/** The first words of a passage. */
export const shortened = (passage: Passage | undefined): string | undefined =>
  passage?.selectors.quote.exact.slice(0, 60);

/** Whether two runs of words stood, when they were described, where one met the other. */
export const touch = ({ position: a }: Place, { position: b }: Place): boolean =>
  a !== undefined && b !== undefined && a.start < b.end && b.start < a.end;

/** What a reader can change of a passage. */
export const changeable = ({ colour, remark, tags, selectors }: Passage) => ({ colour, remark, tags, selectors });
