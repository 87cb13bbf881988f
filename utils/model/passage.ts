/** W3C TextQuoteSelector (https://www.w3.org/TR/annotation-model/#text-quote-selector). */
export interface TextQuote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** W3C TextPositionSelector over the text model's characters, UTF-16 units, end exclusive. */
export interface TextPosition {
  readonly start: number;
  readonly end: number;
}

/** One end of a W3C RangeSelector made of CSS selectors: `path` names an element, `offset` counts characters of its text. */
export interface ElementPoint {
  readonly path: string;
  readonly offset: number;
}

/** Everything stored about where a passage stands. Any part but the quote may be missing or out of date. */
export interface Selectors {
  readonly quote: TextQuote;
  readonly position?: TextPosition;
  readonly range?: { readonly start: ElementPoint; readonly end: ElementPoint };
}

/** Named colours; every one is painted with a second cue as well. Stored: append only. */
export const COLOURS = ['yellow', 'green', 'blue', 'pink', 'purple'] as const;

/** One of {@link COLOURS}. */
export type Colour = (typeof COLOURS)[number];

/** The page on which a passage was saved. */
export interface PassagePage {
  readonly url: string;
  readonly title: string;
  /** Keys under which the page is looked up, most exact first (see `page-key.ts`). */
  readonly keys: readonly string[];
}

/** A saved passage. Times are milliseconds since the epoch. */
export interface Passage {
  /** UUID, made where the passage is made, so that saving twice saves once. */
  readonly id: string;
  readonly page: PassagePage;
  readonly selectors: Selectors;
  readonly colour: Colour;
  /** What the reader wrote; empty where nothing. */
  readonly remark: string;
  readonly tags: readonly string[];
  readonly created: number;
  readonly modified: number;
  /** When the reader deleted it; undefined while it is kept. Deleted passages stay until the trash is emptied. */
  readonly deleted?: number;
}
