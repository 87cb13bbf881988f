/** Name of the port over which one frame tells the side panel its `Outline`s. */
export const OUTLINE_PORT = 'outline';

/** The answer: the words that citations support, by their numbers; those missing cannot be told. */
export interface OutlineWords {
  readonly words: readonly { readonly place: number; readonly text: string }[];
}

/** Said over that port by the side panel. Only Ibid itself can open it. */
export type OutlineAsks =
  /** Bring the citation with this number into view. */
  | { readonly type: 'go'; readonly place: number }
  /** Tell what the page says where these citations stand: see `OutlineWords`. */
  | { readonly type: 'words'; readonly places: readonly number[] }
  /** Bring the saved passage with this id into view. */
  | { readonly type: 'show'; readonly passage: string }
  /** Open the list of passages that are not found. */
  | { readonly type: 'mend' };
